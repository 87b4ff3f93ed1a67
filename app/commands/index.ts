export { commands, commandsById, runCommand } from './all.ts'
export type { Command } from './command.ts'
export { shortcutText } from './keys.ts'
export { useCommandKeys } from './use-command-keys.ts'
