// The security groups of a card, over its top border: the first by name, the others counted.
import { groupsOnCard, type GroupOnCard, type ResourceId } from '../../library.ts'
import { useStore } from '../../store/index.ts'
import { Shield } from '../../ui/group-tag.tsx'
import styles from './card-groups.module.css'

const none: readonly GroupOnCard[] = []

export function CardGroups({ id }: { readonly id: ResourceId }) {
  const groups = useStore((state) => {
    const resource = state.design.resources[id]
    return resource ? groupsOnCard(state.network.view, resource) : none
  })
  const first = groups[0]
  if (!first) return null
  return (
    <span
      className={`${styles.groups} nodrag`}
      style={{ '--group': `var(--group-${first.colour})` } as React.CSSProperties}
      title={`Security groups: ${groups.map((group) => group.name).join(', ')}`}
      data-opens={first.id}
      data-lod="1"
    >
      <Shield size={9} />
      <span className={styles.name}>{first.name}</span>
      {groups.length > 1 && <span>+{groups.length - 1}</span>}
    </span>
  )
}
