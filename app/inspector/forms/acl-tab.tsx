// The network ACL at a subnet's border: its rules to read, a link to where they are edited, and another to choose.
import { networkAclOf, place, setField, subnetsUsing, type ResourceId, type Subnet } from '../../library.ts'
import { useStore } from '../../store/index.ts'
import { Button } from '../../ui/button.tsx'
import { KindIcon } from '../../ui/kind-icon.tsx'
import { Section } from '../../ui/panel.tsx'
import { RefLink } from '../../ui/phrase-text.tsx'
import { SelectField } from '../../ui/text-field.tsx'
import { RuleList } from '../rule-list.tsx'
import styles from './forms.module.css'

const fresh = '+'

export function AclTab({ id }: { readonly id: ResourceId }) {
  const view = useStore((state) => state.network.view)
  const reveal = useStore((state) => state.reveal)
  const edit = useStore((state) => state.edit)
  const subnet = view.get(id) as Subnet | undefined
  const acl = subnet && networkAclOf(view, subnet)
  const vpc = view.ancestor(id, 'vpc')
  if (!subnet || !acl || !vpc) return <Section className={styles.quiet}>No network ACL.</Section>
  const users = subnetsUsing(view, acl).length
  const others = view.children(vpc.id, 'network-acl')
  return (
    <Section className={styles.first}>
      <h3 className={styles.heading}>
        <KindIcon kind={acl.kind} />
        <RefLink to={{ resource: acl.id }} />
        <span className={styles.quiet}>
          {users === 1 ? 'only this subnet uses it' : `used by ${users} subnets`}
        </span>
      </h3>
      <RuleList id={acl.id} field="inbound" />
      <RuleList id={acl.id} field="outbound" />
      <Button onClick={() => reveal({ resource: acl.id })}>Edit the rules</Button>
      <SelectField
        label="Network ACL"
        value={acl.id}
        options={[
          ...others.map((each) => ({ value: each.id, label: each.name })),
          { value: fresh, label: 'A new network ACL' },
        ]}
        onChange={(next) =>
          edit('Use another network ACL', (design) => {
            if (next !== fresh)
              return setField(
                design,
                id,
                'networkAcl',
                view.get(next)?.fields['isDefault'] === true ? null : next,
              )
            const placed = place(design, 'network-acl', vpc.id)
            return placed.ok ? setField(placed.design, id, 'networkAcl', placed.id) : design
          })
        }
      />
    </Section>
  )
}
