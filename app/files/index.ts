export { copyView } from './copy-view.ts'
export { exportJson, exportPng, exportSvg } from './export.ts'
export { openDialog, openExample, openFiles } from './open.ts'
export { useFileDrop } from './use-file-drop.ts'
