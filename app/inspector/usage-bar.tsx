// Used and free of a range, as a bar and in words.
import type { ResourceId } from '../library.ts'
import { standing, useStore } from '../store/index.ts'
import styles from './usage-bar.module.css'
import { usageOf } from './usage.ts'

export function UsageBar({ id }: { readonly id: ResourceId }) {
  const view = useStore((state) => state.network.view)
  const tone = useStore((state) => standing(id)(state)?.tone)
  const resource = view.get(id)
  const usage = resource ? usageOf(view, resource) : null
  if (!usage) return null
  const width = usage.share === 0 ? 0 : Math.max(2, Math.min(100, usage.share * 100))
  return (
    <div>
      <div className={styles.track} aria-hidden="true">
        <div style={{ width: `${width}%`, background: `var(--${tone ?? 'vpc'}-line)` }} />
      </div>
      <p className={styles.words}>
        <span>{usage.words}</span>
        {usage.next !== null && (
          <span>
            next <code>{usage.next}</code>
          </span>
        )}
      </p>
    </div>
  )
}
