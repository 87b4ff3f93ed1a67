// The document: a network and where its parts are drawn. The network never depends on the drawing.
import type { FieldValue, Resource, ResourceId } from './resource.ts'

/** Where a resource is drawn: pixels relative to its parent's top left corner (or the canvas, at the top). */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

interface Drawn extends Box {
  /** Stays where it is until it is unlocked. */
  readonly locked?: boolean
}

/** A question kept with a design. Ends are written as a person types them: id, name, address, service or `internet`. */
export interface Question {
  readonly from: string
  readonly to: string
  /** tcp, udp, icmp, icmpv6, a protocol number, or `all`. */
  readonly protocol: string
  /** Destination port (ICMP: `type` or `type/code`); null asks every port. */
  readonly port: string | null
  /** Null asks the whole ephemeral range of the source. */
  readonly sourcePort: string | null
}

export interface Design {
  readonly name: string
  readonly resources: Readonly<Record<ResourceId, Resource>>
  readonly layout: Readonly<Record<ResourceId, Drawn>>
  /** The question shown when the design is opened. */
  readonly question: Question | null
  /** What else stood at the top of the file; kept so that writing it back loses nothing. */
  readonly extra?: Readonly<Record<string, FieldValue>>
}

export const emptyDesign: Design = { name: 'Untitled', resources: {}, layout: {}, question: null }
