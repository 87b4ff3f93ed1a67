import { Dialog } from '../ui/dialog.tsx'
import { closeDialog } from './close.ts'
import styles from './dialogs.module.css'
import { RecentList } from './recent-list.tsx'
import { useRecent } from './use-recent.ts'

export function RecentDialog() {
  const recent = useRecent(true)
  return (
    <Dialog title="Recent designs" onClose={closeDialog} width={560}>
      <p className={styles.text}>
        This browser keeps the last five designs that another one was opened in place of.
      </p>
      {recent.length === 0 ? (
        <p className={styles.text}>There is none yet.</p>
      ) : (
        <RecentList recent={recent} />
      )}
    </Dialog>
  )
}
