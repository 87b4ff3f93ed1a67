// The one dot upon the path, from the hop before to the one that is looked at. It only runs while the trace plays.
import { hopList, useStore } from '../../store/index.ts'
import { bands } from '../project.ts'
import { rounded, type Polyline } from './polyline.ts'
import styles from './dot.module.css'

export function Dot({ legs }: { readonly legs: readonly Polyline[] }) {
  const hop = useStore((state) => state.hop)
  const playing = useStore((state) => state.playing)
  const direction = useStore((state) => hopList(state.answer)[state.hop]?.direction ?? 'request')
  const leg = legs[hop] ?? []
  if (!playing || leg.length < 2) return null
  return (
    <span
      // A new leg is a new run.
      key={hop}
      className={styles.dot}
      data-direction={direction}
      style={{ offsetPath: `path("${rounded(leg)}")`, zIndex: bands.marks }}
      aria-hidden="true"
    />
  )
}
