// Files, out and in. What writes and draws them is fetched when it is first needed.
export { openDialog, openExample } from './open.ts'
export { useFileDrop } from './use-file-drop.ts'

const writers = () => import('./export.ts')

export const exportJson = async (): Promise<void> => (await writers()).exportJson()
export const exportSvg = async (): Promise<void> => (await writers()).exportSvg()
export const exportPng = async (scale: number): Promise<void> => (await writers()).exportPng(scale)
export const copyView = async (): Promise<void> => (await import('./copy-view.ts')).copyView()
