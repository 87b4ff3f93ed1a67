// The worst finding of a resource, at its top left; a click opens it.
import type { ResourceId, Severity } from '../../library.ts'
import { findingsOf, useStore } from '../../store/index.ts'
import { FindingGlyph, severityWords } from '../../ui/finding-glyph.tsx'
import styles from './worst-finding.module.css'

export function WorstFinding({ id }: { readonly id: ResourceId }) {
  const findings = useStore(findingsOf(id))
  const select = useStore((state) => state.select)
  const setPanel = useStore((state) => state.setPanel)
  const worst = findings.find(severe('error')) ?? findings.find(severe('warning')) ?? findings[0]
  if (!worst) return null
  const more = findings.length > 1 ? ` and ${findings.length - 1} more` : ''
  return (
    <span
      className={`${styles.finding} nodrag`}
      role="img"
      aria-label={`${severityWords[worst.severity]}${more}`}
      title={`${severityWords[worst.severity]}: ${worst.title.map((part) => (typeof part === 'string' ? part : 'code' in part ? part.code : nameOf(part.resource))).join('')}${more}`}
      onPointerDown={(event) => event.stopPropagation()}
      onClick={(event) => {
        event.stopPropagation()
        select([id])
        setPanel('findings')
      }}
    >
      <FindingGlyph severity={worst.severity} />
    </span>
  )
}

const severe = (severity: Severity) => (finding: { readonly severity: Severity }) => finding.severity === severity
const nameOf = (id: ResourceId) => useStore.getState().design.resources[id]?.name ?? id
