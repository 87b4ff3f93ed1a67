// docs/reading-an-account.md names the commands; they must be those whose output is read.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readLists } from './snapshot.ts'

const guide = readFileSync(new URL('../../../docs/reading-an-account.md', import.meta.url), 'utf8')

test.each(Object.keys(readLists))('the guide takes %s', (list) => {
  const command = list.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase()
  expect(guide).toContain(` ${command} `)
})
