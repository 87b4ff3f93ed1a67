// Every worked example of the AWS documentation is either run by a scenario or a table here, or listed with a reason.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readScenarios } from '../notation.ts'
import { textFilesIn } from '../text-files.ts'
import { invalid } from './invalid.ts'

const read = (name: string) => readFileSync(`${import.meta.dirname}/${name}`, 'utf8')
const ids = read('ids.txt')
  .split('\n')
  .filter((id) => id !== '')
const inScenarios = textFilesIn(import.meta.dirname).flatMap((file) =>
  readScenarios(readFileSync(file, 'utf8')).flatMap(({ asked }) => asked.map(({ label }) => label)),
)
const run = new Set([...inScenarios, ...invalid.map(({ id }) => id)])
const listed = [...read('not-covered.md').matchAll(/^\| ([A-Z]+-\d+(?:, [A-Z]+-\d+)*) \|/gm)].flatMap((row) =>
  (row[1] ?? '').split(', '),
)

test('all 254 examples are known by their ids', () => expect(new Set(ids).size).toBe(254))
test('every example is run, or listed with the reason why not', () => {
  expect(ids.filter((id) => !run.has(id) && !listed.includes(id))).toEqual([])
})
test('no example is both run and listed', () => expect(listed.filter((id) => run.has(id))).toEqual([]))
test('nothing is run or listed that is no example', () =>
  expect([...run, ...listed].filter((id) => !ids.includes(id))).toEqual([]))
