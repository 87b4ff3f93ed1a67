// What was said about a file that was read: every diagnostic, where it is and what to do about it.
import type { Severity } from '../library.ts'
import { useStore } from '../store/index.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { FindingGlyph } from '../ui/finding-glyph.tsx'
import { closeDialog } from './close.ts'
import styles from './dialogs.module.css'

const order: readonly Severity[] = ['error', 'warning', 'note']
const most = 300

export function DiagnosticsDialog() {
  const diagnostics = useStore((state) => state.diagnostics)
  if (!diagnostics) return null
  const { list, opened, source } = diagnostics
  const sorted = list.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity))
  return (
    <Dialog
      title={opened ? `Opened ${source}` : `Could not open ${source}`}
      onClose={closeDialog}
      width={640}
      foot={
        <Button look="ink" data-first onClick={closeDialog}>
          {opened ? 'Go to the design' : 'Close'}
        </Button>
      }
    >
      <p className={styles.text}>
        {opened
          ? 'This is what was left out or taken for granted. Undo brings back what was there before.'
          : 'The design that was open is as it was. This is what is wrong:'}
      </p>
      <ul className={styles.diagnostics}>
        {sorted.slice(0, most).map((each, i) => (
          <li key={i}>
            <FindingGlyph severity={each.severity} named />
            <div>
              <p className={styles.summary}>{each.summary}</p>
              <code className={styles.where}>{each.where}</code>
              {each.detail !== undefined && <p className={styles.detail}>{each.detail}</p>}
              {each.fix !== undefined && <p className={styles.detail}>{each.fix}</p>}
            </div>
          </li>
        ))}
      </ul>
      {sorted.length > most && <p className={styles.text}>and {sorted.length - most} more</p>}
    </Dialog>
  )
}
