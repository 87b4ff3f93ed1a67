// Which resources carry a security group.
import { addressOnCard } from '../../analysis/card-facts.ts'
import type { Resource, ResourceId, View } from '../../library.ts'
import { useStore } from '../../store/index.ts'
import { KindIcon } from '../../ui/kind-icon.tsx'
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
  const reveal = useStore((state) => state.reveal)
  const hover = useStore((state) => state.hover)
  const members = membersOf(network.view, id)
  if (members.length === 0) return <p className={styles.quiet}>Nothing carries this group.</p>
  return (
    <ul className={styles.items}>
      {members.slice(0, 200).map((resource) => (
        <li key={resource.id} onPointerEnter={() => hover(resource.id)} onPointerLeave={() => hover(null)}>
          <button type="button" className={styles.item} onClick={() => reveal({ resource: resource.id })}>
            <KindIcon kind={resource.kind} size={18} />
            {resource.name}
            <code>{addressOnCard(network, resource)}</code>
          </button>
        </li>
      ))}
    </ul>
  )
}
