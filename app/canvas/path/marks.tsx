// The numbers of the hops: round for the request, square for the reply; at a crossing with the rule that decided there.
import { useStore } from '../../store/index.ts'
import { bands } from '../project.ts'
import type { Mark } from './plan-types.ts'
import overlay from '../overlay.module.css'
import styles from './marks.module.css'

export function Marks({ marks }: { readonly marks: readonly Mark[] }) {
  return marks.map((mark, i) => <MarkView key={`${mark.index} ${i}`} mark={mark} />)
}

function MarkView({ mark }: { readonly mark: Mark }) {
  const current = useStore((state) => state.hop === mark.index)
  const setHop = useStore((state) => state.setHop)
  return (
    <button
      type="button"
      className={`${overlay.point} ${styles.mark} nopan nodrag`}
      data-direction={mark.direction}
      data-side={mark.side}
      data-current={current}
      data-lod="1"
      style={{ transform: `translate(${mark.at.x}px, ${mark.at.y}px)`, zIndex: bands.marks }}
      aria-label={`Hop ${mark.number}${mark.label === '' ? '' : `, ${mark.whole ?? mark.label}`}`}
      title={mark.whole}
      aria-current={current ? 'step' : undefined}
      tabIndex={-1}
      onClick={() => setHop(mark.index)}
    >
      <span className={styles.number}>{mark.number}</span>
      {mark.label !== '' && <span className={styles.label}>{mark.label}</span>}
    </button>
  )
}
