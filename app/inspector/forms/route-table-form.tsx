// A route table on its own: its routes, a place to try them, and who uses it.
import { subnetsUsing, type ResourceId, type RouteTable } from '../../library.ts'
import { useStore } from '../../store/index.ts'
import { Section } from '../../ui/panel.tsx'
import { RefLink } from '../../ui/phrase-text.tsx'
import { FieldsForm } from '../fields-form.tsx'
import { PacketTester } from '../packet-tester.tsx'
import { RowsTable } from '../rows-table.tsx'
import styles from './forms.module.css'

export function RouteTableForm({ id }: { readonly id: ResourceId }) {
  const view = useStore((state) => state.network.view)
  const table = view.get(id) as RouteTable | undefined
  if (!table) return null
  return (
    <>
      <Section className={styles.first}>
        <RowsTable id={id} field="routes" bare />
        <PacketTester table={table} />
      </Section>
      <Section className={styles.first}>
        <UsedBy id={id} />
        <FieldsForm id={id} without={['routes']} />
      </Section>
    </>
  )
}

export function UsedBy({ id }: { readonly id: ResourceId }) {
  const view = useStore((state) => state.network.view)
  const table = view.get(id)
  const users = table ? subnetsUsing(view, table) : []
  if (users.length === 0)
    return (
      <p className={styles.place}>
        No subnet uses it. Each subnet chooses its own, where its rules are shown.
      </p>
    )
  return (
    <p className={styles.place}>
      Used by{' '}
      {users.slice(0, 12).map((subnet, i) => (
        <span key={subnet.id}>
          {i > 0 && ', '}
          <RefLink to={{ resource: subnet.id }} />
        </span>
      ))}
      {users.length > 12 && ` and ${users.length - 12} more`}
    </p>
  )
}
