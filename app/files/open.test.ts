import { expect, test } from 'vitest'
import { useStore } from '../store/index.ts'
import { openFiles } from './open.ts'

const file = (name: string, text: () => Promise<string>, size = 10) =>
  ({ name, size, type: '', webkitRelativePath: '', text }) as File
const design = () => Promise.resolve('{"pathlight": 1, "name": "mine", "resources": {}}')
const gone = () => Promise.reject(new DOMException('gone', 'NotReadableError'))

test.each<[string, readonly File[], boolean, readonly string[]]>([
  ['a file that is gone is told', [file('gone.json', gone)], false, ['gone.json']],
  [
    'the others are read all the same',
    [file('gone.json', gone), file('mine.json', design)],
    true,
    ['gone.json'],
  ],
  [
    'one that is too large is told, and not that it is no design',
    [file('big.json', design, 3e8)],
    false,
    ['big.json'],
  ],
  ['what is no text is no design', [file('a.exe', design)], false, ['a.exe']],
])('%s', async (_name, files, opened, places) => {
  await openFiles(files)
  const { diagnostics } = useStore.getState()
  expect([diagnostics?.opened, diagnostics?.list.map(({ where }) => where)]).toEqual([opened, places])
})
