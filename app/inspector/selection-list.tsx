// Several things are selected: which.
import { ResourceIcon } from '../canvas/parts/resource-icon.tsx'
import { Trash2, X } from 'lucide-react'
import { removalOf, remove, type ResourceId } from '../library.ts'
import { useStore } from '../store/index.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { Panel, Section } from '../ui/panel.tsx'
import styles from './selection-list.module.css'

const most = 50

export function SelectionList({ ids }: { readonly ids: readonly ResourceId[] }) {
  const resources = useStore((state) => state.design.resources)
  const select = useStore((state) => state.select)
  const hover = useStore((state) => state.hover)
  const setDialog = useStore((state) => state.setDialog)
  const edit = useStore((state) => state.edit)
  const more = useStore((state) => removalOf(state.design, ids).filter((id) => !ids.includes(id)).length)
  return (
    <Panel label="Inspector" className={styles.panel}>
      <Section>
        <h2 className={styles.title}>{ids.length} selected</h2>
        <ul className={styles.list}>
          {ids.slice(0, most).map((id) => {
            const resource = resources[id]
            if (!resource) return null
            return (
              <li key={id} onPointerEnter={() => hover(id)} onPointerLeave={() => hover(null)}>
                <button type="button" className={styles.name} onClick={() => select([id])}>
                  <ResourceIcon id={resource.id} size={18} /> {resource.name}
                </button>
                <IconButton
                  label={`Leave ${resource.name} out`}
                  size="small"
                  onClick={() => select(ids.filter((each) => each !== id))}
                >
                  <X aria-hidden="true" />
                </IconButton>
              </li>
            )
          })}
        </ul>
        {ids.length > most && <p className={styles.more}>and {ids.length - most} more</p>}
      </Section>
      <Section>
        <Button
          icon={<Trash2 aria-hidden="true" />}
          onClick={() =>
            more > 0
              ? setDialog('delete')
              : edit(`Delete ${ids.length} resources`, (design) => remove(design, ids))
          }
        >
          Delete all {ids.length}
        </Button>
        {more > 0 && <p className={styles.more}>{more} more go with them.</p>}
      </Section>
    </Panel>
  )
}
