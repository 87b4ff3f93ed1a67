import * as fc from 'fast-check'
import { IPv4, IPv6 } from 'ip-num'
import { describe, expect, test } from 'vitest'
import { type Address, formatAddress, parseAddress, sameAddress } from './address.ts'

const SEED = 20117
const holds = <T>(name: string, property: fc.IProperty<T>) =>
  test(`${name} (seed ${SEED})`, () => fc.assert(property, { seed: SEED, numRuns: 1000 }))

const ipv4 = fc.integer({ min: 0, max: 2 ** 32 - 1 }).map((value): Address => ({ family: 4, value }))
/** Groups are often zero, so that runs of them occur. */
const ipv6 = fc
  .array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 0xffff })), { minLength: 8, maxLength: 8 })
  .map((groups): Address => ({
    family: 6,
    value: groups.reduce((sum, group) => sum * 65536n + BigInt(group), 0n),
  }))
const address = fc.oneof(ipv4, ipv6)

describe('parseAddress reads', () => {
  test.each<[string, string, Address]>([
    ['the lowest IPv4 address', '0.0.0.0', { family: 4, value: 0 }],
    ['the highest IPv4 address', '255.255.255.255', { family: 4, value: 4294967295 }],
    ['octets from the left', '10.0.1.5', { family: 4, value: 167772421 }],
    ['the unspecified IPv6 address', '::', { family: 6, value: 0n }],
    ['a run of zeros at the start', '::1', { family: 6, value: 1n }],
    ['a run of zeros at the end', 'fe80::', { family: 6, value: 0xfe80n << 112n }],
    ['eight groups', '1:2:3:4:5:6:7:8', { family: 6, value: 0x0001_0002_0003_0004_0005_0006_0007_0008n }],
    [
      ':: for a single group',
      '1:2:3:4:5:6:7::',
      { family: 6, value: 0x0001_0002_0003_0004_0005_0006_0007_0000n },
    ],
    [
      'either case, and zeros before a group',
      '2001:0DB8::00a',
      { family: 6, value: (0x2001_0db8n << 96n) + 10n },
    ],
    ['IPv4 in the last two groups', '::ffff:10.0.0.1', { family: 6, value: 0xffff_0a00_0001n }],
    [
      'IPv4 after six groups',
      '1:2:3:4:5:6:1.2.3.4',
      { family: 6, value: 0x0001_0002_0003_0004_0005_0006_0102_0304n },
    ],
  ])('%s: %s', (_, text, expected) => {
    expect(parseAddress(text)).toEqual(expected)
  })
})

describe('parseAddress refuses', () => {
  test.each([
    ['no text', ''],
    ['a leading zero, which some read as octal', '010.0.0.1'],
    ['two zeros', '00.0.0.1'],
    ['three octets', '10.0.0'],
    ['five octets', '10.0.0.0.1'],
    ['an octet above 255', '10.0.0.256'],
    ['an empty octet', '10..0.1'],
    ['a dot at the end', '10.0.0.1.'],
    ['a hexadecimal octet', '0x0a.0.0.1'],
    ['one number for the whole address', '167772161'],
    ['a sign', '+10.0.0.1'],
    ['spaces around', ' 10.0.0.1'],
    ['digits of another script', '١0.0.0.1'],
    ['a prefix', '10.0.0.0/8'],
    ['a zone', 'fe80::1%eth0'],
    ['a single colon', ':'],
    ['three colons', ':::'],
    ['two runs of zeros', '1::2::3'],
    ['a run of zeros beside eight groups', '1:2:3:4::5:6:7:8'],
    ['seven groups', '1:2:3:4:5:6:7'],
    ['nine groups', '1:2:3:4:5:6:7:8:9'],
    ['a colon at the start', ':1:2:3:4:5:6:7'],
    ['a colon at the end', '1:2:3:4:5:6:7:'],
    ['a group of five digits', '::12345'],
    ['a digit that is not hexadecimal', '::g'],
    ['IPv4 before the end', '::1.2.3.4:5'],
    ['IPv4 before a run of zeros', '1.2.3.4::'],
    ['IPv4 that is itself wrong', '::ffff:10.0.0.01'],
    ['IPv4 that leaves too many groups', '1:2:3:4:5:6:7:1.2.3.4'],
    ['brackets', '[::1]'],
  ])('%s: %j', (_, text) => {
    expect(parseAddress(text)).toBeNull()
  })
})

/** The examples of RFC 5952, by section. */
describe('formatAddress writes', () => {
  test.each([
    ['no zeros before a group (4.1)', '2001:0db8::0001', '2001:db8::1'],
    ['as short as can be (4.2.1)', '2001:db8:0:0:0:0:2:1', '2001:db8::2:1'],
    ['one zero group out (4.2.2)', '2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
    ['the longest run short (4.2.3)', '2001:0:0:1:0:0:0:1', '2001:0:0:1::1'],
    ['the first of equal runs short (4.2.3)', '2001:db8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
    ['lower case (4.3)', '2001:DB8::A', '2001:db8::a'],
    ['IPv4-mapped addresses dotted (5)', '::ffff:a00:1', '::ffff:10.0.0.1'],
    ['nothing but zeros', '0:0:0:0:0:0:0:0', '::'],
    ['a run at the end', '1:0:0:0:0:0:0:0', '1::'],
    ['IPv4', '192.0.2.255', '192.0.2.255'],
  ])('%s: %s', (_, text, expected) => {
    const parsed = parseAddress(text)
    expect(parsed && formatAddress(parsed)).toBe(expected)
  })
})

describe('addresses', () => {
  holds(
    'are the same after writing and reading',
    fc.property(address, (given) => {
      expect(parseAddress(formatAddress(given))).toEqual(given)
    }),
  )

  holds(
    'are read as ip-num reads them, in its own long form too',
    fc.property(address, (given) => {
      const text = formatAddress(given)
      const other = given.family === 4 ? new IPv4(text) : new IPv6(BigInt(given.value))
      expect(BigInt(given.value)).toBe(other.getValue())
      expect(parseAddress(other.toString())).toEqual(given)
    }),
  )

  test.each([
    ['of one value are the same', '10.0.0.1', '10.0.0.1', true],
    ['written differently are the same', '::1', '0:0:0:0:0:0:0:1', true],
    ['of different values differ', '10.0.0.1', '10.0.0.2', false],
    ['of different families differ', '0.0.0.1', '::1', false],
  ])('%s: %s, %s', (_, a, b, expected) => {
    expect(sameAddress(parseAddress(a)!, parseAddress(b)!)).toBe(expected)
  })
})
