import { describe, expect, test } from 'vitest'
import type { Resource } from '../design/resource.ts'
import { arrange } from '../layout/arrange.ts'
import { shop } from '../layout/sample-designs.ts'
import { checkField, otherBlocks } from './check-field.ts'
import { replace } from './replace.ts'

const design = arrange(shop())

describe('the CIDR of a subnet', () => {
  const check = (text: string) => checkField(design, 'app-a', 'cidr', text)
  test.each<[string, string]>([
    ['the one it has', '10.0.10.0/24'],
    ['a free one', '10.0.40.0/22'],
    ['host bits, which AWS clears here', '10.0.40.7/24'],
    ['space around it', ' 10.0.40.0/24 '],
  ])('%s is valid', (_name, text) => expect(check(text)).toBeNull())

  test.each<[string, string, string, readonly string[]]>([
    [
      'of a sibling',
      '10.0.20.0/23',
      '10.0.20.0/23 overlaps data-a, which has 10.0.20.0/24.',
      ['10.0.2.0/23', '10.0.4.0/23', '10.0.6.0/23'],
    ],
    [
      'outside the VPC',
      '10.1.0.0/24',
      '10.1.0.0/24 is not inside main, which has 10.0.0.0/16.',
      ['10.0.2.0/24', '10.0.3.0/24', '10.0.4.0/24'],
    ],
    ['too small', '10.0.40.0/29', 'A subnet is a /16 to a /28; /29 is too small.', ['10.0.40.0/28']],
    [
      'too long for IPv4',
      '10.0.10.0/33',
      'An IPv4 prefix ends at /32; /33 names no addresses.',
      ['10.0.10.0/24', '10.0.10.0/23', '10.0.10.0/32'],
    ],
  ])('%s', (_name, text, message, suggestions) => {
    const problem = check(text)
    expect(problem?.message).toBe(message)
    expect(problem?.suggestions.map(({ value }) => value)).toEqual(suggestions)
  })

  test('the wrong part is marked', () => expect(check('10.0.40.0/29')).toMatchObject({ from: 10, to: 12 }))
})

describe('the source of a rule', () => {
  const check = (text: string) => checkField(design, 'app', 'inbound', text, 'r1', 'peer')
  test.each<[string, string]>([
    ['everywhere', '0.0.0.0/0'],
    ['IPv6', '2001:db8::/32'],
    ['the id of a group', 'default'],
  ])('%s is valid', (_name, text) => expect(check(text)).toBeNull())

  test('a length that is none offers the subnets that may be meant', () => {
    expect(check('10.0.10.0/33')).toEqual({
      message: 'An IPv4 prefix ends at /32; /33 names no addresses.',
      from: 10,
      to: 12,
      suggestions: [
        { value: '10.0.10.0/24', label: 'app-a' },
        { value: '10.0.10.0/23', label: 'app-a, app-c' },
        { value: '10.0.10.0/32', label: 'one address' },
      ],
    })
  })

  test('a name offers what has it: a group by its id, a subnet by its CIDR', () => {
    const named = replace(design, [{ ...(design.resources['app'] as Resource), id: 'sg-1', name: 'web' }])
    expect(checkField(named, 'app', 'inbound', 'Web', 'r1', 'peer')?.suggestions).toEqual([
      { value: 'sg-1', label: 'security group web' },
    ])
    expect(check('data-a')?.suggestions).toEqual([{ value: '10.0.20.0/24', label: 'subnet data-a' }])
  })

  test('the beginning of a name offers what it may become', () => {
    expect(check('def')?.suggestions).toEqual([{ value: 'default', label: 'security group default' }])
  })

  test('an id of another kind says what belongs here', () => {
    expect(check('igw-main')?.message).toBe(
      'igw-main is an internet gateway; a CIDR, a security group or a prefix list belongs here.',
    )
  })
})

describe('other fields', () => {
  test.each<[string, [string, string, string, string?, string?], string | null]>([
    ['a port', ['app', 'inbound', '443', 'r1', 'ports'], null],
    ['a range', ['app', 'inbound', '1024-65535', 'r1', 'ports'], null],
    [
      'a port past the last',
      ['app', 'inbound', '70000', 'r1', 'ports'],
      'Ports end at 65535; 70000 is none.',
    ],
    [
      'a range that runs down',
      ['app', 'inbound', '90-80', 'r1', 'ports'],
      'A range runs upwards; 90 is above 80.',
    ],
    ['a protocol', ['app', 'inbound', 'tcp', 'r1', 'protocol'], null],
    [
      'a protocol that is none',
      ['app', 'inbound', '300', 'r1', 'protocol'],
      'Protocol numbers end at 255; 300 is none.',
    ],
    ['a route to something of the design', ['rt-app', 'routes', 'igw-main', 'nat-a', 'target'], null],
    [
      'a route to nothing',
      ['rt-app', 'routes', 'igw-9', 'nat-a', 'target'],
      'Nothing here is called igw-9. An internet gateway, a NAT gateway or an egress-only gateway belongs here.',
    ],
    ['a local route', ['rt-app', 'routes', 'local', 'nat-a', 'target'], null],
    ['the main table', ['app-a', 'routeTable', ''], null],
    ['another table', ['app-a', 'routeTable', 'rt-public'], null],
    ['a text', ['main', 'isDefault', 'perhaps'], 'This is either on or off.'],
    ['a private address that is free', ['eni-app-1', 'addresses', '10.0.10.40', 'a1', 'address'], null],
    [
      'one that another has',
      ['eni-app-1', 'addresses', '10.0.10.12', 'a1', 'address'],
      'app-2 has 10.0.10.12 already.',
    ],
    [
      'one that AWS keeps',
      ['eni-app-1', 'addresses', '10.0.10.2', 'a1', 'address'],
      'AWS keeps the first four addresses of a subnet and the last one; 10.0.10.2 is one of them.',
    ],
    [
      'one of another subnet',
      ['eni-app-1', 'addresses', '10.0.11.12', 'a1', 'address'],
      '10.0.11.12 is not in app-a, which has 10.0.10.0/24.',
    ],
    ['a field that is not there', ['app-a', 'colour', 'red'], null],
  ])('%s', (_name, [id, field, text, row, column], message) => {
    expect(checkField(design, id, field, text, row, column)?.message ?? null).toBe(message)
  })

  test.each<[string, string, readonly string[]]>([
    ['https', 'tcp', ['443']],
    ['HTTP', 'tcp', ['80', '443']],
    ['postgres', 'tcp', ['5432']],
    ['rdp', 'tcp', ['3389']],
    ['dns', 'udp', ['53']],
    ['ssh', 'udp', ['all']],
    ['x', 'tcp', ['all']],
  ])('a service by its name, %s over %s, offers its port', (text, protocol, values) => {
    const acl = replace(design, [
      {
        ...(design.resources['acl-main'] as Resource),
        fields: { isDefault: true, inbound: [{ id: 'a', number: 100, protocol }], outbound: [] },
      },
    ])
    const problem = checkField(acl, 'acl-main', 'inbound', text, 'a', 'ports')
    expect(problem?.suggestions.map(({ value }) => value)).toEqual(values)
  })

  test('the address 0.0.0.0 alone offers everywhere first, for it is no single address', () => {
    const suggested = (text: string) =>
      checkField(design, 'rt-app', 'routes', text, 'new', 'destination')?.suggestions
    expect(suggested('0.0.0.0')?.[0]).toEqual({ value: '0.0.0.0/0', label: 'everywhere' })
    expect(suggested('::')?.[0]).toEqual({ value: '::/0', label: 'everywhere' })
    expect(suggested('0.0.0.0')?.map(({ value }) => value)).not.toContain('0.0.0.0/32')
  })

  test('a VPC may move with its subnets, but not shrink away from them', () => {
    expect(checkField(design, 'main', 'cidr', '10.5.0.0/16')).toBeNull()
    expect(checkField(design, 'main', 'cidr', '10.0.0.0/20')?.message).toBe(
      'data-a (10.0.20.0/24) and 1 more would have no room in it.',
    )
  })

  test('a second route for a destination, and a second entry with a number', () => {
    expect(checkField(design, 'rt-app', 'routes', '0.0.0.0/0', 'new', 'destination')?.message).toBe(
      'rt-app has a route for 0.0.0.0/0 already.',
    )
    const entry = (id: string, number: number) => ({
      id,
      number,
      action: 'allow',
      protocol: 'all',
      ports: 'all',
      cidr: '0.0.0.0/0',
    })
    const acl = replace(design, [
      {
        ...(design.resources['acl-main'] as Resource),
        fields: { isDefault: true, inbound: [entry('a', 100), entry('b', 101)], outbound: [] },
      },
    ])
    expect(checkField(acl, 'acl-main', 'inbound', '100', 'c', 'number')).toMatchObject({
      message: 'There is a row with the number 100 already.',
      suggestions: [{ value: '102' }],
    })
  })

  test('other blocks of the same length are free', () => {
    expect(otherBlocks(design, 'app-a', 'cidr').map(({ value }) => value)).toEqual([
      '10.0.2.0/24',
      '10.0.3.0/24',
      '10.0.4.0/24',
    ])
    expect(otherBlocks(design, 'app-a', 'routeTable')).toEqual([])
  })

  test('in a list the part that is wrong is marked', () => {
    expect(checkField(design, 'main', 'secondaryCidrs', '10.9.0.0/16, 10.8.0.0/40')).toMatchObject({
      from: 22,
      to: 24,
    })
  })
})
