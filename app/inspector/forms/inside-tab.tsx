// What stands inside a container.
import type { ResourceId } from '../../library.ts'
import { useStore } from '../../store/index.ts'
import { Section } from '../../ui/panel.tsx'
import { ResourceList } from './resource-list.tsx'
import styles from './forms.module.css'

export function InsideTab({ id }: { readonly id: ResourceId }) {
  const network = useStore((state) => state.network)
  const inside = network.view
    .children(id)
    .filter((resource) => typeof resource.fields['attachedTo'] !== 'string')
  if (inside.length === 0) return <Section className={styles.quiet}>Nothing stands in it yet.</Section>
  return (
    <Section>
      <ResourceList resources={inside.slice(0, 100)} />
    </Section>
  )
}
