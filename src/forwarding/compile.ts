// Lowers a design to a program. Kinds declare stages; a stage is built when a packet first comes to it.
import type { Resource, ResourceId } from '../design/resource.ts'
import type { View } from '../design/view.ts'
import type { PacketSet } from '../net/packet-set.ts'
import type { Program, Rule, Stage, StageId } from './program.ts'

/** What a kind may use while it declares its stages. */
export interface Lowering {
  readonly view: View
  /** Declares a stage; `build` runs when the engine first comes to it. Throws when the id is taken. */
  stage(id: StageId, build: () => Omit<Stage, 'id'>): void
  /** Declares a list of rules that stages share; it is built when first asked for. Throws when the id is taken. */
  list(id: string, build: () => readonly Rule[]): void
  /** The rules of a declared list. Throws `Error('list <id>')` when no kind declared it. */
  rules(id: string): readonly Rule[]
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
  return view.memo(`offers/${subnet.id}`, () => {
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

export function compile(view: View, kinds: ReadonlyMap<string, Lowerable>): Program {
  const builders = new Map<StageId, () => Omit<Stage, 'id'>>()
  const stages = new Map<StageId, Stage>()
  const listBuilders = new Map<string, () => readonly Rule[]>()
  const lists = new Map<string, readonly Rule[]>()

  const lowering: Lowering = {
    view,
    stage(id, build) {
      if (builders.has(id)) throw new Error(`stage ${id} declared twice`)
      builders.set(id, build)
    },
    list(id, build) {
      if (listBuilders.has(id)) throw new Error(`list ${id} declared twice`)
      listBuilders.set(id, build)
    },
    rules(id) {
      const known = lists.get(id)
      if (known) return known
      const build = listBuilders.get(id)
      if (!build) throw new Error(`list ${id}`)
      const rules = build()
      lists.set(id, rules)
      return rules
    },
    entry(target, from) {
      const resource = view.get(target)
      return (resource && kinds.get(resource.kind)?.entry?.(resource, from, view)) ?? null
    },
    receiver: (owner, networkInterface) =>
      kinds.get(owner.kind)?.receives?.(owner, networkInterface, view) ?? null,
    offers: (subnet) => offersTo(view, kinds, subnet),
  }
  for (const kind of kinds.values()) kind.lowerOnce?.(lowering)
  for (const resource of Object.values(view.design.resources))
    kinds.get(resource.kind)?.lower?.(resource, lowering)

  return {
    stage(id) {
      const known = stages.get(id)
      if (known) return known
      const build = builders.get(id)
      if (!build) throw new Error(`stage ${id}`)
      const stage = { id, ...build() }
      stages.set(id, stage)
      return stage
    },
    has: (id) => builders.has(id),
    ids: () => builders.keys(),
  }
}
