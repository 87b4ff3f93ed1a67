// Commands that read and write files.
import { copyView, exportJson, exportPng, exportSvg, openDialog } from '../files/index.ts'
import { emptyDesign } from '../library.ts'
import { isWorthKeeping } from '../store/index.ts'
import { always, type Command } from './command.ts'

export const fileCommands: readonly Command[] = [
  {
    id: 'new',
    name: 'New design',
    group: 'File',
    keywords: 'blank empty',
    enabled: always,
    perform: (state) => {
      const { name } = state.design
      state.open(emptyDesign)
      if (isWorthKeeping(state)) state.toast(`${name} is put away. It is among the recent designs.`)
    },
  },
  {
    id: 'recent',
    name: 'Recent designs',
    group: 'File',
    keywords: 'history restore back',
    enabled: always,
    perform: (state) => state.setDialog('recent'),
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
