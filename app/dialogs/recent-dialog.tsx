import { Dialog } from '../ui/dialog.tsx'
import { closeDialog } from './close.ts'
import styles from './dialogs.module.css'
import { RecentList } from './recent-list.tsx'
import { useRecent } from './use-recent.ts'

export function RecentDialog() {
  const recent = useRecent(true)
  return (
    <Dialog title="Recent designs" onClose={closeDialog} width={560}>
      <p className={styles.text}>The last five that others were opened in place of, kept in this browser.</p>
      {recent.length === 0 ? (
        <p className={styles.text}>There is none yet.</p>
      ) : (
        <RecentList recent={recent} />
      )}
    </Dialog>
  )
}
