// Which resources carry a security group.
import type { ResourceId } from '../../library.ts'
import { useStore } from '../../store/index.ts'
import { membersOf } from './members-of.ts'
import { ResourceList } from './resource-list.tsx'
import styles from './forms.module.css'

export function MembersTab({ id }: { readonly id: ResourceId }) {
  const network = useStore((state) => state.network)
  const members = membersOf(network.view, id)
  if (members.length === 0) return <p className={styles.quiet}>Nothing carries this group.</p>
  return <ResourceList resources={members.slice(0, 200)} />
}
