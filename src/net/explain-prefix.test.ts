import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type PrefixProblem, explainPrefix, parsePrefix } from './prefix.ts'

const SEED = 50021
const holds = <T>(name: string, property: fc.IProperty<T>) =>
  test(`${name} (seed ${SEED})`, () => fc.assert(property, { seed: SEED, numRuns: 3000 }))

/** wrong: the part of the text that is marked. */
type Expected = Pick<PrefixProblem, 'code' | 'message' | 'suggestions'> & { readonly wrong: string }

test.each<[string, string, Expected]>([
  [
    'a missing text',
    '',
    {
      code: 'not-an-address',
      message: 'The address is missing; write one such as 10.0.0.0.',
      wrong: '',
      suggestions: [],
    },
  ],
  [
    'a length that is too long',
    '10.0.0.0/33',
    {
      code: 'length-too-long',
      message: 'An IPv4 prefix ends at /32; /33 names no addresses.',
      wrong: '33',
      suggestions: ['10.0.0.0/32'],
    },
  ],
  [
    'an IPv6 length that is too long',
    '::/200',
    {
      code: 'length-too-long',
      message: 'An IPv6 prefix ends at /128; /200 names no addresses.',
      wrong: '200',
      suggestions: ['::/128'],
    },
  ],
  [
    'host bits',
    '10.0.1.0/16',
    {
      code: 'host-bits',
      message: 'The /16 that contains 10.0.1.0 starts at 10.0.0.0.',
      wrong: '10.0.1.0',
      suggestions: ['10.0.0.0/16', '10.0.1.0/24', '10.0.1.0/32'],
    },
  ],
  [
    'a missing length',
    '10.0.1.0',
    {
      code: 'no-length',
      message: 'A prefix is an address and a length, such as 10.0.1.0/24.',
      wrong: '10.0.1.0',
      suggestions: ['10.0.1.0/24', '10.0.1.0/32'],
    },
  ],
  [
    'a leading zero in the length',
    '10.0.0.0/08',
    {
      code: 'not-a-length',
      message: 'A length is a whole number from 0 to 32, without leading zeros or spaces.',
      wrong: '08',
      suggestions: ['10.0.0.0/8'],
    },
  ],
  [
    'a mask for a length',
    '10.0.0.0/255.255.0.0',
    {
      code: 'not-a-length',
      message: 'A length counts the leading bits; the mask 255.255.0.0 is written /16.',
      wrong: '255.255.0.0',
      suggestions: ['10.0.0.0/16'],
    },
  ],
  [
    'an octet that some read as octal',
    '10.010.0.0/16',
    {
      code: 'not-an-address',
      message: 'Some programs read 010 as octal; write it without the leading zero.',
      wrong: '010',
      suggestions: ['10.10.0.0/16', '10.10.0.0/24', '10.10.0.0/32'],
    },
  ],
  [
    'an octet that is too large',
    '10.0.300.0/24',
    {
      code: 'not-an-address',
      message: 'The numbers of an IPv4 address end at 255; 300 is too large.',
      wrong: '300',
      suggestions: [],
    },
  ],
  [
    'an octet too few',
    '10.1.2/24',
    {
      code: 'not-an-address',
      message: 'An IPv4 address is four numbers with dots between, such as 10.1.2.0; 10.1.2 has 3.',
      wrong: '10.1.2',
      suggestions: ['10.1.2.0/24', '10.1.2.0/32'],
    },
  ],
  [
    'an octet too many',
    '10.0.0.0.0/8',
    {
      code: 'not-an-address',
      message: 'An IPv4 address is four numbers with dots between, such as 10.0.0.0; 10.0.0.0.0 has 5.',
      wrong: '10.0.0.0.0',
      suggestions: [],
    },
  ],
  [
    'no number between dots',
    '10..0.0/8',
    {
      code: 'not-an-address',
      message: 'Between two dots stands a number from 0 to 255.',
      wrong: '',
      suggestions: [],
    },
  ],
  [
    'a name',
    'ten.0.0.0/8',
    {
      code: 'not-an-address',
      message: 'An IPv4 address is four numbers with dots between; ten is not a number.',
      wrong: 'ten',
      suggestions: [],
    },
  ],
  [
    'a space',
    '10.0.0.0 /8',
    {
      code: 'not-an-address',
      message: 'An address has no spaces in it.',
      wrong: ' ',
      suggestions: ['10.0.0.0/8', '10.0.0.0/16', '10.0.0.0/24'],
    },
  ],
  [
    'a zone',
    'fe80::%eth0/64',
    {
      code: 'not-an-address',
      message: 'An address stands for every host; leave out %eth0, which names an interface of one.',
      wrong: '%eth0',
      suggestions: ['fe80::/64', 'fe80::/32', 'fe80::/48'],
    },
  ],
  [
    'two runs of zeros',
    '1::2::/32',
    {
      code: 'not-an-address',
      message: 'An IPv6 address has :: at most once, or nobody could tell how many zeros each stands for.',
      wrong: '::',
      suggestions: [],
    },
  ],
  [
    'a group that is not hexadecimal',
    '2001:dbg::/32',
    {
      code: 'not-an-address',
      message: 'An IPv6 address is groups of up to four hexadecimal digits; dbg is none.',
      wrong: 'dbg',
      suggestions: [],
    },
  ],
  [
    'too few groups',
    '2001:db8/32',
    {
      code: 'not-an-address',
      message: 'An IPv6 address is eight groups with colons between, or fewer with :: for a run of zeros.',
      wrong: '2001:db8',
      suggestions: ['2001:db8::/32', '2001:db8::/48', '2001:db8::/56'],
    },
  ],
])('explains %s: %j', (_, text, expected) => {
  const problem = explainPrefix(text)
  expect(problem && { ...problem, wrong: text.slice(problem.from, problem.to) }).toMatchObject(expected)
})

describe('explainPrefix', () => {
  /** Nearly prefixes: right ones with a character or two changed. */
  const right = fc.constantFrom(
    '10.0.0.0/8',
    '10.0.1.0/24',
    '172.16.0.0/12',
    '2001:db8::/32',
    '::/0',
    '1:2:3:4:5:6:7:8/128',
    '::ffff:10.0.0.0/104',
  )
  const typo = fc.record({
    at: fc.nat(24),
    drop: fc.nat(2),
    add: fc.constantFrom('', '0', '1', '9', '.', ':', '::', '/', ' ', 'f', 'x', '%', '-'),
  })
  const typed = fc
    .tuple(right, fc.array(typo, { maxLength: 2 }))
    .map(([text, typos]) =>
      typos.reduce<string>(
        (changed, { at, drop, add }) => changed.slice(0, at) + add + changed.slice(at + drop),
        text,
      ),
    )

  holds(
    'finds a problem exactly where parsePrefix finds no prefix',
    fc.property(typed, (text) => {
      expect(explainPrefix(text) === null).toBe(parsePrefix(text) !== null)
    }),
  )

  holds(
    'marks a part of the text, and suggests at most three different prefixes',
    fc.property(typed, (text) => {
      const problem = explainPrefix(text)
      if (problem === null) return
      expect(0 <= problem.from && problem.from <= problem.to && problem.to <= text.length).toBe(true)
      expect(problem.suggestions.filter((suggestion) => parsePrefix(suggestion) === null)).toEqual([])
      expect(problem.suggestions).toHaveLength(Math.min(3, new Set(problem.suggestions).size))
    }),
  )

  test(`is tried on right and wrong texts alike (seed ${SEED})`, () => {
    const texts = fc.sample(typed, { seed: SEED, numRuns: 3000 })
    const rightOnes = texts.filter((text) => parsePrefix(text) !== null)
    expect(rightOnes.length).toBeGreaterThan(300)
    expect(rightOnes.length).toBeLessThan(2700)
    expect(new Set(texts.map((text) => explainPrefix(text)?.code)).size).toBe(6)
  })
})
