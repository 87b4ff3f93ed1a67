// Every finding of the design review, worst first.
import { X } from 'lucide-react'
import type { Severity } from '../library.ts'
import { useStore } from '../store/index.ts'
import { IconButton } from '../ui/button.tsx'
import { severityWords } from '../ui/finding-glyph.tsx'
import { Panel } from '../ui/panel.tsx'
import { VerdictGlyph } from '../ui/verdict.tsx'
import { FindingRow } from './finding-row.tsx'
import styles from './findings-panel.module.css'

const severities: readonly Severity[] = ['error', 'warning', 'note']
const most = 100

export function FindingsPanel() {
  const findings = useStore((state) => state.findings)
  const setPanel = useStore((state) => state.setPanel)
  return (
    <Panel label="Findings" className={styles.panel}>
      <header className={styles.head}>
        <h2>Findings</h2>
        <span>{findings.length}</span>
        <IconButton label="Close" size="small" onClick={() => setPanel('inspector')}>
          <X aria-hidden="true" />
        </IconButton>
      </header>
      <div className={styles.scroll}>
        {findings.length === 0 && (
          <p className={styles.none}>
            <VerdictGlyph verdict="reachable" /> Nothing found. Every check passes.
          </p>
        )}
        {severities.map((severity) => {
          const group = findings.filter((finding) => finding.severity === severity)
          if (group.length === 0) return null
          return (
            <section key={severity} className={styles.group} aria-label={`${severityWords[severity]}s`}>
              <h3>
                {severityWords[severity]}s {group.length}
              </h3>
              <ul>
                {group.slice(0, most).map((finding, i) => (
                  <FindingRow
                    key={`${finding.check} ${finding.at.resource} ${finding.at.part ?? ''} ${i}`}
                    finding={finding}
                  />
                ))}
              </ul>
              {group.length > most && <p className={styles.more}>and {group.length - most} more</p>}
            </section>
          )
        })}
      </div>
    </Panel>
  )
}
