// Lowers a design to a program. Kinds declare stages; a stage is built when a packet first comes to it.
import type { Resource, ResourceId } from '../design/resource.ts'
import type { Shelf } from '../design/memory.ts'
import type { View } from '../design/view.ts'
import type { PacketSet } from '../net/packet-set.ts'
import type { ListId, Program, Rule, Stage, StageId } from './program.ts'

/** What a kind may use while it declares its stages. */
export interface Lowering {
  readonly view: View
  /** Declares a stage; `build` runs when the engine first comes to it. Throws when the id is taken. */
  stage(id: StageId, build: () => Omit<Stage, 'id'>): void
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
 * declares them>`, with more after another slash; that is how the resource to be lowered is found. What was built for
 * the design before an edit, and still stands, is not built again: see View.
 */
export function compile(view: View, kinds: ReadonlyMap<string, Lowerable>): Program {
  const lowered = new Map<ResourceId, () => void>()
  const stages = new Declared<Omit<Stage, 'id'>, Stage>('stage', view, (id, built) => ({ id, ...built }))
  const lists = new Declared<readonly Rule[], readonly Rule[]>('list', view, (_, built) => built)

  const lowering: Lowering = {
    view,
    stage: (id, build) => stages.declare(id, build),
    list: (id, build) => lists.declare(id, build),
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
    const start = name.indexOf('/') + 1
    // An id may itself hold slashes, so every prefix that ends before one may be it.
    for (let end = name.indexOf('/', start); ; end = name.indexOf('/', end + 1)) {
      const resource = view.get(end === -1 ? name.slice(start) : name.slice(start, end))
      if (resource) lower(resource)
      if (end === -1) return
    }
  }

  const once = view.run(() => {
    for (const kind of kinds.values()) kind.lowerOnce?.(lowering)
  })
  return {
    stage: (id) => stages.get(id, lowerFor),
    has(id) {
      lowerFor(id)
      return stages.has(id)
    },
    list: (id) => lists.get(id, lowerFor),
    ids() {
      for (const resource of view.all()) lower(resource)
      return stages.ids()
    },
  }
}

/** Things that are declared by name and built when first asked for. */
class Declared<Built, Kept> {
  private readonly builders = new Map<string, () => Built>()
  private readonly shelf: Shelf<Kept>
  private readonly what: string
  private readonly keep: (name: string, built: Built) => Kept

  constructor(what: string, view: View, keep: (name: string, built: Built) => Kept) {
    this.what = what
    this.shelf = view.shelf(what)
    this.keep = keep
  }

  declare(name: string, build: () => Built): void {
    if (this.builders.has(name)) throw new Error(`${this.what} ${name} declared twice`)
    this.builders.set(name, build)
  }

  /** `find` sees to it that the name is declared, if anybody declares it. */
  get(name: string, find: (name: string) => void): Kept {
    return this.shelf.get(name, () => {
      find(name)
      const build = this.builders.get(name)
      if (!build) throw new Error(`${this.what} ${name}`)
      return this.keep(name, build())
    })
  }

  has(name: string): boolean {
    return this.builders.has(name)
  }

  ids(): Iterable<string> {
    return this.builders.keys()
  }
}
