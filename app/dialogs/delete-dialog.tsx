// Asked before more is deleted than was selected.
import { ResourceIcon } from '../canvas/parts/resource-icon.tsx'
import { removalOf, remove } from '../library.ts'
import { useStore } from '../store/index.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { closeDialog } from './close.ts'
import styles from './dialogs.module.css'

const most = 12

export function DeleteDialog() {
  const design = useStore((state) => state.design)
  const selection = useStore((state) => state.selection)
  const edit = useStore((state) => state.edit)
  const also = removalOf(design, selection).filter((id) => !selection.includes(id))
  const first = design.resources[selection[0] ?? '']
  if (!first) return null
  const name = selection.length === 1 ? first.name : `these ${selection.length} resources`
  const perform = () => {
    edit(`Delete ${name}`, (before) => remove(before, selection))
    closeDialog()
  }
  return (
    <Dialog
      title={`Delete ${name}?`}
      onClose={closeDialog}
      width={420}
      foot={
        <>
          <Button data-first onClick={closeDialog}>
            Keep
          </Button>
          <Button look="ink" onClick={perform}>
            Delete
          </Button>
        </>
      }
    >
      <p className={styles.text}>
        Deleting {name} also deletes {also.length} {also.length === 1 ? 'resource' : 'resources'}. Undo brings
        everything back.
      </p>
      <ul className={styles.going}>
        {also.slice(0, most).map((id) => (
          <li key={id}>
            <ResourceIcon id={id} size={16} /> {design.resources[id]?.name}
          </li>
        ))}
      </ul>
      {also.length > most && <p className={styles.text}>and {also.length - most} more</p>}
    </Dialog>
  )
}
