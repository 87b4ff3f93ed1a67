// The design as a tree: arrows move, open and close; Enter selects and brings it into view.
import { ResourceIcon } from '../canvas/parts/resource-icon.tsx'
import { ChevronRight } from 'lucide-react'
import { useMemo, useRef, useState, type KeyboardEvent } from 'react'
import type { ResourceId } from '../library.ts'
import { useStore } from '../store/index.ts'
import styles from './outline.module.css'
import { firstClosed, outlineRows, type OutlineRow } from './outline-rows.ts'

export function Outline() {
  const network = useStore((state) => state.network)
  const selection = useStore((state) => state.selection)
  const reveal = useStore((state) => state.reveal)
  const hover = useStore((state) => state.hover)
  const [closed, setClosed] = useState<ReadonlySet<ResourceId>>(() => firstClosed(network.view))
  const [entered, setEntered] = useState<ResourceId | null>(null)
  const tree = useRef<HTMLDivElement>(null)
  const rows = useMemo(() => outlineRows(network.view, closed), [network, closed])
  const at = Math.max(
    0,
    rows.findIndex((row) => row.id === (entered ?? selection[0])),
  )

  const go = (index: number) => {
    const row = rows[Math.min(Math.max(0, index), rows.length - 1)]
    if (!row) return
    setEntered(row.id)
    ;(tree.current?.children[rows.indexOf(row)] as HTMLElement | undefined)?.focus()
  }
  const setOpen = (id: ResourceId, open: boolean) => {
    const next = new Set(closed)
    if (open) next.delete(id)
    else next.add(id)
    setClosed(next)
  }
  const key = (event: KeyboardEvent, row: OutlineRow, index: number) => {
    const actions: Readonly<Record<string, () => void>> = {
      ArrowDown: () => go(index + 1),
      ArrowUp: () => go(index - 1),
      Home: () => go(0),
      End: () => go(rows.length - 1),
      ArrowRight: () => (row.open === false ? setOpen(row.id, true) : row.open ? go(index + 1) : undefined),
      ArrowLeft: () =>
        row.open ? setOpen(row.id, false) : go(rows.findIndex((each) => each.id === row.parent)),
      Enter: () => reveal({ resource: row.id }),
      ' ': () => reveal({ resource: row.id }),
    }
    const action = actions[event.key]
    if (!action) return
    event.preventDefault()
    event.stopPropagation()
    action()
  }
  if (rows.length === 0) return <p className={styles.empty}>Nothing here yet.</p>
  return (
    <div ref={tree} role="tree" aria-label="Outline" className={styles.tree}>
      {rows.map((row, index) => (
        <div
          key={row.id}
          role="treeitem"
          aria-level={row.level}
          aria-selected={selection.includes(row.id)}
          {...(row.open === null ? {} : { 'aria-expanded': row.open })}
          tabIndex={index === at ? 0 : -1}
          className={styles.row}
          style={{ paddingLeft: 6 + (row.level - 1) * 12 }}
          onClick={() => {
            setEntered(row.id)
            reveal({ resource: row.id })
          }}
          onFocus={() => setEntered(row.id)}
          onKeyDown={(event) => key(event, row, index)}
          onPointerEnter={() => hover(row.id)}
          onPointerLeave={() => hover(null)}
        >
          {/* The keyboard opens and closes with the arrows. */}
          {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
          <span
            className={row.open ? styles.open : styles.twist}
            onClick={(event) => {
              event.stopPropagation()
              if (row.open !== null) setOpen(row.id, !row.open)
            }}
          >
            {row.open !== null && <ChevronRight aria-hidden="true" />}
          </span>
          <ResourceIcon id={row.id} size={16} />
          <span className={styles.name}>{row.name}</span>
        </div>
      ))}
    </div>
  )
}
