// Commands that change what is seen, and with which tool.
import { camera, type Tool } from '../store/index.ts'
import { always, type Command } from './command.ts'

const tools: readonly (readonly [tool: Tool, name: string, key: string])[] = [
  ['select', 'Select', 'V'],
  ['hand', 'Hand', 'H'],
  ['connect', 'Connect', 'C'],
]

export const viewCommands: readonly Command[] = [
  ...tools.map(
    ([tool, name, shortcut]): Command => ({
      id: `tool-${tool}`,
      name,
      group: 'Tools',
      keywords: 'tool',
      shortcut,
      enabled: always,
      perform: (state) => state.setTool(tool),
    }),
  ),
  { id: 'fit', name: 'Fit the design', group: 'View', shortcut: 'Shift+1', keywords: 'zoom all', enabled: always, perform: () => camera().fit() },
  {
    id: 'fit-selection',
    name: 'Fit the selection',
    group: 'View',
    shortcut: 'Shift+2',
    keywords: 'zoom',
    enabled: (state) => state.selection.length > 0,
    perform: (state) => camera().fit(state.selection),
  },
  { id: 'zoom-100', name: 'Zoom to 100 %', group: 'View', shortcut: 'Shift+0', enabled: always, perform: () => camera().zoomTo(1) },
  { id: 'zoom-in', name: 'Zoom in', group: 'View', shortcut: 'Mod+=', also: ['Mod++'], enabled: always, perform: () => camera().zoomIn() },
  { id: 'zoom-out', name: 'Zoom out', group: 'View', shortcut: 'Mod+-', enabled: always, perform: () => camera().zoomOut() },
  { id: 'theme-light', name: 'Light theme', group: 'View', keywords: 'appearance', enabled: always, perform: (state) => state.setTheme('light') },
  { id: 'theme-dark', name: 'Dark theme', group: 'View', keywords: 'appearance', enabled: always, perform: (state) => state.setTheme('dark') },
  { id: 'theme-system', name: "The system's theme", group: 'View', keywords: 'appearance', enabled: always, perform: (state) => state.setTheme('system') },
  { id: 'findings', name: 'Findings', group: 'View', keywords: 'review problems checks', enabled: always, perform: (state) => state.setPanel('findings') },
  { id: 'outline', name: 'Outline', group: 'View', keywords: 'tree list', enabled: always, perform: (state) => state.setPalette('outline') },
  {
    id: 'commands',
    name: 'Search commands and resources',
    group: 'Help',
    shortcut: 'Mod+K',
    also: ['Mod+F'],
    inFields: true,
    enabled: always,
    perform: (state) => state.setDialog('commands'),
  },
  { id: 'shortcuts', name: 'Keyboard shortcuts', group: 'Help', shortcut: '?', also: ['Shift+?'], enabled: always, perform: (state) => state.setDialog('shortcuts') },
]
