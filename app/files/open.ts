// Opening: a design file, an exported picture, or the output of the AWS command line, told apart by content.
import type { Diagnostic, Read, SourceFile } from '../library.ts'
import { useStore } from '../store/index.ts'
import { leaveField } from '../ui/leave-field.ts'

const readers = () => import('./readers.ts')

/** What one file may weigh; a design of 10,000 interfaces is about 10 MB. */
const largest = 200_000_000

export async function openFiles(files: FileList | readonly File[]): Promise<void> {
  const list = [...files]
  if (list.length === 0) return
  const name = list.length === 1 ? (list[0]?.name ?? 'file') : `${list.length} files`
  const taken = await Promise.all(list.filter((file) => file.size > largest || isText(file)).map(take))
  const sources = taken.flatMap(({ source }) => source ?? [])
  const refused = taken.flatMap(({ problem }) => problem ?? [])
  const read =
    sources.length > 0 ? (await readers()).readAny(sources) : refused.length > 0 ? nothing : nothingIn(name)
  show(read, [...refused, ...read.diagnostics], name)
}

export async function openExample(name: string): Promise<boolean> {
  const [response, { readAny }] = await Promise.all([fetch(`./examples/${name}.json`), readers()])
  if (!response.ok) return false
  const read = readAny([{ path: `${name}.json`, text: await response.text() }])
  if (read.design) {
    useStore.getState().open(read.design)
    useStore.setState({ example: useStore.getState().design })
  }
  return read.design !== null
}

/** The browser's own dialog for files or for a folder. */
export function openDialog(what: 'file' | 'folder'): void {
  const input = document.createElement('input')
  input.type = 'file'
  input.multiple = true
  if (what === 'folder') input.webkitdirectory = true
  else input.accept = '.json,.svg,.png,application/json'
  input.addEventListener('change', () => {
    if (input.files) void openFiles(input.files)
  })
  input.click()
}

function show(read: Read, diagnostics: readonly Diagnostic[], name: string): void {
  // What is being typed is meant for what is open.
  leaveField()
  const { open, toast, setDialog } = useStore.getState()
  const before = useStore.getState().design
  if (read.design) open(read.design)
  useStore.setState({ diagnostics: { source: name, opened: read.design !== null, list: diagnostics } })
  if (diagnostics.length > 0) setDialog('diagnostics')
  else if (read.design) {
    // A file of what is open already changes nothing, and there is nothing to bring back.
    const same = useStore.getState().design === before
    const says = same ? 'was open already' : 'is open. Undo brings back what was there before'
    toast(`${read.design.name} ${says}.`, 'success')
  }
}

interface Taken {
  readonly source?: SourceFile
  readonly problem?: Diagnostic
}

async function take(file: File): Promise<Taken> {
  const refused = (summary: string, fix?: string): Taken => ({
    problem: { severity: 'error', where: file.name, summary, ...(fix === undefined ? {} : { fix }) },
  })
  if (file.size > largest)
    return refused(`This file is larger than ${largest / 1_000_000} MB and was left out.`)
  try {
    return { source: { path: file.webkitRelativePath || file.name, text: await textOf(file) } }
  } catch {
    // Moved or changed since it was chosen, or not ours to read.
    return refused('The browser cannot read this file.', 'Choose it once more.')
  }
}

/** A picture made here carries the design it was made from. */
async function textOf(file: File): Promise<string> {
  const { designInPng, designInSvg } = await readers()
  if (/\.png$/i.test(file.name)) return designInPng(new Uint8Array(await file.arrayBuffer())) ?? ''
  const text = await file.text()
  return /\.svg$/i.test(file.name) ? (designInSvg(text) ?? text) : text
}

const isText = (file: File) =>
  /\.(json|jsonl|txt|svg|png)$/i.test(file.name) ||
  file.type.startsWith('text/') ||
  file.type === 'application/json'

const nothing: Read = { design: null, diagnostics: [] }

const nothingIn = (name: string): Read => ({
  design: null,
  diagnostics: [
    {
      severity: 'error',
      where: name,
      summary: 'Nothing here can be read: a design is a JSON file, a snapshot a folder of them.',
    },
  ],
})
