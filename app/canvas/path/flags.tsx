// What stops the packet: an octagon on the border it closes, and a flag that names the table and the rule.
import { useStore } from '../../store/index.ts'
import { VerdictGlyph } from '../../ui/verdict.tsx'
import { bands } from '../project.ts'
import type { Stop } from './plan-types.ts'
import overlay from '../overlay.module.css'
import styles from './flags.module.css'

export function Flags({ stops }: { readonly stops: readonly Stop[] }) {
  const setHop = useStore((state) => state.setHop)
  return stops.map((stop, i) => (
    <button
      key={i}
      type="button"
      className={`${overlay.point} nopan nodrag`}
      data-unknown={stop.unknown}
      style={{
        transform: `translate(${stop.at.x}px, ${stop.at.y}px)`,
        zIndex: bands.marks,
      }}
      aria-label={`${stop.unknown ? 'Not known' : 'Blocked'}: ${stop.words}`}
      tabIndex={-1}
      onClick={() => setHop(stop.index)}
    >
      {stop.first && (
        <span className={styles.octagon}>
          <VerdictGlyph verdict={stop.unknown ? 'unknown' : 'blocked'} size={24} />
        </span>
      )}
      <span
        className={styles.flag}
        style={{ left: stop.flag.x, top: stop.flag.y, minWidth: stop.flag.width }}
        data-lod="1"
      >
        {stop.words}
      </span>
    </button>
  ))
}
