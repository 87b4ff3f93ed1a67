// Commands that change where things stand, and nothing of the network.
import {
  align,
  arrange,
  distribute,
  isLocked,
  moveTo,
  setLocked,
  shownOn,
  type Alignment,
  type Box,
  type Design,
  type ResourceId,
} from '../library.ts'
import { aroundOf } from '../canvas/around.ts'
import type { Store } from '../store/index.ts'
import type { Command } from './command.ts'

const drawn = ({ selection, design }: Store) => selection.filter((id) => design.layout[id] !== undefined)

const alignments: readonly (readonly [to: Alignment, name: string])[] = [
  ['left', 'Align left edges'],
  ['centre', 'Align centres'],
  ['right', 'Align right edges'],
  ['top', 'Align top edges'],
  ['middle', 'Align middles'],
  ['bottom', 'Align bottom edges'],
]

export const alignCommands: readonly Command[] = [
  ...alignments.map(([to, name]): Command => ({
    id: `align-${to}`,
    name,
    group: 'Edit',
    keywords: 'line up',
    enabled: (state) => drawn(state).length > 1,
    perform: (state) => state.edit(name, (design) => align(design, drawn(state), to)),
  })),
  ...(['x', 'y'] as const).map((axis): Command => {
    const name = axis === 'x' ? 'Space evenly across' : 'Space evenly down'
    return {
      id: `distribute-${axis}`,
      name,
      group: 'Edit',
      keywords: 'distribute gaps',
      enabled: (state) => drawn(state).length > 2,
      perform: (state) => state.edit(name, (design) => distribute(design, drawn(state), axis)),
    }
  }),
]

export const arrangeCommands: readonly Command[] = [
  {
    id: 'arrange',
    name: 'Arrange',
    group: 'Edit',
    keywords: 'layout tidy up align grid',
    enabled: (state) => Object.keys(state.design.resources).length > 0,
    perform: tidy,
  },
  ...alignCommands,
  {
    id: 'lock',
    name: 'Lock',
    group: 'Edit',
    shortcut: 'Shift+L',
    keywords: 'pin fix in place',
    enabled: (state) => drawn(state).some((id) => !isLocked(state.design, id)),
    perform: (state) => state.edit('Lock', (design) => setLocked(design, drawn(state), true)),
  },
  {
    id: 'unlock',
    name: 'Unlock',
    group: 'Edit',
    shortcut: 'Shift+L',
    keywords: 'pin fix in place',
    enabled: (state) => drawn(state).length > 0 && drawn(state).every((id) => isLocked(state.design, id)),
    perform: (state) => state.edit('Unlock', (design) => setLocked(design, drawn(state), false)),
  },
  ...nudges(),
]

function tidy({ design, selection, edit }: Store): void {
  const [id] = selection
  const within =
    id !== undefined && selection.length === 1 && shownOn(design, id) === 'container' ? id : undefined
  edit('Arrange', (before) => arrange(before, within))
}

function nudges(): Command[] {
  const directions = { Left: [-1, 0], Right: [1, 0], Up: [0, -1], Down: [0, 1] } as const
  return Object.entries(directions).flatMap(([name, [dx, dy]]) =>
    [1, 10].map((step): Command => ({
      id: `nudge-${name.toLowerCase()}-${step}`,
      name: step === 1 ? `Move ${name.toLowerCase()}` : `Move ${name.toLowerCase()} by 10`,
      group: 'Edit',
      shortcut: `${step === 1 ? '' : 'Shift+'}Arrow${name}`,
      enabled: ({ selection }) => selection.length > 0,
      perform: (state) => nudge(state, dx * step, dy * step),
    })),
  )
}

let burst = 0
let lastNudge = 0

/** Nudges that follow each other within a second are one step of history. */
function nudge({ design, selection, edit }: Store, dx: number, dy: number): void {
  const now = performance.now()
  if (now - lastNudge > 1000) burst++
  lastNudge = now
  edit(
    'Move',
    (before) => moveTo(before, shifted(design, selection, dx, dy)),
    `nudge ${burst} ${selection.join(' ')}`,
  )
}

function shifted(
  design: Design,
  ids: readonly ResourceId[],
  dx: number,
  dy: number,
): Record<ResourceId, Box> {
  const chosen = new Set(ids)
  const boxes: Record<ResourceId, Box> = {}
  for (const id of ids) {
    const box = design.layout[id]
    // What stands in a container that moves goes along with it.
    if (box && !ancestorsOf(design, id).some((around) => chosen.has(around)))
      boxes[id] = { ...box, x: box.x + dx, y: box.y + dy }
  }
  return boxes
}

function ancestorsOf(design: Design, id: ResourceId): ResourceId[] {
  const chain: ResourceId[] = []
  for (let at = aroundOf(design, id); at !== null && chain.length < 16; at = aroundOf(design, at))
    chain.push(at)
  return chain
}
