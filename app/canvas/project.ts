// Nodes as React Flow wants them: a projection of the design, never the document. A node that did not change keeps its
// identity, so that React Flow and React leave it alone.
import type { Node } from '@xyflow/react'
import { isLocked, kinds, shownOn, type Box, type Network, type ResourceId } from '../library.ts'
import { aroundOf } from './around.ts'
import { depthOf } from './hit.ts'
import { standingIn } from '../analysis/standing-in.ts'

type ViewName = 'container' | 'card' | 'wide'
export type CanvasNode = Node<Record<string, never>, ViewName>

/** Boxes that differ from the design's while something is dragged or resized. */
export type Moved = ReadonlyMap<ResourceId, Partial<Box>>

/** Bands of depth. Hairlines and paths are drawn between the containers and the cards, marks above them. */
export const bands = { containers: 0, lines: 40, cards: 50, held: 56, marks: 60, toolbar: 70 } as const

const noData: Record<string, never> = {}

export interface Projection {
  readonly nodes: CanvasNode[]
  readonly byId: ReadonlyMap<ResourceId, CanvasNode>
}

/** Projects again and again; what did not change since the last time is the same object. */
export function projector(): (
  network: Network,
  selection: readonly ResourceId[],
  moved: Moved,
  far: boolean,
) => Projection {
  let last: Projection = { nodes: [], byId: new Map() }
  return (network, selection, moved, far) => (last = project(network, selection, moved, far, last))
}

function project(
  network: Network,
  selection: readonly ResourceId[],
  moved: Moved,
  far: boolean,
  before: Projection,
): Projection {
  const { design } = network
  const selected = new Set(selection)
  const nodes = new Map<ResourceId, CanvasNode>()
  // Exactly one node can be reached by Tab; the arrow keys, Tab and Enter lead on from there.
  const tabbable = selection.find((id) => design.layout[id]) ?? null
  const add = (id: ResourceId): void => {
    const box = design.layout[id]
    const shape = shownOn(design, id)
    if (!box || shape === 'none' || nodes.has(id)) return
    if (far && shape === 'card' && !selected.has(id)) return
    const around = aroundOf(design, id)
    // React Flow needs parents before their children.
    if (around !== null) add(around)
    nodes.set(
      id,
      nodeOf(
        network,
        id,
        { ...box, ...moved.get(id) },
        around,
        selected.has(id),
        before.byId.get(id),
        moved.has(id),
        tabbable,
      ),
    )
  }
  for (const id of Object.keys(design.layout)) add(id)
  return { nodes: [...nodes.values()], byId: nodes }
}

function nodeOf(
  network: Network,
  id: ResourceId,
  box: Box,
  around: ResourceId | null,
  selected: boolean,
  before: CanvasNode | undefined,
  held: boolean,
  tabbable: ResourceId | null,
): CanvasNode {
  const { design } = network
  const resource = design.resources[id]
  const kind = kinds.get(resource?.kind ?? '')
  const type = viewOfShape(shownOn(design, id), kind?.placement.size.height ?? 0)
  const word = resource ? standingIn(network, resource)?.word : undefined
  const ariaLabel = `${kind?.title ?? 'Resource'} ${resource?.name ?? id}${word ? `, ${word}` : ''}`
  const isContainer = type === 'container'
  const zIndex = isContainer
    ? bands.containers + Math.min(3, depthOf(design, id)) * 10
    : held
      ? bands.held
      : bands.cards
  const locked = isLocked(design, id)
  const tabIndex = tabbable === null ? (around === null ? 0 : -1) : id === tabbable ? 0 : -1
  if (
    before &&
    before.type === type &&
    before.position.x === box.x &&
    before.position.y === box.y &&
    before.width === box.width &&
    before.height === box.height &&
    (before.parentId ?? null) === around &&
    before.selected === selected &&
    (before.draggable === false) === locked &&
    before.ariaLabel === ariaLabel &&
    before.zIndex === zIndex &&
    before.domAttributes?.tabIndex === tabIndex
  )
    return before
  const { x, y, width, height } = box
  return {
    id,
    type,
    data: noData,
    position: { x, y },
    width,
    height,
    // Given here, nothing has to be measured before the first frame.
    measured: { width, height },
    ...(around === null ? {} : { parentId: around }),
    selected,
    ...(locked ? { draggable: false } : {}),
    zIndex,
    ariaLabel,
    ariaRole: isContainer ? 'group' : 'button',
    focusable: false,
    domAttributes: {
      tabIndex,
      'aria-roledescription': undefined,
      ...(isContainer ? {} : { 'aria-pressed': selected }),
    },
    ...(isContainer ? { dragHandle: '[data-drag]', style: { pointerEvents: 'none' } } : {}),
  }
}

function viewOfShape(shape: string, usualHeight: number): ViewName {
  if (shape === 'container') return 'container'
  // Gateways, peerings and the outside are wide and low; what stands in a subnet is a card.
  return shape === 'card' && usualHeight > 60 ? 'card' : 'wide'
}
