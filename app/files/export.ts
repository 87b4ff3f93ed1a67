// The design as a file: JSON, SVG, or PNG drawn from that SVG. The picture is of the whole design, not of the window.
import { embedInPng, exportScale, svgSize, writeDesign, writeSvg, type Design } from '../library.ts'
import { useStore } from '../store/index.ts'
import { download, fileName } from './download.ts'
import { pictureOptions } from './picture-options.ts'

export function exportJson(): void {
  const design = designWithQuestion()
  download(fileName(design.name, 'json'), writeDesign(design), 'application/json')
}

export async function exportSvg(): Promise<void> {
  const design = designWithQuestion()
  download(fileName(design.name, 'svg'), writeSvg(design, await pictureOptions(design)), 'image/svg+xml')
}

/** scale: 1 or 2. The design is embedded, so that the picture can be opened again. */
export async function exportPng(wanted: number): Promise<void> {
  const design = designWithQuestion()
  const { scale, note } = exportScale(svgSize(design), wanted)
  const image = await loaded(writeSvg(design, { ...(await pictureOptions(design)), scale, embed: false }))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(image.width))
  canvas.height = Math.max(1, Math.round(image.height))
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (!blob) throw new Error('the browser could not draw so large a picture')
  const png = embedInPng(new Uint8Array(await blob.arrayBuffer()), writeDesign(design))
  // Both sizes often land in one folder.
  download(
    fileName(scale === 2 ? `${design.name}@2x` : design.name, 'png'),
    png as Uint8Array<ArrayBuffer>,
    'image/png',
  )
  if (note !== null) useStore.getState().toast(note, 'warning')
}

/** The design as it is saved: with the question that is asked of it now. */
export function designWithQuestion(): Design {
  const { design, question } = useStore.getState()
  return question.from === '' ? design : { ...design, question }
}

function loaded(svg: string): Promise<HTMLImageElement> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  return new Promise<HTMLImageElement>((resolve, reject) => {
    const image = new Image()
    image.addEventListener('load', () => resolve(image))
    image.addEventListener('error', () => reject(new Error('the browser could not read the picture')))
    image.src = address
  }).finally(() => setTimeout(() => URL.revokeObjectURL(address), 10_000))
}
