// Every kind that can be placed, by category. A drag places it where it is let go; a click places it with the next click;
// Enter places it into what is selected.
import { kinds, type Category, type Kind } from '../library.ts'
import { useStore } from '../store/index.ts'
import { KindIcon } from '../ui/kind-icon.tsx'
import { Tip } from '../ui/tooltip.tsx'
import styles from './add-list.module.css'

const categories: readonly { readonly category: Category; readonly title: string }[] = [
  { category: 'containers', title: 'Containers' },
  { category: 'gateways', title: 'Gateways' },
  { category: 'resources', title: 'Resources' },
  { category: 'rules', title: 'Rules' },
  { category: 'outside', title: 'Outside' },
]

export function AddList() {
  const offered = [...kinds.values()].filter((kind) => kind.palette !== undefined)
  return categories.map(({ category, title }) => {
    const group = offered
      .filter((kind) => kind.category === category)
      .toSorted((a, b) => (a.palette ?? 0) - (b.palette ?? 0))
    if (group.length === 0) return null
    return (
      <section key={category} aria-label={title}>
        <h3 className={styles.title}>{title}</h3>
        {group.map((kind) => (
          <AddRow key={kind.name} kind={kind} />
        ))}
      </section>
    )
  })
}

function AddRow({ kind }: { readonly kind: Kind }) {
  const dragged = useStore((state) => state.dragging?.kind === kind.name)
  const startPlacing = useStore((state) => state.startPlacing)
  const placeByClick = useStore((state) => state.placeByClick)
  return (
    <Tip text={kind.description} side="right">
      <button
        type="button"
        className={dragged ? `${styles.row} ${styles.dragged}` : styles.row}
        onPointerDown={(event) => event.button === 0 && startPlacing(kind.name, event)}
        // A click without a pointer comes from the keyboard.
        onClick={(event) => placeByClick(kind.name, event.detail === 0)}
      >
        <KindIcon kind={kind.name} />
        {kind.title}
      </button>
    </Tip>
  )
}
