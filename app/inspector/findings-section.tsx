// What the design review found about the resource and what stands inside it.
import { useMemo } from 'react'
import { FindingRow } from '../findings/finding-row.tsx'
import type { ResourceId, View } from '../library.ts'
import { useStore } from '../store/index.ts'
import { Section } from '../ui/panel.tsx'
import styles from './findings-section.module.css'

const most = 5

export function FindingsSection({ id }: { readonly id: ResourceId }) {
  const all = useStore((state) => state.findings)
  const view = useStore((state) => state.network.view)
  const setPanel = useStore((state) => state.setPanel)
  const findings = useMemo(
    () => all.filter((finding) => isWithin(view, finding.at.resource, id)),
    [all, view, id],
  )
  if (findings.length === 0) return null
  return (
    <Section>
      <h3 className={styles.title}>
        Findings <span>{findings.length}</span>
      </h3>
      <ul className={styles.list}>
        {findings.slice(0, most).map((finding, i) => (
          <FindingRow
            key={`${finding.check} ${finding.at.resource} ${finding.at.part ?? ''} ${i}`}
            finding={finding}
          />
        ))}
      </ul>
      {findings.length > most && (
        <button type="button" className={styles.more} onClick={() => setPanel('findings')}>
          and {findings.length - most} more
        </button>
      )}
    </Section>
  )
}

function isWithin(view: View, id: ResourceId, ancestor: ResourceId): boolean {
  let at = view.get(id)
  for (let climbed = 0; at && climbed < 16; climbed++) {
    if (at.id === ancestor) return true
    const owner = at.fields['attachedTo']
    if (owner === ancestor) return true
    at = view.get(at.parent)
  }
  return false
}
