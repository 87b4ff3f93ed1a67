// Dragging what is on the canvas: within its container, into another one, out of it, or (with Alt) as a copy. Ctrl or Cmd
// moves without nesting and without lining up; Escape puts everything back.
import type { NodeChange, OnNodeDrag, OnNodesChange } from '@xyflow/react'
import { useState } from 'react'
import { kinds, whereTo, type Design, type ResourceId } from '../library.ts'
import { camera, useStore, type Point } from '../store/index.ts'
import { aroundOf } from './around.ts'
import { drop } from './drop.ts'
import { aimedAt } from './hit.ts'
import { linedUp } from './lined-up.ts'
import { useMoved } from './moved.ts'
import { onEscape } from './on-escape.ts'
import type { CanvasNode } from './project.ts'

/** Looked at this often while moving, so that containers do not flicker. */
const interval = 60

interface DragHandlers {
  readonly onNodesChange: OnNodesChange<CanvasNode>
  readonly onNodeDragStart: OnNodeDrag<CanvasNode>
  readonly onNodeDrag: OnNodeDrag<CanvasNode>
  readonly onNodeDragStop: OnNodeDrag<CanvasNode>
}

export function useDragging(): DragHandlers {
  return useState(dragHandlers)[0]
}

function dragHandlers(): DragHandlers {
  let lookedAt = 0
  let cancelled = false
  let loose = false
  let stopListening = (): void => undefined
  return {
    // React Flow's own selecting is not listened to: clicks and marquees are ours.
    onNodesChange(changes) {
      const positions = changes.flatMap(positionOf)
      if (positions.length === 0 || cancelled) return
      const { moved, setMoved } = useMoved.getState()
      const { design, nesting } = useStore.getState()
      const beside = nesting?.legality.ok ? nesting.legality.parent : undefined
      const { boxes, guides } = linedUp(design, positions, loose ? 0 : 8 / camera().zoom(), beside)
      const next = new Map(moved)
      for (const [id, box] of boxes) next.set(id, box)
      setMoved(next, guides)
    },
    onNodeDragStart(event) {
      lookedAt = 0
      cancelled = false
      loose = isLoose(event)
      stopListening()
      const cancel = () => {
        cancelled = true
        useMoved.getState().clear()
        useStore.getState().setNesting(null)
      }
      const stopKeys = onEscape(() => {
        cancel()
        letGo()
      })
      const giveUp = () => {
        cancel()
        stopListening()
      }
      // A second finger means to move the canvas: React Flow ends the drag without a word.
      const onTouch = ({ touches }: TouchEvent) => touches.length > 1 && giveUp()
      window.addEventListener('touchstart', onTouch, { capture: true })
      // The system has taken the touch over: nobody has let go.
      window.addEventListener('pointercancel', giveUp)
      // Of a design that has become another one, such as by undo, what is held may be gone.
      const stopWatching = useStore.subscribe((state, before) => {
        if (state.design === before.design) return
        stopListening()
        cancel()
        letGo()
      })
      stopListening = () => {
        stopKeys()
        stopWatching()
        window.removeEventListener('touchstart', onTouch, { capture: true })
        window.removeEventListener('pointercancel', giveUp)
      }
    },
    onNodeDrag(event, _node, nodes) {
      loose = isLoose(event)
      const now = performance.now()
      if (cancelled || now - lookedAt < interval) return
      lookedAt = now
      look(event, nodes)
    },
    onNodeDragStop(event, _node, nodes) {
      stopListening()
      const { clear } = useMoved.getState()
      if (cancelled) return clear()
      look(event, nodes)
      drop(event.altKey)
    },
  }
}

function positionOf(change: NodeChange<CanvasNode>): [ResourceId, Point][] {
  return change.type === 'position' && change.position ? [[change.id, change.position]] : []
}

/** What letting go here would do. */
function look(event: MouseEvent | TouchEvent, nodes: readonly CanvasNode[]): void {
  const { design, setNesting } = useStore.getState()
  const ids = nodes.map((node) => node.id)
  const first = ids[0]
  if (first === undefined || isLoose(event)) return setNesting(null)
  const at = pointOf(event)
  const kind = kinds.get(design.resources[first]?.kind ?? '')
  const over = aimedAt(design, kind, camera().toDesign(at), new Set(ids))
  if (ids.every((id) => staysIn(design, id, over))) return setNesting(null)
  const legality = whereTo(design, design.resources[first]?.kind ?? '', over, first)
  setNesting({ ids, over, legality, ...at })
}

/** Over its own container, or over something inside it that does not take it. */
function staysIn(design: Design, id: ResourceId, over: ResourceId | null): boolean {
  const own = aroundOf(design, id)
  if (own === over) return true
  const legality = whereTo(design, design.resources[id]?.kind ?? '', over, id)
  const goes = legality.ok ? legality.parent : legality.instead
  return goes !== null && goes === design.resources[id]?.parent
}

/** React Flow's drag ends like any other: with a release, which is made here. The click after the real one is no click. */
function letGo(): void {
  const swallow = (event: Event) => event.stopPropagation()
  window.addEventListener('click', swallow, { capture: true })
  window.addEventListener(
    'pointerup',
    () => setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0),
    { once: true, capture: true },
  )
  window.dispatchEvent(new MouseEvent('mouseup', { view: window }))
}

const isLoose = (event: { readonly ctrlKey: boolean; readonly metaKey: boolean }) =>
  event.ctrlKey || event.metaKey

function pointOf(event: MouseEvent | TouchEvent): Point {
  if ('clientX' in event) return { x: event.clientX, y: event.clientY }
  const touch = event.touches[0] ?? event.changedTouches[0]
  return { x: touch?.clientX ?? 0, y: touch?.clientY ?? 0 }
}
