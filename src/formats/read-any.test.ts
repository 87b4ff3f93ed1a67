import { describe, expect, test } from 'vitest'
import { emptyDesign } from '../design/design.ts'
import { writeDesign } from './json/index.ts'
import { readAny } from './read-any.ts'
import { designElement } from './svg/design-in-svg.ts'

const design = writeDesign({ ...emptyDesign, name: 'mine' })
const svg = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`
const account = JSON.stringify({ Vpcs: [{ VpcId: 'vpc-1', CidrBlock: '10.0.0.0/16' }] })

describe('what is read is told by content', () => {
  test.each<[string, readonly (readonly [path: string, text: string])[], string | null, readonly string[]]>([
    ['a design under any name', [['a.txt', design]], 'mine', []],
    ['a snapshot in a folder', [['prod/vpcs.json', account]], 'prod', []],
    [
      'a design beside other files',
      [
        ['d/a.json', account],
        ['d/b.json', design],
      ],
      'mine',
      [],
    ],
    [
      'the first of two designs',
      [
        ['b.json', design],
        ['c.json', design],
      ],
      'mine',
      ['c.json'],
    ],
    ['a design that is cut off', [['a.json', design.slice(0, 60)]], null, ['line 4, column']],
    [
      'a design beside others that is cut off',
      [
        ['a.json', design.slice(0, 60)],
        ['b.txt', 'x'],
      ],
      null,
      ['a.json: line 4'],
    ],
    [
      'a snapshot that only mentions the word',
      [['a.json', account.replace('{', '{"note": "\\"pathlight\\"",')]],
      'vpc-1',
      [],
    ],
    ['a picture that carries a design', [['a.svg', svg(designElement(design))]], 'mine', []],
    ['a picture that carries none', [['a.svg', svg('')]], null, ['a.svg', 'the snapshot']],
    ['nothing', [], null, ['input']],
    ['neither', [['a.json', '{}']], null, ['a.json', 'the snapshot']],
  ])('%s', (_name, files, name, places) => {
    const read = readAny(files.map(([path, text]) => ({ path, text })))
    expect(read.design?.name ?? null).toBe(name)
    const told = read.diagnostics.map(({ where }) => where).filter((where) => where !== 'vpc-1')
    expect(told).toEqual(places.map((place) => expect.stringContaining(place)))
  })
})
