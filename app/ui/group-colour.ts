// The colour of a security group, for components.
import { groupColour } from '../analysis/card-facts.ts'
import type { ResourceId } from '../library.ts'
import { useStore } from '../store/index.ts'

export function useGroupColour(id: ResourceId): number {
  return useStore((state) => groupColour(state.network, id))
}
