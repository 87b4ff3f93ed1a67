// A VPC: its addresses, how many are given out, and the rules that stand in it.
import { ChevronRight } from 'lucide-react'
import { kinds, type ResourceId } from '../../library.ts'
import { useStore } from '../../store/index.ts'
import { KindIcon } from '../../ui/kind-icon.tsx'
import { Section } from '../../ui/panel.tsx'
import { FieldControl } from '../field-control.tsx'
import { FieldsForm } from '../fields-form.tsx'
import { UsageBar } from '../usage-bar.tsx'
import styles from './forms.module.css'

export function VpcForm({ id }: { readonly id: ResourceId }) {
  const cidr = kinds.get('vpc')?.fields['cidr']
  return (
    <>
      <Section className={styles.first}>
        {cidr && <FieldControl id={id} name="cidr" field={cidr} label="CIDR" />}
        <UsageBar id={id} />
        <details className={styles.more}>
          <summary>More settings</summary>
          <FieldsForm id={id} without={['cidr']} />
        </details>
      </Section>
    </>
  )
}

/** The tables and groups of the VPC, which the canvas does not draw. */
export function VpcRules({ id }: { readonly id: ResourceId }) {
  const view = useStore((state) => state.network.view)
  const reveal = useStore((state) => state.reveal)
  const rules = view
    .children(id)
    .filter((resource) => kinds.get(resource.kind)?.category === 'rules')
    .toSorted((a, b) => (kinds.get(a.kind)?.palette ?? 0) - (kinds.get(b.kind)?.palette ?? 0))
  return (
    <Section>
      <h3 className={styles.heading}>Tables and groups</h3>
      <ul className={styles.items}>
        {rules.map((resource) => (
          <li key={resource.id}>
            <button
              type="button"
              className={`${styles.item} ${styles.link}`}
              onClick={() => reveal({ resource: resource.id })}
            >
              <KindIcon kind={resource.kind} size={18} />
              {resource.name}
              <span className={styles.quiet}>{kinds.get(resource.kind)?.title}</span>
              <ChevronRight aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
    </Section>
  )
}
