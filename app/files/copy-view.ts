// What the screen shows now, trace and badges included, as a picture on the clipboard.
import { camera, useStore } from '../store/index.ts'
import { download, fileName } from './download.ts'

export async function copyView(): Promise<void> {
  const element = camera().element()
  if (!element) return
  const { toast, design } = useStore.getState()
  const { toBlob } = await import('html-to-image')
  const draw = async () => {
    const blob = await toBlob(element, {
      pixelRatio: 2,
      backgroundColor: getComputedStyle(document.body).backgroundColor,
      // Bars that float over the canvas are not part of the picture.
      filter: (node) =>
        !(
          node instanceof Element &&
          (node.hasAttribute('data-not-in-picture') || node.matches('.react-flow__attribution'))
        ),
      // Ours are the system's; there is nothing to embed.
      skipFonts: true,
    })
    if (!blob) throw new Error('the browser could not draw the view')
    return blob
  }
  toast('Drawing the view…', 'info')
  try {
    // Given a promise, Safari too counts the write as the answer to the click.
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': draw() })])
    toast('The view is on the clipboard.', 'success')
  } catch {
    download(fileName(`${design.name} view`, 'png'), await draw(), 'image/png')
    toast('The clipboard is not allowed here, so the picture was downloaded.', 'info')
  }
}
