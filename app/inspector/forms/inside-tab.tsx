// What stands inside a container.
import { addressOnCard } from '../../analysis/card-facts.ts'
import type { ResourceId } from '../../library.ts'
import { useStore } from '../../store/index.ts'
import { KindIcon } from '../../ui/kind-icon.tsx'
import { Section } from '../../ui/panel.tsx'
import styles from './forms.module.css'

export function InsideTab({ id }: { readonly id: ResourceId }) {
  const network = useStore((state) => state.network)
  const reveal = useStore((state) => state.reveal)
  const hover = useStore((state) => state.hover)
  const inside = network.view
    .children(id)
    .filter((resource) => typeof resource.fields['attachedTo'] !== 'string')
  if (inside.length === 0) return <Section className={styles.quiet}>Nothing stands in it yet.</Section>
  return (
    <Section>
      <ul className={styles.items}>
        {inside.slice(0, 100).map((resource) => (
          <li key={resource.id} onPointerEnter={() => hover(resource.id)} onPointerLeave={() => hover(null)}>
            <button type="button" className={styles.item} onClick={() => reveal({ resource: resource.id })}>
              <KindIcon kind={resource.kind} size={18} />
              {resource.name}
              <code>{addressOnCard(network, resource)}</code>
            </button>
          </li>
        ))}
      </ul>
    </Section>
  )
}
