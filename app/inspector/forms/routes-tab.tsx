// The route table in force for a subnet, and where a packet to any address would go.
import {
  mainRouteTable,
  place,
  routeTableOf,
  setField,
  subnetsUsing,
  type ResourceId,
  type Subnet,
} from '../../library.ts'
import { useStore } from '../../store/index.ts'
import { KindIcon } from '../../ui/kind-icon.tsx'
import { Section } from '../../ui/panel.tsx'
import { RefLink } from '../../ui/phrase-text.tsx'
import { SelectField } from '../../ui/text-field.tsx'
import { TestedRoutes } from '../tested-routes.tsx'
import styles from './forms.module.css'

export function RoutesTab({ id }: { readonly id: ResourceId }) {
  const view = useStore((state) => state.network.view)
  const subnet = view.get(id) as Subnet | undefined
  const table = subnet && routeTableOf(view, subnet)
  if (!subnet || !table)
    return <Section className={styles.quiet}>No route table: packets leave to nowhere.</Section>
  const users = subnetsUsing(view, table).length
  return (
    <Section>
      <h3 className={styles.heading}>
        <KindIcon kind={table.kind} />
        <RefLink to={{ resource: table.id }} />
        <span className={styles.quiet}>
          {users === 1 ? 'only this subnet uses it' : `used by ${users} subnets`}
        </span>
      </h3>
      <TestedRoutes table={table} />
      <details className={styles.more}>
        <summary>Use another route table</summary>
        <TableField subnet={subnet} />
      </details>
    </Section>
  )
}

const fresh = '+'

function TableField({ subnet }: { readonly subnet: Subnet }) {
  const view = useStore((state) => state.network.view)
  const edit = useStore((state) => state.edit)
  const vpc = view.ancestor(subnet.id, 'vpc')
  if (!vpc) return null
  const main = mainRouteTable(view, vpc)
  const others = view.children(vpc.id, 'route-table').filter((table) => table.id !== main?.id)
  return (
    <SelectField
      label="Route table"
      value={subnet.fields.routeTable === main?.id ? '' : (subnet.fields.routeTable ?? '')}
      options={[
        { value: '', label: `${main?.name ?? 'Main'} (main)` },
        ...others.map((table) => ({ value: table.id, label: table.name })),
        { value: fresh, label: 'A new route table' },
      ]}
      onChange={(next) =>
        edit('Use another route table', (design) => {
          if (next !== fresh) return setField(design, subnet.id, 'routeTable', next === '' ? null : next)
          const placed = place(design, 'route-table', vpc.id)
          return placed.ok ? setField(placed.design, subnet.id, 'routeTable', placed.id) : design
        })
      }
    />
  )
}
