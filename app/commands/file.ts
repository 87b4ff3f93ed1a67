// Commands that read and write files.
import { copyView, exportJson, exportPng, exportSvg, openDialog } from '../files/index.ts'
import { emptyDesign } from '../library.ts'
import { always, type Command } from './command.ts'

export const fileCommands: readonly Command[] = [
  {
    id: 'new',
    name: 'New design',
    group: 'File',
    keywords: 'blank empty',
    enabled: always,
    perform: (state) => {
      const { name, resources } = state.design
      state.open(emptyDesign)
      if (Object.keys(resources).length > 0)
        state.toast(`${name} is put away. Undo brings it back, until this page is closed.`)
    },
  },
  {
    id: 'open',
    name: 'Open a file',
    group: 'File',
    shortcut: 'Mod+O',
    keywords: 'import json',
    enabled: always,
    perform: () => openDialog('file'),
  },
  {
    id: 'open-snapshot',
    name: 'Open a folder of an AWS account',
    group: 'File',
    keywords: 'import snapshot describe',
    enabled: always,
    perform: () => openDialog('folder'),
  },
  {
    id: 'save',
    name: 'Save as JSON',
    group: 'File',
    shortcut: 'Mod+S',
    inFields: true,
    keywords: 'export download',
    enabled: always,
    perform: () => exportJson(),
  },
  {
    id: 'export-png',
    name: 'Export PNG',
    group: 'File',
    keywords: 'picture image',
    enabled: always,
    perform: () => exportPng(1),
  },
  {
    id: 'export-png-2x',
    name: 'Export PNG at 2×',
    group: 'File',
    keywords: 'picture image retina',
    enabled: always,
    perform: () => exportPng(2),
  },
  {
    id: 'export-svg',
    name: 'Export SVG',
    group: 'File',
    keywords: 'picture vector',
    enabled: always,
    perform: () => exportSvg(),
  },
  {
    id: 'copy-view',
    name: 'Copy the view as a picture',
    group: 'File',
    shortcut: 'Mod+Shift+C',
    keywords: 'clipboard screenshot',
    enabled: always,
    perform: () => copyView(),
  },
]
