// Attachments as hairlines: a gateway to the outside, a peering to its two VPCs. Containment is boxes, never lines.
import { ViewportPortal } from '@xyflow/react'
import { useMemo } from 'react'
import { shownOn, type Box, type Design, type ResourceId } from '../library.ts'
import { useStore } from '../store/index.ts'
import { boxesOf } from './hit.ts'
import { bands } from './project.ts'
import styles from './hairlines.module.css'

export function Hairlines() {
  const design = useStore((state) => state.design)
  const hidden = useStore((state) => state.tracing && state.answer?.ok === true)
  const path = useMemo(() => attachments(design).map(lineBetween).join(''), [design])
  if (hidden) return null
  return (
    <ViewportPortal>
      <svg className={styles.lines} style={{ zIndex: bands.lines }} aria-hidden="true">
        <path d={path} />
      </svg>
    </ViewportPortal>
  )
}

type Pair = readonly [from: Box, to: Box]

function attachments(design: Design): Pair[] {
  const boxes = boxesOf(design)
  const pairs: Pair[] = []
  const outside = Object.values(design.resources).find(({ kind }) => kind === 'internet')
  const internet = outside && boxes.get(outside.id)
  for (const resource of Object.values(design.resources)) {
    const box = boxes.get(resource.id)
    if (!box) continue
    const shape = shownOn(design, resource.id)
    // Whatever straddles an upper border leads outside.
    if (shape === 'border-top' && internet) pairs.push([box, internet])
    if (shape === 'between')
      for (const value of Object.values(resource.fields)) {
        const end = typeof value === 'string' ? joined(design, boxes, value) : undefined
        if (end) pairs.push([box, end])
      }
  }
  return pairs
}

function joined(design: Design, boxes: ReadonlyMap<ResourceId, Box>, id: string): Box | undefined {
  return design.resources[id] && shownOn(design, id) === 'container' ? boxes.get(id) : undefined
}

/** Straight where the boxes face each other, otherwise with one turn half way. */
function lineBetween([a, b]: Pair): string {
  const left = Math.max(a.x, b.x)
  const right = Math.min(a.x + a.width, b.x + b.width)
  const [upper, lower] = a.y < b.y ? [a, b] : [b, a]
  if (right - left > 8) {
    const x = clamp(a.x + a.width / 2, left + 4, right - 4)
    return `M${x} ${upper.y + upper.height}V${lower.y}`
  }
  const top = Math.max(a.y, b.y)
  const bottom = Math.min(a.y + a.height, b.y + b.height)
  const [west, east] = a.x < b.x ? [a, b] : [b, a]
  if (bottom - top > 8) {
    const y = clamp(a.y + a.height / 2, top + 4, bottom - 4)
    return `M${west.x + west.width} ${y}H${east.x}`
  }
  const x1 = upper.x + upper.width / 2
  const x2 = lower.x + lower.width / 2
  const y = (upper.y + upper.height + lower.y) / 2
  return `M${x1} ${upper.y + upper.height}V${y}H${x2}V${lower.y}`
}

const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high)
