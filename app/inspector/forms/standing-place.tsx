// Where a resource stands: the way of names from the outside in.
import type { ResourceId } from '../../library.ts'
import { useStore } from '../../store/index.ts'
import { RefLink } from '../../ui/phrase-text.tsx'
import styles from './forms.module.css'

export function Standing({ id }: { readonly id: ResourceId }) {
  const view = useStore((state) => state.network.view)
  const way: ResourceId[] = []
  for (let at = view.get(view.get(id)?.parent); at && way.length < 4; at = view.get(at.parent))
    way.unshift(at.id)
  if (way.length === 0) return null
  return (
    <p className={styles.place}>
      in{' '}
      {way.map((each, i) => (
        <span key={each}>
          {i > 0 && ' › '}
          <RefLink to={{ resource: each }} />
        </span>
      ))}
    </p>
  )
}
