import type { ResourceId } from '../../library.ts'
import { camera, useStore, type Point } from '../../store/index.ts'
import { aroundOf } from '../around.ts'
import { containerAt } from '../hit.ts'

/** What lies under a point of the window, innermost first: a card, then the containers around. */
export function underPointer(at: Point): readonly ResourceId[] {
  if (!camera().isOver(at)) return []
  const { design } = useStore.getState()
  const node = document.elementFromPoint(at.x, at.y)?.closest<HTMLElement>('.react-flow__node')
  const chain: ResourceId[] = []
  const first = node?.dataset['id'] ?? containerAt(design, camera().toDesign(at))
  for (let id = first; id !== null && chain.length < 16; id = aroundOf(design, id)) chain.push(id)
  return chain
}
