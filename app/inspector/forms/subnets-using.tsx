// Which subnets of the VPC use a route table or network ACL, and which shall.
import {
  choose,
  networkAclOf,
  routeTableOf,
  subnetsOf,
  unchoose,
  type Resource,
  type ResourceId,
  type Subnet,
} from '../../library.ts'
import { useStore } from '../../store/index.ts'
import { RefLink } from '../../ui/phrase-text.tsx'
import { CheckField } from '../../ui/text-field.tsx'
import styles from './forms.module.css'

export function SubnetsUsing({ id }: { readonly id: ResourceId }) {
  const view = useStore((state) => state.network.view)
  const table = view.get(id)
  const vpc = view.ancestor(id, 'vpc')
  if (!table || !vpc) return null
  const subnets = subnetsOf(view, vpc)
  if (subnets.length === 0)
    return <p className={styles.place}>{vpc.name} has no subnet yet that could use it.</p>
  const word = normal(table)
  return (
    <fieldset className={styles.users}>
      <legend>Subnets that use it</legend>
      {word !== null && (
        <p className={styles.place}>It is the {word} one: a subnet uses it until it uses another.</p>
      )}
      <ul>
        {subnets.map((subnet) => (
          <User key={subnet.id} subnet={subnet} table={table} />
        ))}
      </ul>
    </fieldset>
  )
}

function User({ subnet, table }: { readonly subnet: Subnet; readonly table: Resource }) {
  const view = useStore((state) => state.network.view)
  const edit = useStore((state) => state.edit)
  const hover = useStore((state) => state.hover)
  const now = table.kind === 'route-table' ? routeTableOf(view, subnet) : networkAclOf(view, subnet)
  const uses = now?.id === table.id
  return (
    <li onPointerEnter={() => hover(subnet.id)} onPointerLeave={() => hover(null)}>
      <CheckField
        label={subnet.name}
        value={uses}
        // Nothing is left to go back to.
        disabled={uses && normal(table) !== null}
        onChange={(next) =>
          edit(`${next ? 'Use' : 'No longer use'} ${table.name} in ${subnet.name}`, (design) =>
            (next ? choose : unchoose)(design, subnet.id, table.id),
          )
        }
      />
      {!uses && now && (
        <span className={styles.quiet}>
          uses <RefLink to={{ resource: now.id }} />
        </span>
      )}
    </li>
  )
}

/** The word for one that is used by whoever has chosen no other. */
const normal = ({ fields }: Resource): string | null =>
  fields['main'] === true ? 'main' : fields['isDefault'] === true ? 'default' : null
