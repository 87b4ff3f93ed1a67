// Every key, from the list of commands; what the mouse does with them, and the keys of tables.
import { commands, shortcutText } from '../commands/index.ts'
import { Dialog } from '../ui/dialog.tsx'
import { closeDialog } from './close.ts'
import styles from './dialogs.module.css'

const mod = shortcutText('Mod')

const byMouse: readonly (readonly [what: string, keys: string])[] = [
  ['Move the canvas', 'Space + drag'],
  ['Zoom at the pointer', `${mod} + wheel`],
  ['Drag a copy', 'Alt + drag'],
  ['Drag without lining up, in the same container', `${mod} + drag`],
  ['Select what is around', `${mod} + click`],
  ['Select more', 'Shift + click'],
  ['Place again and again', 'Shift + click'],
  ['Put back what is dragged', 'Esc'],
  ['Type a name or a CIDR, or search what to add', 'Double click'],
]

const inTables: readonly (readonly [what: string, keys: string])[] = [
  ['Next cell', 'Tab'],
  ['Next rule, or a new one', 'Enter'],
  ['Rule above or beneath', '↑↓'],
  ['Put the cell back', 'Esc'],
  ['Take a suggestion', 'Alt+1 to 3'],
  ['Remove the rule', shortcutText('Mod+Shift+Backspace')],
]

const further = [
  ['With the mouse', byMouse],
  ['In a table of routes or rules', inTables],
] as const

export function ShortcutsDialog() {
  const withKeys = commands.filter(
    (command) => command.shortcut !== undefined && !command.id.startsWith('nudge'),
  )
  const groups = [...new Set(withKeys.map((command) => command.group))]
  return (
    <Dialog title="Keyboard shortcuts" onClose={closeDialog} width={960} toRead>
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
        {further.map(([title, keys]) => (
          <section key={title} className={styles.keys}>
            <h3>{title}</h3>
            <dl>
              {keys.map(([what, pressed]) => (
                <div key={what}>
                  <dt>{what}</dt>
                  <dd>
                    <kbd>{pressed}</kbd>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
