export { alignCommands } from './arrange.ts'
export { commands, commandsById, runCommand } from './all.ts'
export { shortcutText } from './keys.ts'
export { useCommandKeys } from './use-command-keys.ts'
