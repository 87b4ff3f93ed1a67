// Lowers a design to a program. Kinds declare stages; a stage is built when a packet first comes to it.
import type { Resource, ResourceId } from '../design/resource.ts'
import type { View } from '../design/view.ts'
import type { PacketSet } from '../net/packet-set.ts'
import type { ListId, Program, Rule, Stage, StageId } from './program.ts'

/** What a kind may use while it declares its stages. */
export interface Lowering {
  readonly view: View
  /** Declares a stage; `build` runs when the engine first comes to it. Throws when the id is taken. */
  stage(id: StageId, build: () => Omit<Stage, 'id'>): void
  /**
   * Declares `prefix/step` for every step of a table that many resources share, as `word/<id>` of one of them and what
   * the table's functions must know of it. Throws when the prefix is taken.
   */
  stages<Own>(prefix: string, steps: Steps<Own>, own: Own): void
  /** Declares a list of rules that stages may name; it is built when a packet first comes to it. Throws when the id is taken. */
  list(id: ListId, build: () => readonly Rule[]): void
  /**
   * The stage that takes a packet which a route hands to `target`; `from` is the subnet or gateway whose table it is.
   * Null where the target is gone or cannot take packets from there.
   */
  entry(target: ResourceId, from: Resource): StageId | null
  /** The stage that takes packets addressed to an interface of `owner`; null where the owner says nothing of it. */
  receiver(owner: Resource, networkInterface: Resource): StageId | null
  /** What could carry packets out of a subnet, best first. */
  offers(subnet: Resource): readonly Offered[]
}

/** Stages by the last part of their names. */
export type Steps<Own> = Readonly<Record<string, (own: Own, lowering: Lowering) => Omit<Stage, 'id'>>>

/** Packets that a target could carry out of a subnet if a route led to it. */
export interface Offer {
  readonly match: PacketSet
  /** What the route's destination would be: a CIDR or the id of a prefix list. */
  readonly destination: string
  /** Larger is better. */
  readonly preference: number
}

export interface Offered extends Offer {
  readonly target: Resource
}

/** What `compile` must know of a kind. */
export interface Lowerable {
  /** Declares what a design has once, whether or not it holds a resource of the kind. */
  lowerOnce?(lowering: Lowering): void
  lower?(resource: Resource, lowering: Lowering): void
  entry?(resource: Resource, from: Resource, view: View): StageId | null
  receives?(owner: Resource, networkInterface: Resource, view: View): StageId | null
  /** What a resource of the kind could carry out of `subnet` if a route led to it. */
  offers?(resource: Resource, subnet: Resource, view: View): readonly Offer[]
}

/** Every target that could carry something out of `subnet`, best first. */
export function offersTo(
  view: View,
  kinds: ReadonlyMap<string, Lowerable>,
  subnet: Resource,
): readonly Offered[] {
  return view.memoOf('offers', subnet, () => {
    const offers: Offered[] = []
    for (const [name, kind] of kinds) {
      if (!kind.offers) continue
      for (const target of view.of(name)) {
        for (const offer of kind.offers(target, subnet, view)) offers.push({ ...offer, target })
      }
    }
    return offers.toSorted((a, b) => b.preference - a.preference)
  })
}

/**
 * Cheap: nothing is lowered until a packet comes to it. Names of stages and lists are `word/<id of the resource that
 * declares them>`, with more after another slash; that is how the resource to be lowered is found. What was built for
 * the design before an edit, and still stands, is not built again: see View.
 */
export function compile(view: View, kinds: ReadonlyMap<string, Lowerable>): Program {
  const lowered = new Map<ResourceId, () => void>()
  const stages = new Map<string, Build | Table>()
  const lists = new Map<ListId, () => readonly Rule[]>()

  const lowering: Lowering = {
    view,
    stage: (id, build) => declare(stages, 'stage', id, build),
    stages: (prefix, steps, own) => declare(stages, 'stage', prefix, { steps: steps as Steps<unknown>, own }),
    list: (id, build) => declare(lists, 'list', id, build),
    entry(target, from) {
      const resource = view.get(target)
      return (resource && kinds.get(resource.kind)?.entry?.(resource, from, view)) ?? null
    },
    receiver: (owner, networkInterface) =>
      kinds.get(owner.kind)?.receives?.(owner, networkInterface, view) ?? null,
    offers: (subnet) => offersTo(view, kinds, subnet),
  }

  function lower(resource: Resource): void {
    let read = lowered.get(resource.id)
    if (!read) {
      read = view.run(() => kinds.get(resource.kind)?.lower?.(resource, lowering))
      lowered.set(resource.id, read)
    }
    read()
  }
  /** Whoever asks has read what was read while the resource was lowered. */
  function lowerFor(name: string): void {
    once()
    const resource = view.get(resourceIn(name))
    if (resource) lower(resource)
  }

  const once = view.run(() => {
    for (const kind of kinds.values()) kind.lowerOnce?.(lowering)
  })
  const buildOf = (id: StageId): Build | undefined => {
    const declared = stages.get(id)
    if (typeof declared === 'function') return declared
    const end = endOfResource(id)
    const table = stages.get(id.slice(0, end))
    if (typeof table !== 'object') return undefined
    const step = id.slice(end + 1)
    return Object.hasOwn(table.steps, step) ? () => table.steps[step]!(table.own, lowering) : undefined
  }
  return {
    stage: view.shelf('stage', (id) => {
      lowerFor(id)
      const build = buildOf(id)
      if (!build) throw new Error(`stage ${id}`)
      return { id, ...build() }
    }),
    has(id) {
      lowerFor(id)
      return buildOf(id) !== undefined
    },
    list: view.shelf('list', (id) => {
      lowerFor(id)
      const build = lists.get(id)
      if (!build) throw new Error(`list ${id}`)
      return build()
    }),
    ids() {
      for (const resource of view.all()) lower(resource)
      return [...stages].flatMap(([name, declared]) =>
        typeof declared === 'function'
          ? [name]
          : Object.keys(declared.steps).map((step) => `${name}/${step}`),
      )
    },
  }
}

type Build = () => Omit<Stage, 'id'>

interface Table {
  readonly steps: Steps<unknown>
  readonly own: unknown
}

/** Names are `word/<id of a resource>`, with more after another slash or not. */
const resourceIn = (name: string): ResourceId => name.slice(name.indexOf('/') + 1, endOfResource(name))

function endOfResource(name: string): number {
  const end = name.indexOf('/', name.indexOf('/') + 1)
  return end < 0 ? name.length : end
}

function declare<T>(declared: Map<string, T>, what: string, name: string, value: T): void {
  if (declared.has(name)) throw new Error(`${what} ${name} declared twice`)
  declared.set(name, value)
}
