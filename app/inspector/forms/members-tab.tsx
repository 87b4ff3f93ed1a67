// Which resources carry a security group.
import type { Resource, ResourceId, View } from '../../library.ts'
import { useStore } from '../../store/index.ts'
import { ResourceList } from './resource-list.tsx'
import styles from './forms.module.css'

/** The owners of the interfaces that carry it; an interface that nothing owns stands for itself. */
export function membersOf(view: View, id: ResourceId): readonly Resource[] {
  return view.memo(`members/${id}`, () => {
    const carriers = view
      .referring(id)
      .filter((resource) =>
        (resource.fields['securityGroups'] as readonly string[] | undefined)?.includes(id),
      )
    const owners = carriers.map(
      (carrier) => view.get(carrier.fields['attachedTo'] as string | null) ?? carrier,
    )
    return [...new Set(owners)]
  })
}

export function MembersTab({ id }: { readonly id: ResourceId }) {
  const network = useStore((state) => state.network)
  const members = membersOf(network.view, id)
  if (members.length === 0) return <p className={styles.quiet}>Nothing carries this group.</p>
  return <ResourceList resources={members.slice(0, 200)} />
}
