// How many findings there are, by severity; opens their list.
import type { Severity } from '../library.ts'
import { useStore } from '../store/index.ts'
import { FindingGlyph, severityWords } from '../ui/finding-glyph.tsx'
import styles from './top.module.css'

const severities: readonly Severity[] = ['error', 'warning', 'note']

export function FindingsButton() {
  const findings = useStore((state) => state.findings)
  const open = useStore((state) => state.panel === 'findings' && !state.tracing)
  const setPanel = useStore((state) => state.setPanel)
  const endTrace = useStore((state) => state.endTrace)
  const counts = severities.map((severity) => ({
    severity,
    count: findings.filter((each) => each.severity === severity).length,
  }))
  return (
    <button
      type="button"
      className={styles.findings}
      aria-pressed={open}
      onClick={() => {
        if (!open) endTrace()
        setPanel(open ? 'inspector' : 'findings')
      }}
    >
      {counts
        .filter(({ count }) => count > 0)
        .map(({ severity, count }) => (
          <span
            key={severity}
            className={`${styles.count} ${styles[severity]}`}
            title={`${severityWords[severity]}s`}
          >
            <FindingGlyph severity={severity} named />
            {count > 99 ? '99+' : count}
          </span>
        ))}
      Findings
    </button>
  )
}
