import { expect, test } from 'vitest'
import { nearest } from './guess.ts'

test.each<[word: string, known: readonly string[], guess: string | undefined]>([
  ['subnett', ['subnet', 'vpc'], 'subnet'],
  ['sbunet', ['subnet'], 'subnet'],
  ['Subnet', ['subnet'], 'subnet'],
  ['nat', ['vpc', 'nat-gateway'], undefined],
  ['teapot', ['subnet', 'route-table'], undefined],
  ['', ['vpc'], undefined],
  ['x'.repeat(10_000), ['x'.repeat(10_000)], undefined],
])('%.20s', (word, known, guess) => expect(nearest(word, known)).toBe(guess))
