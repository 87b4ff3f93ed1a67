// What the answer touches: the cards that a packet stops at, and the containers it crosses.
import type { AskResult, Design, ResourceId } from '../../library.ts'
import { hopList, type Store } from '../../store/index.ts'
import { shownAs } from '../shown-as.ts'

export interface Lit {
  readonly stops: ReadonlySet<ResourceId>
  readonly crossed: ReadonlySet<ResourceId>
  /** What stands for the hop that is looked at. */
  readonly current: ResourceId | null
}

let last: { answer: AskResult | null; hop: number; design: Design | null; lit: Lit | null } = {
  answer: null,
  hop: -1,
  design: null,
  lit: null,
}

/** Null while nothing is traced. */
export function litBy({ tracing, answer, hop, design }: Store): Lit | null {
  if (!tracing || !answer?.ok) return null
  if (last.answer !== answer || last.hop !== hop || last.design !== design)
    last = { answer, hop, design, lit: compute(answer, hop, design) }
  return last.lit
}

function compute(answer: AskResult, hop: number, design: Design): Lit {
  const stops = new Set<ResourceId>()
  const crossed = new Set<ResourceId>()
  const hops = hopList(answer)
  for (const { hop: visit, beyond } of hops) {
    const id = shownAs(design, visit.at.resource)
    if (id === null) continue
    // Where the packet was only meant to go stays at full strength, but no light falls on it.
    if (beyond) crossed.add(id)
    else stops.add(id)
    for (let at = design.resources[id]?.parent ?? null; at !== null && !crossed.has(at);) {
      crossed.add(at)
      at = design.resources[at]?.parent ?? null
    }
  }
  const visited = hops[hop]
  return {
    stops,
    crossed,
    current: visited && !visited.beyond ? shownAs(design, visited.hop.at.resource) : null,
  }
}
