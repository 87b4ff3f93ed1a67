// Resources by name and address; hovering lights one on the canvas, a click leads to it.
import { ResourceIcon } from '../../canvas/parts/resource-icon.tsx'
import { addressOnCard, type Resource } from '../../library.ts'
import { useStore } from '../../store/index.ts'
import styles from './forms.module.css'

export function ResourceList({ resources }: { readonly resources: readonly Resource[] }) {
  const network = useStore((state) => state.network)
  const reveal = useStore((state) => state.reveal)
  const hover = useStore((state) => state.hover)
  return (
    <ul className={styles.items}>
      {resources.map((resource) => (
        <li key={resource.id} onPointerEnter={() => hover(resource.id)} onPointerLeave={() => hover(null)}>
          <button type="button" className={styles.item} onClick={() => reveal({ resource: resource.id })}>
            <ResourceIcon id={resource.id} size={18} />
            {resource.name}
            <code>{addressOnCard(network.view, resource)}</code>
          </button>
        </li>
      ))}
    </ul>
  )
}
