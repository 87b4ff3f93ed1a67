// Inbound and outbound rules in the wide form: security groups and network ACLs.
import { useState } from 'react'
import { kinds, subnetsUsing, type ResourceId } from '../../library.ts'
import { useStore } from '../../store/index.ts'
import { rowsOf } from '../../trace/words.ts'
import { Segmented } from '../../ui/segmented.tsx'
import { RowsTable } from '../rows-table.tsx'
import styles from './forms.module.css'
import { membersOf } from './members-of.ts'
import { MembersTab } from './members-tab.tsx'
import { SubnetsUsing } from './subnets-using.tsx'
import { Section } from '../../ui/panel.tsx'
import { WhoReaches } from './who-reaches.tsx'

type Tab = 'inbound' | 'outbound' | 'members'

export function RulesForm({ id }: { readonly id: ResourceId }) {
  const view = useStore((state) => state.network.view)
  const design = useStore((state) => state.design)
  const focused = useStore((state) => (state.focusPart?.resource === id ? state.focusPart.part : undefined))
  const [chosen, setTab] = useState<{ readonly tab: Tab; readonly for: string | undefined } | null>(null)
  const resource = design.resources[id]
  const kind = kinds.get(resource?.kind ?? '')
  if (!resource || !kind) return null
  // A rule brought into view from elsewhere brings its tab, until another is chosen.
  const asked: Tab = focused?.startsWith('outbound') ? 'outbound' : 'inbound'
  const tab = chosen && chosen.for === focused ? chosen.tab : asked
  const groups = resource.kind === 'security-group'
  const members = groups ? membersOf(view, id) : []
  const count = (field: string) => rowsOf(design, id, field).length
  const tabs = [
    { value: 'inbound' as const, label: `Inbound ${count('inbound')}` },
    { value: 'outbound' as const, label: `Outbound ${count('outbound')}` },
    {
      value: 'members' as const,
      label: groups ? `Members ${members.length}` : `Subnets ${subnetsUsing(view, resource).length}`,
    },
  ]
  const declared = tab === 'members' ? undefined : kind.fields[tab]
  return (
    <>
      <div className={styles.bar}>
        <Segmented
          hug
          label="Rules"
          value={tab}
          options={tabs}
          onChange={(next) => setTab({ tab: next, for: focused })}
        />
        <span className={styles.quiet}>
          {declared?.type === 'rows' ? declared.order?.split(/[.;]/)[0] : ''}
        </span>
      </div>
      <div className={styles.rules}>
        {tab === 'members' ? (
          groups ? (
            <MembersTab id={id} />
          ) : (
            <SubnetsUsing id={id} />
          )
        ) : (
          <RowsTable key={tab} id={id} field={tab} open />
        )}
        {tab !== 'members' && <Keys />}
      </div>
      {groups && tab === 'inbound' && members.length > 0 && (
        <Section>
          <WhoReaches id={id} />
        </Section>
      )}
    </>
  )
}

function Keys() {
  return (
    <p className={styles.keys}>
      <span>
        <kbd>Tab</kbd> next cell
      </span>
      <span>
        <kbd>↵</kbd> next rule
      </span>
      <span>
        <kbd>Alt</kbd> <kbd>1</kbd> to <kbd>3</kbd> take a suggestion
      </span>
      <span>
        <kbd>Esc</kbd> put it back
      </span>
    </p>
  )
}
