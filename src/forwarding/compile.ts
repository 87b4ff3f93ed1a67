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

/**
 * Cheap: nothing is lowered until a packet comes to it. Names of stages and lists are `word/<id of the resource that
 * declares them>`, with more after another slash; that is how the resource to be lowered is found.
 */
export function compile(view: View, kinds: ReadonlyMap<string, Lowerable>): Program {
  const { resources } = view.design
  const lowered = new Set<ResourceId>()
  const stages = new Shelf<StageId, Omit<Stage, 'id'>, Stage>('stage', (id, built) => ({ id, ...built }))
  const lists = new Shelf<string, readonly Rule[], readonly Rule[]>('list', (_, built) => built)

  const lowering: Lowering = {
    view,
    stage: (id, build) => stages.declare(id, build),
    list: (id, build) => lists.declare(id, build),
    rules: (id) => lists.get(id, lowerFor),
    entry(target, from) {
      const resource = view.get(target)
      return (resource && kinds.get(resource.kind)?.entry?.(resource, from, view)) ?? null
    },
    receiver: (owner, networkInterface) =>
      kinds.get(owner.kind)?.receives?.(owner, networkInterface, view) ?? null,
    offers: (subnet) => offersTo(view, kinds, subnet),
  }

  function lower(resource: Resource): void {
    if (lowered.has(resource.id)) return
    lowered.add(resource.id)
    kinds.get(resource.kind)?.lower?.(resource, lowering)
  }
  function lowerFor(name: string): void {
    const [, id = ''] = name.split('/', 2)
    const resource = resources[id]
    if (resource) lower(resource)
  }

  for (const kind of kinds.values()) kind.lowerOnce?.(lowering)
  return {
    stage: (id) => stages.get(id, lowerFor),
    has(id) {
      lowerFor(id)
      return stages.has(id)
    },
    ids() {
      for (const resource of Object.values(resources)) lower(resource)
      return stages.ids()
    },
  }
}

/** Things that are declared by name and built when first asked for. */
class Shelf<Name extends string, Built, Kept> {
  private readonly builders = new Map<Name, () => Built>()
  private readonly kept = new Map<Name, Kept>()
  private readonly what: string
  private readonly keep: (name: Name, built: Built) => Kept

  constructor(what: string, keep: (name: Name, built: Built) => Kept) {
    this.what = what
    this.keep = keep
  }

  declare(name: Name, build: () => Built): void {
    if (this.builders.has(name)) throw new Error(`${this.what} ${name} declared twice`)
    this.builders.set(name, build)
  }

  /** `find` is called when nobody has declared the name yet. */
  get(name: Name, find: (name: Name) => void): Kept {
    const known = this.kept.get(name)
    if (known !== undefined) return known
    if (!this.builders.has(name)) find(name)
    const build = this.builders.get(name)
    if (!build) throw new Error(`${this.what} ${name}`)
    const kept = this.keep(name, build())
    this.kept.set(name, kept)
    return kept
  }

  has(name: Name): boolean {
    return this.builders.has(name)
  }

  ids(): Iterable<Name> {
    return this.builders.keys()
  }
}
