// The answer on the canvas: light along the request, dashes along the reply, numbers, rules, and what stops it.
import { ViewportPortal } from '@xyflow/react'
import { bands } from '../project.ts'
import { Chips } from './chips.tsx'
import { Dot } from './dot.tsx'
import { Flags } from './flags.tsx'
import { Marks } from './marks.tsx'
import { endOf, rounded, type Polyline } from './polyline.ts'
import { usePlan } from './use-plan.ts'
import overlay from '../overlay.module.css'
import styles from './path-of-light.module.css'

export function PathOfLight() {
  const plan = usePlan()
  if (!plan) return null
  return (
    <ViewportPortal>
      <svg className={`${overlay.lines} ${styles.lines}`} style={{ zIndex: bands.lines }} aria-hidden="true">
        <path className={styles.intended} d={drawn(plan.intended)} />
        <path className={styles.halo} d={drawn(plan.request)} />
        <path className={styles.casing} d={drawn(plan.request)} />
        <path className={styles.core} d={drawn(plan.request)} />
        <path className={styles.reply} d={drawn(plan.reply)} />
      </svg>
      {/* Over the halo of the card that they point at. */}
      <svg className={`${overlay.lines} ${styles.lines}`} style={{ zIndex: bands.marks }} aria-hidden="true">
        {plan.request.map((line, i) => (
          <Arrow key={i} line={line} className={styles.filled} d="M1 0L-9 -5V5Z" />
        ))}
        {plan.reply.map((line, i) => (
          <Arrow key={i} line={line} className={styles.open} d="M-7 -4.5L0 0L-7 4.5" />
        ))}
      </svg>
      <Dot legs={plan.legs} />
      <Chips chips={plan.chips} />
      <Marks marks={plan.marks} />
      <Flags stops={plan.stops} />
    </ViewportPortal>
  )
}

const drawn = (lines: readonly Polyline[]) => lines.map(rounded).join('')

function Arrow({
  line,
  className,
  d,
}: {
  readonly line: Polyline
  readonly className: string | undefined
  readonly d: string
}) {
  const end = endOf(line)
  if (!end) return null
  return (
    <path
      className={className}
      d={d}
      transform={`translate(${end.tip.x} ${end.tip.y}) rotate(${end.angle})`}
    />
  )
}
