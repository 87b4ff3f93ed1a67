import { expect, test } from 'vitest'
import { placeToolbar } from './place-toolbar.ts'

const card = { x: 100, y: 100, width: 100, height: 82 }
const tools = { width: 128, height: 30 }
const room = { x: 0, y: 0, width: 800, height: 600 }
const above = { x: 200, y: 95 }
const beneath = { x: 200, y: 187 }

test.each([
  ['above the selection, as a rule', [], room, above],
  ['beneath it where a name would be covered', [{ x: 40, y: 72, width: 120, height: 20 }], room, beneath],
  ['beneath it where a bar of the window is above', [], { ...room, y: 90 }, beneath],
  [
    'beside it where both are taken',
    [
      { x: 40, y: 72, width: 120, height: 20 },
      { x: 0, y: 190, width: 400, height: 40 },
    ],
    room,
    { x: 210, y: 100 },
  ],
])('%s', (_name, covered, free, at) => {
  expect(placeToolbar(card, tools, 1, covered, free).at).toEqual(at)
})
