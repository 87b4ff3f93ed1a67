import { describe, expect, test } from 'vitest'
import { matches, shortcutText } from './keys.ts'

type Press = { key: string; code?: string; ctrl?: boolean; shift?: boolean; alt?: boolean }

const press = ({ key, code = '', ctrl = false, shift = false, alt = false }: Press) =>
  ({ key, code, ctrlKey: ctrl, metaKey: false, shiftKey: shift, altKey: alt }) as KeyboardEvent

const table: readonly (readonly [name: string, shortcut: string, given: Press, expected: boolean])[] = [
  ['a letter', 'V', { key: 'v' }, true],
  ['a letter with Ctrl is another shortcut', 'V', { key: 'v', ctrl: true }, false],
  ['a letter with Shift is another shortcut', 'V', { key: 'V', shift: true }, false],
  ['Ctrl and a letter', 'Mod+Z', { key: 'z', ctrl: true }, true],
  ['redo is not undo', 'Mod+Z', { key: 'Z', ctrl: true, shift: true }, false],
  ['redo', 'Mod+Shift+Z', { key: 'Z', ctrl: true, shift: true }, true],
  [
    'a digit with Shift, whatever sign the keyboard makes of it',
    'Shift+1',
    { key: '!', code: 'Digit1', shift: true },
    true,
  ],
  ['a sign that needs Shift', '?', { key: '?', shift: true }, true],
  ['an arrow', 'ArrowLeft', { key: 'ArrowLeft' }, true],
  ['an arrow with Shift', 'Shift+ArrowLeft', { key: 'ArrowLeft', shift: true }, true],
  ['Alt is nobody’s', 'V', { key: 'v', alt: true }, false],
  ['plus itself', 'Mod++', { key: '+', ctrl: true }, true],
]

describe('a press matches a shortcut', () => {
  test.each(table)('%s', (_name, shortcut, given, expected) => {
    expect(matches(shortcut, press(given))).toBe(expected)
  })
})

test('shortcuts are written as keys are labelled', () => {
  expect(shortcutText('Mod+Shift+Z')).toMatch(/^(Ctrl\+Shift\+Z|⌘⇧Z)$/)
})
