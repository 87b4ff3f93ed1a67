// A subnet: its addresses, and the tables that say where its packets go and what crosses its border.
import { ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { reparent, type ResourceId } from '../../library.ts'
import { useStore } from '../../store/index.ts'
import { KindIcon } from '../../ui/kind-icon.tsx'
import { Section } from '../../ui/panel.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { SelectField } from '../../ui/text-field.tsx'
import { FieldControl } from '../field-control.tsx'
import { FieldsForm } from '../fields-form.tsx'
import { kinds, networkAclOf, type Subnet } from '../../library.ts'
import { rowsOf } from '../../trace/words.ts'
import { UsageBar } from '../usage-bar.tsx'
import { AclTab } from './acl-tab.tsx'
import styles from './forms.module.css'
import { InsideTab } from './inside-tab.tsx'
import { RoutesTab } from './routes-tab.tsx'
import { asText } from '../as-text.ts'

type Tab = 'routes' | 'acl' | 'inside'
const tabs: readonly { readonly value: Tab; readonly label: string }[] = [
  { value: 'routes', label: 'Routes' },
  { value: 'acl', label: 'Network ACL' },
  { value: 'inside', label: 'Inside' },
]

export function SubnetForm({ id }: { readonly id: ResourceId }) {
  const [tab, setTab] = useState<Tab>('routes')
  const cidr = kinds.get('subnet')?.fields['cidr']
  return (
    <>
      <Section className={styles.first}>
        <div className={styles.pair}>
          {cidr && <FieldControl id={id} name="cidr" field={cidr} label="CIDR" />}
          <ZoneField id={id} />
        </div>
        <UsageBar id={id} />
        <details className={styles.more}>
          <summary>More settings</summary>
          <FieldsForm id={id} only={['assignPublicIp', 'ipv6Cidr']} />
        </details>
      </Section>
      <div className={styles.tabs}>
        <Segmented<Tab> label="Subnet" value={tab} options={tabs} onChange={setTab} />
      </div>
      {tab === 'routes' ? <RoutesTab id={id} /> : tab === 'acl' ? <AclTab id={id} /> : <InsideTab id={id} />}
      {tab !== 'acl' && <AclLink id={id} />}
    </>
  )
}

/** Another zone of the same VPC. */
function ZoneField({ id }: { readonly id: ResourceId }) {
  const design = useStore((state) => state.design)
  const view = useStore((state) => state.network.view)
  const edit = useStore((state) => state.edit)
  const toast = useStore((state) => state.toast)
  const zone = view.ancestor(id, 'availability-zone')
  const vpc = view.ancestor(id, 'vpc')
  const zones = vpc ? view.children(vpc.id, 'availability-zone') : []
  const short = (name: string) => /-(\d+[a-z])$/.exec(name)?.[1] ?? name
  const options = [
    ...(zone ? [] : [{ value: '', label: 'Unknown' }]),
    ...zones.map((each) => ({ value: each.id, label: short(asText(each.fields['zone']) || each.name) })),
  ]
  const box = design.layout[id]
  return (
    <SelectField
      label="Zone"
      value={zone?.id ?? ''}
      options={options}
      disabled={zones.length === 0}
      onChange={(next) => {
        if (next === '' || !box) return
        const moved = reparent(design, id, next, { ...box, x: 12 })
        if (moved.ok) edit('Move to another zone', () => moved.design)
        else toast('It cannot move there.', 'warning')
      }}
    />
  )
}

function AclLink({ id }: { readonly id: ResourceId }) {
  const view = useStore((state) => state.network.view)
  const reveal = useStore((state) => state.reveal)
  const subnet = view.get(id) as Subnet | undefined
  const acl = subnet && networkAclOf(view, subnet)
  if (!acl) return null
  return (
    <Section>
      <button type="button" className={styles.link} onClick={() => reveal({ resource: acl.id })}>
        <KindIcon kind={acl.kind} />
        {acl.name}
        <span className={styles.quiet}>
          {rowsOf(view.design, acl.id, 'inbound').length} in, {rowsOf(view.design, acl.id, 'outbound').length}{' '}
          out
        </span>
        <ChevronRight aria-hidden="true" />
      </button>
    </Section>
  )
}
