// What a gateway changed in the header: the old value struck through, the new one bold.
import { useStore } from '../../store/index.ts'
import { bands } from '../project.ts'
import type { Chip } from './plan-types.ts'
import styles from './chips.module.css'

export function Chips({ chips }: { readonly chips: readonly Chip[] }) {
  const setHop = useStore((state) => state.setHop)
  const hop = useStore((state) => state.hop)
  return chips.map((chip, i) => (
    <button
      key={i}
      type="button"
      tabIndex={-1}
      className={`${styles.chip} nopan nodrag`}
      data-direction={chip.direction}
      data-current={chip.index === hop}
      data-lod="1"
      style={{ transform: `translate(${chip.at.x}px, ${chip.at.y}px)`, zIndex: bands.marks }}
      onClick={() => setHop(chip.index)}
    >
      {chip.what} <s>{chip.from}</s> <span aria-label="becomes">→</span> <b>{chip.to}</b>
    </button>
  ))
}
