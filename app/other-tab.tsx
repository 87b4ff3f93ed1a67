// Warns that another tab has the same design open: two that save would overwrite each other.
import { useStore } from './store/index.ts'
import { Button } from './ui/button.tsx'
import styles from './other-tab.module.css'

export function OtherTab() {
  const elsewhere = useStore((state) => state.openElsewhere)
  const takeOver = useStore((state) => state.takeOver)
  if (!elsewhere) return null
  return (
    <div className={styles.notice} role="alert">
      <span>This design is open in another tab, which saves it. Changes made here are not kept.</span>
      <Button size="small" onClick={takeOver}>
        Save from this tab
      </Button>
    </div>
  )
}
