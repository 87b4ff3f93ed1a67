// The worst finding of a resource, at its top left; a click opens it.
import type { ResourceId, Severity } from '../../library.ts'
import { findingsOf, useStore } from '../../store/index.ts'
import { FindingGlyph, severityWords } from '../../ui/finding-glyph.tsx'
import styles from './worst-finding.module.css'

export function WorstFinding({ id }: { readonly id: ResourceId }) {
  const findings = useStore(findingsOf(id))
  const worst = findings.find(severe('error')) ?? findings.find(severe('warning')) ?? findings[0]
  if (!worst) return null
  const more = findings.length > 1 ? ` and ${findings.length - 1} more` : ''
  const title = worst.title
    .map((part) => (typeof part === 'string' ? part : 'code' in part ? part.code : nameOf(part.resource)))
    .join('')
  return (
    // The canvas hears the click: a button inside a node that is a button itself would be one too many.
    <span
      className={`${styles.finding} nodrag`}
      data-opens="findings"
      title={`${severityWords[worst.severity]}: ${title}${more}`}
    >
      <FindingGlyph severity={worst.severity} />
      <span className="visually-hidden">{`${severityWords[worst.severity]}${more}`}</span>
    </span>
  )
}

const severe = (severity: Severity) => (finding: { readonly severity: Severity }) =>
  finding.severity === severity
const nameOf = (id: ResourceId) => useStore.getState().design.resources[id]?.name ?? id
