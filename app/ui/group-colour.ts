// The colour of a security group, for components.
import { groupColour, type ResourceId } from '../library.ts'
import { useStore } from '../store/index.ts'

export function useGroupColour(id: ResourceId): number {
  return useStore((state) => groupColour(state.network.view, id))
}
