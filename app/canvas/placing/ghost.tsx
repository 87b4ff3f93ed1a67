// What is being placed, under the pointer: the real card at the canvas's zoom, and what letting go would do.
import { Ban } from 'lucide-react'
import { kinds, shownOn, type Design, type Kind, type Legality, type ResourceId } from '../../library.ts'
import { useStore, type Store } from '../../store/index.ts'
import { KindIcon } from '../../ui/kind-icon.tsx'
import styles from './ghost.module.css'
import { previewOf } from './preview.ts'

export function Ghost() {
  const dragging = useStore((state) => state.dragging)
  const nesting = useStore((state) => state.nesting)
  if (dragging) return <NewGhost {...dragging} />
  if (nesting && !nesting.legality.ok) return <DraggedWhyNot {...nesting} why={nesting.legality.why} />
  return null
}

function NewGhost({ kind: name, x, y, legality, over }: NonNullable<Store['dragging']>) {
  const zoom = useStore((state) => state.zoom)
  const design = useStore((state) => state.design)
  const kind = kinds.get(name)
  if (!kind) return null
  const parent = legality === null ? undefined : legality.ok ? legality.parent : legality.instead
  const called =
    parent === undefined || (parent === null && !legality?.ok)
      ? undefined
      : previewOf(design, name, parent)?.name
  const { width, height } = kind.placement.size
  const grip = { x: Math.min(width, 260) / 2, y: Math.min(height / 2, 24) }
  // What the tooltip keeps off, above and beneath the pointer.
  const reach = {
    '--above': `${grip.y * zoom}px`,
    '--beneath': `${(drawnHeight(height) - grip.y) * zoom}px`,
    '--right': `${window.innerWidth - x}px`,
  } as React.CSSProperties
  return (
    <div
      className={styles.ghost}
      style={{ ...reach, transform: `translate(${x}px, ${y}px)` }}
      aria-hidden="true"
    >
      <div
        className={styles.scaled}
        style={{ transform: `scale(${zoom}) translate(${-grip.x}px, ${-grip.y}px)` }}
      >
        <GhostCard kind={kind} name={called ?? kind.title} />
      </div>
      {legality?.ok && legality.says !== undefined && (
        <output className={styles.tooltip} data-above={y > window.innerHeight - 190}>
          <p className={styles.letGo}>
            <i />
            <span>Let go: {legality.says}</span>
          </p>
        </output>
      )}
      {legality && !legality.ok && <WhyNot kind={kind} legality={legality} over={over} y={y} />}
    </div>
  )
}

const drawnHeight = (height: number) => Math.min(height || 44, 120)

function GhostCard({ kind, name }: { readonly kind: Kind; readonly name: string }) {
  const { size, shape } = kind.placement
  const container = shape === 'container'
  const low = !container && size.height <= 60
  return (
    <div
      className={container ? styles.container : low ? styles.wide : styles.card}
      // Never narrower than its words: before it is over the canvas it is called by its kind.
      style={{ minWidth: Math.min(size.width || 160, 260), height: drawnHeight(size.height) }}
    >
      <KindIcon kind={kind.name} size={container ? 22 : low ? 30 : 32} />
      <span className={styles.words}>
        <b>{name}</b>
        {low && name !== kind.title && <small>{kind.title}</small>}
      </span>
    </div>
  )
}

interface WhyNotProps {
  readonly kind: Kind
  readonly legality: Extract<Legality, { ok: false }>
  readonly over: ResourceId | null
  readonly y: number
}

function WhyNot({ kind, legality, over, y }: WhyNotProps) {
  const design = useStore((state) => state.design)
  const instead = legality.instead === null ? null : design.resources[legality.instead]
  const [before, after] = !kind.placement.shape.startsWith('border')
    ? ['goes into', '']
    : // A Region is nothing that a gateway attaches to.
      instead?.kind === 'region'
      ? ['waits in', ', attached to nothing']
      : ['attaches to', ', on its border']
  return (
    <output className={styles.tooltip} data-above={y > window.innerHeight - 230}>
      <p className={styles.not}>
        <Ban size={14} aria-hidden="true" />
        Not {over === null ? 'on the bare canvas' : `into ${nameOf(design, over)}`}
      </p>
      <p className={styles.why}>{legality.why}</p>
      {instead ? (
        <p className={styles.letGo}>
          <i />
          <span>
            Let go: {before} <b>{instead.name}</b>
            {after}
          </span>
        </p>
      ) : (
        <p className={styles.idle}>Let go: nothing is added</p>
      )}
    </output>
  )
}

interface DraggedWhyNotProps {
  readonly over: ResourceId | null
  readonly why: string
  readonly x: number
  readonly y: number
}

function DraggedWhyNot({ over, why, x, y }: DraggedWhyNotProps) {
  const design = useStore((state) => state.design)
  return (
    <div
      className={styles.ghost}
      style={
        {
          transform: `translate(${x}px, ${y}px)`,
          '--right': `${window.innerWidth - x}px`,
        } as React.CSSProperties
      }
    >
      <output className={styles.tooltip} data-above={y > window.innerHeight - 190} data-dragged>
        <p className={styles.not}>
          <Ban size={14} aria-hidden="true" />
          Not{' '}
          {over === null || shownOn(design, over) === 'none' ? 'out here' : `into ${nameOf(design, over)}`}
        </p>
        <p className={styles.why}>{why}</p>
        <p className={styles.idle}>Let go: it goes back</p>
      </output>
    </div>
  )
}

const nameOf = (design: Design, id: ResourceId) => design.resources[id]?.name ?? id
