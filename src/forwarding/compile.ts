// Lowers a design to a program. Kinds declare stages; a stage is built when a packet first comes to it.
import type { Resource, ResourceId } from '../design/resource.ts'
import type { View } from '../design/view.ts'
import type { Program, Rule, Stage, StageId } from './program.ts'

/** What a kind may use while it declares its stages. */
export interface Lowering {
  readonly view: View
  /** Declares a stage; `build` runs when the engine first comes to it. Throws when the id is taken. */
  stage(id: StageId, build: () => Omit<Stage, 'id'>): void
  /** A list of rules shared between stages, built once. */
  list(id: string, build: () => readonly Rule[]): readonly Rule[]
  /**
   * The stage that takes a packet which a route hands to `target`; `from` is the subnet or gateway whose table it is.
   * Null where the target is gone or cannot take packets from there.
   */
  entry(target: ResourceId, from: Resource): StageId | null
  /** The stage that takes packets addressed to an interface of `owner`; null where the owner says nothing of it. */
  receiver(owner: Resource, networkInterface: Resource): StageId | null
}

/** What `compile` must know of a kind. */
export interface Lowerable {
  lower?(resource: Resource, lowering: Lowering): void
  entry?(resource: Resource, from: Resource, view: View): StageId | null
  receives?(owner: Resource, networkInterface: Resource, view: View): StageId | null
}

export function compile(view: View, kinds: ReadonlyMap<string, Lowerable>): Program {
  const builders = new Map<StageId, () => Omit<Stage, 'id'>>()
  const stages = new Map<StageId, Stage>()
  const lists = new Map<string, readonly Rule[]>()

  const lowering: Lowering = {
    view,
    stage(id, build) {
      if (builders.has(id)) throw new Error(`stage ${id} declared twice`)
      builders.set(id, build)
    },
    list(id, build) {
      const known = lists.get(id)
      if (known) return known
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
  }
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
