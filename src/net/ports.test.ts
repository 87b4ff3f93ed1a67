import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type PortRange, formatIcmp, formatPorts, parseIcmp, parsePorts } from './ports.ts'

const SEED = 60013
const holds = <T>(name: string, property: fc.IProperty<T>) =>
  test(`${name} (seed ${SEED})`, () => fc.assert(property, { seed: SEED, numRuns: 500 }))

const port = fc.integer({ min: 0, max: 65535 })

describe('parsePorts reads', () => {
  test.each<[string, string, PortRange | null]>([
    ['one port', '443', { first: 443, last: 443 }],
    ['port 0', '0', { first: 0, last: 0 }],
    ['a range', '1024-65535', { first: 1024, last: 65535 }],
    ['all', 'all', { first: 0, last: 65535 }],
    ['no port above 65535', '65536', null],
    ['no range that ends above 65535', '1-65536', null],
    ['no range that runs backwards', '443-80', null],
    ['no half range', '80-', null],
    ['no negative port', '-1', null],
    ['no leading zero', '0443', null],
    ['no spaces', '80 - 90', null],
    ['no list', '80,443', null],
    ['no second hyphen', '1-2-3', null],
    ['no fraction', '1.5', null],
    ['no name', 'https', null],
    ['no empty text', '', null],
  ])('%s: %j', (_, text, expected) => {
    expect(parsePorts(text)).toEqual(expected)
  })
})

describe('parseIcmp reads', () => {
  test.each<[string, string, PortRange | null]>([
    ['a type with any code', '8', { first: 2048, last: 2303 }],
    ['a type and a code', '3/4', { first: 772, last: 772 }],
    ['type 0', '0', { first: 0, last: 255 }],
    ['the last type and code', '255/255', { first: 65535, last: 65535 }],
    ['all', 'all', { first: 0, last: 65535 }],
    ['no type above 255', '256', null],
    ['no code above 255', '8/256', null],
    ['no code without a type', '/0', null],
    ['no missing code', '8/', null],
    ['no second code', '8/0/0', null],
    ['no leading zero', '08', null],
    ['no range', '8-10', null],
    ['no empty text', '', null],
  ])('%s: %j', (_, text, expected) => {
    expect(parseIcmp(text)).toEqual(expected)
  })
})

describe('ranges are written', () => {
  test.each<[string, string, string]>([
    ['as all when they are', formatPorts({ first: 0, last: 65535 }), 'all'],
    ['as one port when they are', formatPorts({ first: 80, last: 80 }), '80'],
    ['with a hyphen otherwise', formatPorts({ first: 0, last: 80 }), '0-80'],
    ['as any type when they are', formatIcmp({ first: 0, last: 65535 }), 'all'],
    ['as a type when every code is in', formatIcmp({ first: 768, last: 1023 }), '3'],
    ['as types and codes otherwise', formatIcmp({ first: 768, last: 1024 }), '3/0-4/0'],
  ])('%s', (_, written, expected) => {
    expect(written).toBe(expected)
  })

  holds(
    'so that parsePorts reads the same range',
    fc.property(port, port, (a, b) => {
      const range = { first: Math.min(a, b), last: Math.max(a, b) }
      expect(parsePorts(formatPorts(range))).toEqual(range)
    }),
  )

  holds(
    'so that parseIcmp reads the same type and code',
    fc.property(fc.nat(255), fc.nat(255), (type, code) => {
      for (const text of [`${type}`, `${type}/${code}`]) expect(formatIcmp(parseIcmp(text)!)).toBe(text)
    }),
  )
})
