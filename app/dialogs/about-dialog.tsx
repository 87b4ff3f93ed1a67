import { Dialog } from '../ui/dialog.tsx'
import { Mark } from '../ui/mark.tsx'
import { closeDialog } from './close.ts'
import styles from './dialogs.module.css'

export function AboutDialog() {
  return (
    <Dialog title="About Pathlight" onClose={closeDialog} width={460}>
      <div className={styles.about}>
        <Mark size={40} />
        <p>
          Draw an AWS network, ask whether one thing can reach another, and see the packet’s way there and
          back with the rule that decided each step.
        </p>
      </div>
      <p className={styles.text}>
        Your designs stay in this browser. They leave it only as the files you save.
      </p>
      <p className={styles.text}>
        Resources are drawn with the AWS Architecture Icons, unmodified, from the package aws-icons. AWS
        publishes them for use in architecture diagrams.
      </p>
      <p className={styles.text}>
        Pathlight is not affiliated with or endorsed by AWS. It is free software under the MIT licence.
      </p>
    </Dialog>
  )
}
