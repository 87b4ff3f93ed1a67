// The canvas: the design drawn by React Flow, and what the pointer does with it.
import {
  Background,
  BackgroundVariant,
  ReactFlow,
  ReactFlowProvider,
  SelectionMode,
  useKeyPress,
} from '@xyflow/react'
import '@xyflow/react/dist/base.css'
import { useRef, useState } from 'react'
import { useStore } from '../store/index.ts'
import { AttachMenu } from './connecting/attach-menu.tsx'
import { ConnectLine, ConnectWords } from './connecting/connect-line.tsx'
import { Hairlines } from './hairlines.tsx'
import { FieldInPlace } from './field-in-place.tsx'
import { Guides } from './guides.tsx'
import { Map } from './map.tsx'
import { useMoved } from './moved.ts'
import { PathOfLight } from './path/path-of-light.tsx'
import { Ghost } from './placing/ghost.tsx'
import { Slot } from './placing/slot.tsx'
import { clickOn, clickOnPane, openOnDoubleClick, selectOnPress } from './presses.ts'
import { projector, type CanvasNode, type Projection } from './project.ts'
import { SelectionToolbar } from './toolbar/selection-toolbar.tsx'
import { useCamera } from './use-camera.ts'
import { useDragging } from './use-dragging.ts'
import { useEdgePan } from './use-edge-pan.ts'
import { useMarquee } from './use-marquee.ts'
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
  useEdgePan()
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
  // With Space held, a drag pans wherever it starts: also on a card.
  const hand = useKeyPress('Space') || tool === 'hand'
  const marquee = useMarquee()

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the presses are those of the nodes inside, which have roles of their own
    <div
      ref={root}
      className={styles.canvas}
      data-detail={detail}
      data-words={words}
      style={{ '--far': far, '--hair': hair } as React.CSSProperties}
      data-tool={hand ? 'hand' : picking === null ? tool : 'pick'}
      data-placing={placing}
      role="application"
      aria-label="Canvas"
      onPointerDownCapture={selectOnPress}
      onKeyDown={walk}
      onDoubleClick={openOnDoubleClick}
    >
      <ReactFlow<CanvasNode>
        nodes={projected.nodes}
        edges={noEdges}
        nodeTypes={nodeTypes}
        {...dragging}
        onNodeClick={(event, node) => clickOn(node.id, event)}
        onNodeMouseEnter={(_event, node) => useStore.getState().hover(node.id)}
        onNodeMouseLeave={() => useStore.getState().hover(null)}
        onPaneClick={(event) => clickOnPane(event)}
        {...marquee}
        onMoveStart={() => root.current?.setAttribute('data-moving', 'true')}
        onMove={(_event, viewport) => setZoom(viewport.zoom)}
        onMoveEnd={() => root.current?.removeAttribute('data-moving')}
        nodesDraggable={!hand && tool !== 'connect' && picking === null}
        nodesConnectable={false}
        nodeDragThreshold={4}
        selectionOnDrag={!hand}
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
          size={2}
          color="var(--canvas-dot)"
          bgColor="var(--canvas)"
        />
        <Hairlines />
        <Guides />
        <Slot />
        <ConnectLine />
        <PathOfLight />
        <SelectionToolbar />
        <FieldInPlace />
      </ReactFlow>
      <div ref={room} className={styles.room} />
      <ZoomBar />
      <Map />
      <Ghost />
      <ConnectWords />
      <AttachMenu />
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
