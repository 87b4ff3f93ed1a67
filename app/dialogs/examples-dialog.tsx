import { Dialog } from '../ui/dialog.tsx'
import { closeDialog } from './close.ts'
import styles from './dialogs.module.css'
import { ExampleCards } from './example-cards.tsx'

export function ExamplesDialog() {
  return (
    <Dialog title="Examples" onClose={closeDialog} width={840}>
      <p className={styles.text}>
        Opening one puts it in place of what is open now, which goes to the recent designs.
      </p>
      <ExampleCards />
    </Dialog>
  )
}
