// The canvas: the design drawn by React Flow, and what the pointer does with it.
import {
  Background,
  BackgroundVariant,
  ReactFlow,
  ReactFlowProvider,
  SelectionMode,
  type NodeChange,
} from '@xyflow/react'
import '@xyflow/react/dist/base.css'
import { useCallback, useRef, useState } from 'react'
import type { ResourceId } from '../library.ts'
import { camera, hopList, useStore, type Point } from '../store/index.ts'
import { connectBy } from './connect.ts'
import { ConnectLine } from './connect-line.tsx'
import { Hairlines } from './hairlines.tsx'
import { containerAt } from './hit.ts'
import { chosenBy, type Marquee } from './marquee.ts'
import { Map } from './map.tsx'
import { commitMoves, useMoved } from './moved.ts'
import { PathOfLight } from './path/path-of-light.tsx'
import { Ghost } from './placing/ghost.tsx'
import { Slot } from './placing/slot.tsx'
import { aroundOf } from './around.ts'
import { projector, type CanvasNode, type Projection } from './project.ts'
import { shownAs } from './shown-as.ts'
import { SelectionToolbar } from './selection-toolbar.tsx'
import { useCamera } from './use-camera.ts'
import { useDragging } from './use-dragging.ts'
import { usePlacingPointer } from './placing/use-placing-pointer.ts'
import { useWalking } from './use-walking.ts'
import { CardView } from './views/card-view.tsx'
import { ContainerView } from './views/container-view.tsx'
import { WideView } from './views/wide-view.tsx'
import { ZoomBar } from './zoom-bar.tsx'
import styles from './canvas.module.css'

const nodeTypes = { container: ContainerView, card: CardView, wide: WideView }
const middleButton = [1]
const anyButton = [0, 1]
const noEdges: never[] = []
/** From here on only what is in the window is drawn, and from afar only containers. */
const many = 400

export function Canvas() {
  return (
    <ReactFlowProvider>
      <CanvasOfDesign />
    </ReactFlowProvider>
  )
}

function CanvasOfDesign() {
  const root = useRef<HTMLDivElement>(null)
  const room = useRef<HTMLDivElement>(null)
  useCamera(root, room)
  usePlacingPointer()
  const projected = useProjection()
  const dragging = useDragging()
  const walk = useWalking()
  const tool = useStore((state) => state.tool)
  const picking = useStore((state) => state.picking)
  const detail = useStore((state) => detailAt(state.zoom))
  const words = useStore((state) => state.zoom >= 0.25)
  const far = useStore((state) => farAt(state.zoom))
  const hair = useStore((state) => hairAt(state.zoom))
  const placing = useStore((state) => state.dragging !== null || state.nesting !== null)
  const setZoom = useStore((state) => state.setZoom)
  const hand = tool === 'hand'
  const marquee = useRef<Marquee | null>(null)
  const pressed = useRef<Point>({ x: 0, y: 0 })

  const onNodesChange = useCallback((changes: NodeChange<CanvasNode>[]) => {
    const { moved, setMoved } = useMoved.getState()
    const next = new window.Map(moved)
    const touched = new Set(marquee.current?.touched)
    let positions = false
    for (const change of changes) {
      if (change.type === 'position' && change.position) {
        positions = true
        next.set(change.id, { x: Math.round(change.position.x), y: Math.round(change.position.y) })
      }
      // React Flow's own selecting is only listened to during a marquee; clicks are ours.
      if (change.type === 'select' && marquee.current !== null) {
        if (change.selected) touched.add(change.id)
        else touched.delete(change.id)
      }
    }
    if (positions) setMoved(next)
    if (marquee.current !== null) {
      marquee.current = { ...marquee.current, touched }
      useStore.getState().select(chosenBy(marquee.current, marquee.current.from))
    }
  }, [])

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the presses are those of the nodes inside, which have roles of their own
    <div
      ref={root}
      className={styles.canvas}
      data-detail={detail}
      data-words={words}
      style={{ '--far': far, '--hair': hair } as React.CSSProperties}
      data-tool={picking === null ? tool : 'pick'}
      data-placing={placing}
      role="application"
      aria-label="Canvas"
      onPointerDownCapture={(event) => {
        pressed.current = { x: event.clientX, y: event.clientY }
        selectOnPress(event)
      }}
      onKeyDown={walk}
      onDoubleClick={renameOnDoubleClick}
    >
      <ReactFlow<CanvasNode>
        nodes={projected.nodes}
        edges={noEdges}
        nodeTypes={nodeTypes}
        onNodesChange={onNodesChange}
        {...dragging}
        onNodeClick={(event, node) => clickOn(node.id, event)}
        onNodeMouseEnter={(_event, node) => useStore.getState().hover(node.id)}
        onNodeMouseLeave={() => useStore.getState().hover(null)}
        onPaneClick={(event) => clickOnPane(event)}
        onSelectionStart={(event) => {
          marquee.current = {
            // The event is that of the first move, which may be far from where the button went down.
            from: camera().toDesign(pressed.current),
            before: event.shiftKey ? useStore.getState().selection : [],
            touched: new Set(),
          }
        }}
        onSelectionEnd={(event) => {
          if (marquee.current !== null) {
            const to = camera().toDesign({ x: event.clientX, y: event.clientY })
            useStore.getState().select(chosenBy(marquee.current, to))
          }
          marquee.current = null
        }}
        onMoveStart={() => root.current?.setAttribute('data-moving', 'true')}
        onMove={(_event, viewport) => setZoom(viewport.zoom)}
        onMoveEnd={() => root.current?.removeAttribute('data-moving')}
        nodesDraggable={!hand && tool !== 'connect' && picking === null}
        nodesConnectable={false}
        nodeDragThreshold={4}
        selectionOnDrag={!hand && tool !== 'connect'}
        selectionMode={SelectionMode.Partial}
        panOnDrag={hand ? anyButton : middleButton}
        panActivationKeyCode="Space"
        panOnScroll
        zoomOnDoubleClick={false}
        zIndexMode="manual"
        elevateNodesOnSelect={false}
        onlyRenderVisibleElements={projected.nodes.length > many}
        deleteKeyCode={null}
        selectionKeyCode={null}
        multiSelectionKeyCode={null}
        disableKeyboardA11y
        minZoom={0.1}
        maxZoom={4}
        attributionPosition="bottom-right"
      >
        <Background
          variant={BackgroundVariant.Dots}
          gap={16}
          size={1}
          color="var(--canvas-dot)"
          bgColor="var(--canvas)"
        />
        <Hairlines />
        <Slot />
        <ConnectLine />
        <PathOfLight />
        <SelectionToolbar />
      </ReactFlow>
      <div ref={room} className={styles.room} />
      <ZoomBar />
      <Map />
      <Ghost />
    </div>
  )
}

function useProjection(): Projection {
  const network = useStore((state) => state.network)
  const design = useStore((state) => state.design)
  const selection = useStore((state) => state.selection)
  const moved = useMoved((state) => state.moved)
  // Leaves are dropped from a large drawing that is seen from afar: drawing them is most of the work, and none is legible.
  const far = useStore((state) => state.zoom < 0.35 && Object.keys(state.design.layout).length > many)
  const [project] = useState(() => projector())
  return project(network.design === design ? network : { ...network, design }, selection, moved, far)
}

function detailAt(zoom: number): 'full' | 'less' | 'least' {
  if (zoom < 0.4) return 'least'
  return zoom < 0.7 ? 'less' : 'full'
}

/** How much larger than drawn something must be to keep its size on screen; in steps, as every node is styled anew. */
function farAt(zoom: number): number {
  return zoom < 0.4 ? Math.round(10 / zoom) / 10 : 1
}

/** How wide a line must be drawn to be a good pixel wide on screen: thinner, the dashes of a border vanish. In steps, too. */
function hairAt(zoom: number): number {
  return zoom < 1 ? Math.ceil(4.6 / zoom) / 4 : 1
}

/** On press, not on click: what is dragged must be selected before the drag begins. */
function selectOnPress(event: React.PointerEvent): void {
  const id = nodeAt(event.target)
  const { selection, select, picking, tool, dragging } = useStore.getState()
  if (id === null || event.button !== 0 || picking !== null || tool === 'hand' || dragging) return
  if (event.shiftKey || event.metaKey || event.ctrlKey || selection.includes(id)) return
  select([id])
}

function clickOn(id: ResourceId, event: React.MouseEvent): void {
  const { selection, select, picking, pick, design, tool, panel, setPanel, reveal, tracing } =
    useStore.getState()
  if (picking !== null) return pick(id)
  if (tool === 'hand') return
  if (tool === 'connect') return connectBy(id)
  // A finding's glyph and a group's tag lead to what they stand for.
  const opens =
    event.target instanceof Element
      ? event.target.closest<HTMLElement>('[data-opens]')?.dataset['opens']
      : undefined
  if (opens === 'findings') {
    select([id])
    return setPanel('findings')
  }
  if (opens !== undefined) return reveal({ resource: opens })
  if (event.shiftKey)
    return select(selection.includes(id) ? selection.filter((other) => other !== id) : [...selection, id])
  if (event.metaKey || event.ctrlKey) return select([aroundOf(design, id) ?? id])
  if (tracing) moveToHopAt(id)
  select([id])
  if (panel !== 'inspector') setPanel('inspector')
}

/** A traced card leads to its hop, in the panel and the player too; once more, to its next one. */
function moveToHopAt(id: ResourceId): void {
  const { answer, hop, design, setHop } = useStore.getState()
  const here = hopList(answer).flatMap((listed, index) =>
    shownAs(design, listed.hop.at.resource) === id ? [index] : [],
  )
  const next = here.find((index) => index > hop) ?? here[0]
  if (next !== undefined) setHop(next)
}

/** Bodies of containers let the pointer through, so a click on one comes to the pane. */
function clickOnPane(event: React.MouseEvent): void {
  const { design, select, dragging } = useStore.getState()
  if (dragging) return
  const id = containerAt(design, camera().toDesign({ x: event.clientX, y: event.clientY }))
  if (id === null) select([])
  else clickOn(id, event)
  commitMoves('Move')
}

/** A node is renamed; on the bare canvas the search for what to add opens. */
function renameOnDoubleClick(event: React.MouseEvent): void {
  const { picking, tool, setRenaming, setDialog } = useStore.getState()
  if (picking !== null || tool === 'hand' || tool === 'connect') return
  const id = nodeAt(event.target)
  if (id !== null) setRenaming(id)
  else if (event.target instanceof Element && event.target.matches('.react-flow__pane')) setDialog('commands')
}

function nodeAt(target: EventTarget): ResourceId | null {
  return target instanceof Element
    ? (target.closest<HTMLElement>('.react-flow__node')?.dataset['id'] ?? null)
    : null
}
