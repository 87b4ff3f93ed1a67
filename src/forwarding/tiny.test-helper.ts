// Programs small enough to be written by hand, for tests of the engine. There is no cloud in them.
import { ref } from '../design/resource.ts'
import { parseAddress } from '../net/address.ts'
import { packets, type PacketSet } from '../net/packet-set.ts'
import type { Packet } from '../net/packet.ts'
import type { Next, Outcome, Program, Rule, Stage, StageId } from './program.ts'

type Written = Partial<Omit<Stage, 'id' | 'lists'>> & {
  readonly rules?: readonly Rule[]
  readonly lists?: Stage['lists']
}

/** Every stage is at a resource of its own name, passes in silence, and goes on where nothing else is said. */
export function tiny(written: Readonly<Record<StageId, Written>>): Program {
  const stages = new Map(
    Object.entries(written).map(([id, { rules, ...more }]): [StageId, Stage] => [
      id,
      {
        id,
        at: ref(id),
        role: { does: 'pass' },
        lists: rules ? [rules] : [],
        otherwise: { next: 'onward', cause: ref(id, 'otherwise') },
        ...more,
      },
    ]),
  )
  return {
    stage(id) {
      const stage = stages.get(id)
      if (!stage) throw new Error(`stage ${id}`)
      return stage
    },
    has: (id) => stages.has(id),
    list(id) {
      throw new Error(`list ${id}`)
    },
    ids: () => stages.keys(),
  }
}

/** `10.0.0.1:40000 -> 10.0.0.2:443`, TCP over IPv4. */
export function packet(text: string, more: Partial<Packet> = {}): Packet {
  const [source = '', destination = ''] = text.split(' -> ')
  const [from, fromPort] = source.split(':')
  const [to, toPort] = destination.split(':')
  return {
    family: 4,
    protocol: 6,
    source: valueOf(from),
    destination: valueOf(to),
    sourcePort: Number(fromPort),
    destinationPort: Number(toPort),
    mark: 0,
    ...more,
  }
}

export const valueOf = (address: string | undefined): number => Number(parseAddress(address ?? '')?.value)

/** IPv4 packets to or from an address, to a port; what is left out may be anything. */
export function about({ from, to, port }: { from?: string; to?: string; port?: number }): PacketSet {
  return packets({
    family: 4,
    ...(from === undefined ? {} : { sources: [valueOf(from), valueOf(from)] }),
    ...(to === undefined ? {} : { destinations: [valueOf(to), valueOf(to)] }),
    ...(port === undefined ? {} : { destinationPorts: [port, port] }),
  })
}

/** The name of the rule is its cause's part. */
export const rule = (name: string, match: PacketSet, next: Next, more: Partial<Outcome> = {}): Rule => ({
  match,
  next,
  cause: ref('rules', name),
  ...more,
})

export const always = (next: Next, more: Partial<Outcome> = {}): Outcome => ({
  next,
  cause: ref('rules', 'otherwise'),
  ...more,
})

export const to = (stage: StageId): Next => ({ to: stage })

export const delivered = (receiver: string, answers?: StageId): Next => ({
  end: {
    disposition: 'delivered',
    reason: { code: 'tiny/delivered', phrase: ['delivered'] },
    receiver: ref(receiver),
    ...(answers === undefined ? {} : { answers }),
  },
})

export const blocked = (what: string, intended?: StageId | 'onward'): Next => ({
  end: {
    disposition: 'blocked',
    reason: { code: `tiny/${what}`, phrase: [what] },
    ...(intended === undefined ? {} : { intended }),
  },
})

export const unknown = (what: string): Next => ({
  end: { disposition: 'not-modelled', reason: { code: `tiny/${what}`, phrase: [what] } },
})
