// The list of commands. An action is added by one object in a file beside this one.
import { useStore } from '../store/index.ts'
import { arrangeCommands } from './arrange.ts'
import type { Command } from './command.ts'
import { editCommands } from './edit.ts'
import { fileCommands } from './file.ts'
import { traceCommands } from './trace.ts'
import { viewCommands } from './view.ts'

export const commands: readonly Command[] = [
  ...traceCommands,
  ...editCommands,
  ...arrangeCommands,
  ...viewCommands,
  ...fileCommands,
]

export const commandsById: ReadonlyMap<string, Command> = new Map(
  commands.map((command) => [command.id, command]),
)

/** Does it, if it can be done now. What goes wrong is said, not lost. */
export function runCommand(command: Command): void {
  const state = useStore.getState()
  if (!command.enabled(state)) return
  Promise.resolve(command.perform(state)).catch((error: unknown) => {
    state.toast(`${command.name} failed: ${error instanceof Error ? error.message : String(error)}`, 'error')
  })
}
