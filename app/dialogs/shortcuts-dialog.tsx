// Every key, from the list of commands.
import { commands, shortcutText } from '../commands/index.ts'
import { Dialog } from '../ui/dialog.tsx'
import { closeDialog } from './close.ts'
import styles from './dialogs.module.css'

export function ShortcutsDialog() {
  const withKeys = commands.filter(
    (command) => command.shortcut !== undefined && !command.id.startsWith('nudge'),
  )
  const groups = [...new Set(withKeys.map((command) => command.group))]
  return (
    <Dialog title="Keyboard shortcuts" onClose={closeDialog} width={680}>
      <div className={styles.columns}>
        {groups.map((group) => (
          <section key={group} className={styles.keys}>
            <h3>{group}</h3>
            <dl>
              {withKeys
                .filter((command) => command.group === group)
                .map((command) => (
                  <div key={command.id}>
                    <dt>{command.name}</dt>
                    <dd>
                      <kbd>{shortcutText(command.shortcut ?? '')}</kbd>
                    </dd>
                  </div>
                ))}
              {group === 'Edit' && (
                <div>
                  <dt>Move what is selected, by 10 with Shift</dt>
                  <dd>
                    <kbd>←↑↓→</kbd>
                  </dd>
                </div>
              )}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
