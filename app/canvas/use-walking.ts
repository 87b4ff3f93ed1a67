// Walking the canvas without a mouse: Tab and Shift+Tab along siblings, Enter into a container. Escape is a command.
import { useCallback } from 'react'
import { shownOn, type Design, type ResourceId } from '../library.ts'
import { useStore } from '../store/index.ts'
import { aroundOf } from './around.ts'
import { focusNode } from './focus-node.ts'

export function useWalking(): (event: React.KeyboardEvent) => void {
  return useCallback((event: React.KeyboardEvent) => {
    const target =
      event.target instanceof Element ? event.target.closest<HTMLElement>('.react-flow__node') : null
    const id = target?.dataset['id']
    if (target !== event.target || id === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    const { design, picking, pick, selection, select, tool, connectBy } = useStore.getState()
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      if (picking !== null) return pick(id)
      if (tool === 'connect') return connectBy(id)
      const first = event.key === 'Enter' && selection[0] === id ? siblings(design, id)[0] : undefined
      if (first === undefined) select([id])
      else focusNode(first)
      return
    }
    if (event.key !== 'Tab') return
    const around = siblings(design, aroundOf(design, id))
    const next = around[around.indexOf(id) + (event.shiftKey ? -1 : 1)]
    // Past the last sibling, Tab leaves the canvas as it leaves any other part of the page.
    if (next === undefined) return
    event.preventDefault()
    focusNode(next)
  }, [])
}

/** What is drawn directly in a container, in reading order: by rows, then from the left. */
function siblings(design: Design, container: ResourceId | null): ResourceId[] {
  return Object.entries(design.layout)
    .filter(([id]) => shownOn(design, id) !== 'none' && aroundOf(design, id) === container)
    .sort(([, a], [, b]) => (Math.abs(a.y - b.y) > 24 ? a.y - b.y : a.x - b.x))
    .map(([id]) => id)
}
