export { Dialogs } from './dialogs.tsx'
