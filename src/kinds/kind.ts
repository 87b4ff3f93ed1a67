// The contract of a kind: everything the tool knows about one sort of resource stands in one folder.
import type { Fields } from '../design/fields.ts'
import type { Phrase } from '../design/phrase.ts'
import type { FieldValue, Ref, Resource, ResourceId } from '../design/resource.ts'
import type { View } from '../design/view.ts'
import type { Answer, Blocker, Fix, FlowEnd, Span } from '../forwarding/answer.ts'
import type { Lowerable, Offered } from '../forwarding/compile.ts'
import type { StageId } from '../forwarding/program.ts'

export type Category = 'containers' | 'gateways' | 'resources' | 'rules' | 'outside'

/** How and where a resource may be placed and drawn. One legality table for every pair of kinds. */
export interface Placement {
  /** Kinds that may contain it, best first; `canvas` is the top level. */
  readonly in: readonly (string | 'canvas')[]
  /**
   * container: a box that holds others; card: 100×82 inside its parent; border-top, border-bottom: a 44 px
   * gateway straddling its parent's border; between: a gateway drawn between the containers it joins;
   * none: not on the canvas (route tables, ACLs, groups, interfaces: seen in the inspector and as badges).
   */
  readonly shape: 'container' | 'card' | 'border-top' | 'border-bottom' | 'between' | 'none'
  /** At most this many in one parent of the best kind (an internet gateway: 1 in a VPC). */
  readonly most?: number
  /** What chooses one by a field of its own: let go over one of these, it is made around it and chosen at once. */
  readonly chosenBy?: {
    readonly kind: string
    readonly field: string
    /** What the one that chose it should know of a new one: "It denies everything until it has rules." */
    readonly starts: string
  }
  /** Why it does not go into a container of another kind: "An internet gateway attaches to a VPC, on its border." */
  readonly why: string
  readonly size: { readonly width: number; readonly height: number }
}

type Values = Readonly<Record<string, unknown>>

/** From the fields of one version to those of the next. */
interface Migration {
  /** Throws, or gives what the next version refuses, when the fields are not those of its version. */
  readonly run: (fields: Values) => Values
  /** Fields as the older version wrote them, and as the newer one would have: no migration is listed that was never run. */
  readonly example: { readonly before: Values; readonly after: Values }
}

/** What `create` is told. Nothing in the library makes ids or names of its own accord. */
export interface CreateContext {
  readonly view: View
  readonly parent: Resource | null
  /** A fresh id, such as `subnet-3`; a kind of the resource is its prefix. */
  readonly newId: (kind: string) => ResourceId
  /** A name unique in the design: `name('web')` gives web, web-2, web-3. */
  readonly newName: (stem: string) => string
}

/** What changes with an edit of a resource: records to put in the place of, or beside, others, and ids to take out. */
export interface Followed {
  readonly resources: readonly Resource[]
  readonly gone: readonly ResourceId[]
}

/** What is placed: the resource itself and what comes with it (a VPC brings its main route table), and why not, if so. */
export type Created =
  | {
      readonly resources: readonly Resource[]
      readonly main: ResourceId
      readonly updates?: readonly Resource[]
    }
  | { readonly refused: Phrase; readonly fix?: Fix }

export type Severity = 'error' | 'warning' | 'note'

/** A finding of the design review. */
export interface Finding {
  /** `kind/what`, the check's name. */
  readonly check: string
  readonly severity: Severity
  readonly at: Ref
  /** One line. */
  readonly title: Phrase
  readonly detail: Phrase
  readonly fixes: readonly Fix[]
}

/** A blocker to be lifted. */
export interface FixContext {
  readonly view: View
  /** The blocker: its packet is the one that stood before it. */
  readonly blocker: Blocker
  /** The answer it is part of. */
  readonly answer: Answer
  /** What could carry packets out of a subnet, best first. */
  offers(subnet: Resource): readonly Offered[]
  readonly newId: (kind: string) => ResourceId
  readonly newName: (stem: string) => string
}

/** Besides what follows, how it is lowered: `lower`, `entry` and `receives` of Lowerable. */
export interface Kind extends Lowerable {
  /** kebab-case, the word in files. */
  readonly name: string
  /** Sentence case, the word on screen: "NAT gateway". */
  readonly title: string
  /** One sentence for people who meet it for the first time. */
  readonly description: string
  readonly category: Category
  /** Order within the category in the palette; absent: not offered there. */
  readonly palette?: number
  /** File name (without .svg) in the aws-icons package's folders; absent: our own glyph is used. */
  readonly awsIcon?: string
  /** The id prefix AWS uses: `nat-`. */
  readonly awsPrefix?: string
  readonly placement: Placement
  readonly fields: Fields
  /** Version of the fields; migrations[i] leads from version i + 1 to i + 2. */
  readonly version: number
  readonly migrations: readonly Migration[]
  create(context: CreateContext): Created
  /**
   * What an edit of one of its fields takes along: the view already has the edited record. Null where that cannot be,
   * and so neither can the edit.
   */
  follow?(edited: Resource, field: string, context: Omit<CreateContext, 'parent'>): Followed | null
  /** As an end of a flow. */
  end?(resource: Resource, view: View): KindEnd | null
  /** Ways to lift a blocker whose reason code starts with this kind's name. */
  fixes?(context: FixContext): readonly Fix[]
  /** Design review of one resource. */
  checks?(resource: Resource, view: View): readonly Finding[]
  /** A row of a rows field in plain words: "Anything inside main may read port 9100." */
  describe?(resource: Resource, part: Ref, view: View): Phrase | null
  /** Rows of a rows field that it always has and no file stores; null: this field has none. */
  implied?(resource: Resource, field: string, view: View): ImpliedRows | null
  /** A word computed for its container head: public, private, isolated; with the sentence that says why. */
  standing?(
    resource: Resource,
    view: View,
  ): { readonly word: string; readonly tone: 'public' | 'private' | 'isolated'; readonly why: Phrase } | null
}

/** Shown with the stored rows and not edited: a local route, the last rule of a network ACL. */
export type ImpliedRow = Readonly<Record<string, FieldValue>> & {
  readonly id: string
  readonly note?: string
}

export interface ImpliedRows {
  /** Before the stored rows. */
  readonly first: readonly ImpliedRow[]
  readonly last: readonly ImpliedRow[]
}

/** A resource as an end of a flow; see FlowEnd. */
export interface KindEnd {
  readonly origins: FlowEnd['origins']
  readonly addresses: readonly Span[]
  readonly receivers: readonly ResourceId[]
  /** The name of a range in `ephemeral.ts`. */
  readonly ephemeral?: string
  /** Its addresses as the internet knows them, where they differ. */
  readonly outside?: readonly Span[]
  /** Single addresses that its name may stand for, the one usually meant first; as the internet knows them, and inside. */
  readonly each?: () => { readonly outside: readonly Span[]; readonly inside: readonly Span[] }
  /** Its addresses only stand in for others, which are somewhere among these. */
  readonly whereabouts?: Span
  /** Its name may lead elsewhere instead: there, and nobody knows whether. */
  readonly perhaps?: Ref
  /** Where a packet from outside starts that is sent to it though it has no public address. */
  readonly closed?: StageId
  /** It is outside itself: what it sends starts on the internet. */
  readonly isOutside?: boolean
}

export type Kinds = ReadonlyMap<string, Kind>

export function defineKind(kind: Kind): Kind {
  return kind
}
