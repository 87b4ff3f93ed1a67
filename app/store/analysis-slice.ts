// What is computed from the design after every edit. Kept in maps by id, read by selectors of one id each.
import {
  analyse,
  emptyDesign,
  type Finding,
  type InternetAccess,
  type Network,
  type ResourceId,
  type Standing,
} from '../library.ts'
import { standingIn } from '../analysis/standing-in.ts'
import type { Slice, Store } from './store.ts'

export interface AnalysisSlice {
  /** The compiled network of the design as it is now. */
  readonly network: Network
  readonly access: ReadonlyMap<ResourceId, InternetAccess>
  /** Worst first. */
  readonly findings: readonly Finding[]
  readonly findingsByResource: ReadonlyMap<ResourceId, readonly Finding[]>
  /** False while a worker is at it; what is shown is then from the edit before. */
  readonly analysed: boolean
}

export const analysisSlice: Slice<AnalysisSlice> = () => ({
  network: analyse(emptyDesign),
  access: new Map(),
  findings: [],
  findingsByResource: new Map(),
  analysed: true,
})

const noFindings: readonly Finding[] = []

export const findingsOf = (id: ResourceId) => (state: Store) => state.findingsByResource.get(id) ?? noFindings

export const accessOf = (id: ResourceId) => (state: Store) => state.access.get(id) ?? null

/** Public, private or isolated, with the sentence that says why; null where the word has no meaning. */
export const standing =
  (id: ResourceId) =>
  (state: Store): Standing | null => {
    const resource = state.network.view.get(id)
    return resource ? standingIn(state.network, resource) : null
  }

export function byResource(findings: readonly Finding[]): ReadonlyMap<ResourceId, readonly Finding[]> {
  const map = new Map<ResourceId, Finding[]>()
  for (const finding of findings) {
    const list = map.get(finding.at.resource)
    if (list) list.push(finding)
    else map.set(finding.at.resource, [finding])
  }
  return map
}
