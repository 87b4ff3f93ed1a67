import { describe, expect, test } from 'vitest'
import { readDesign, writeDesign } from './index.ts'

type Json = Readonly<Record<string, unknown>>

const region = {
  id: 'region-1',
  kind: 'region',
  name: 'Seoul',
  parent: null,
  fields: { code: 'ap-northeast-2' },
}
const vpc = { id: 'vpc-1', kind: 'vpc', name: 'main', parent: 'region-1', fields: { cidr: '10.0.0.0/16' } }
const nat = { id: 'nat-1', kind: 'nat-gateway', name: 'nat', parent: 'vpc-1', fields: {} }
const table = { id: 'rt-1', kind: 'route-table', name: 'rt', parent: 'vpc-1', fields: { main: true } }
const group = { id: 'sg-1', kind: 'security-group', name: 'web', parent: 'vpc-1', fields: {} }

function file(resources: readonly Json[], more: Json = {}): string {
  return JSON.stringify({
    pathlight: 1,
    resources: Object.fromEntries(resources.map((one) => [one.id, one])),
    ...more,
  })
}

const withFields = (record: Json, fields: Json): Json => ({
  ...record,
  fields: { ...(record.fields as Json), ...fields },
})

function check(
  text: string,
  expected: readonly (readonly [severity: string, where: string, says: string])[],
): void {
  const { design, diagnostics } = readDesign(text)
  const told = diagnostics.map(({ severity, where, summary }) => [severity, where, summary])
  expect(told).toEqual(
    expected.map(([severity, where, says]) => [severity, where, expect.stringContaining(says)]),
  )
  expect(design === null).toBe(expected.some(([severity]) => severity === 'error'))
}

describe('a file that is no design', () => {
  test.each<[string, string, string, string]>([
    ['an empty one', '', 'line 1, column 1', 'empty'],
    ['one with a comma too many', '{\n  "pathlight": 1,\n}', 'line 3, column 1', 'comma'],
    ['one that is cut off', '{"pathlight": 1, "resources": {"a": {', 'line 1, column 38', 'cut off'],
    ['one with comments', '{\n  // mine\n}', 'line 2, column 3', 'comments'],
    ['one with single quotes', "{'pathlight': 1}", 'line 1, column 2', 'double quotes'],
    ['one that was saved as UTF-16', '{\u0000"\u0000', 'the file', 'UTF-16'],
    ['a list', '[]', 'top level', 'is an object'],
    ['other JSON', '{"Vpcs": []}', 'pathlight', 'no design file'],
    ['one of a newer program', '{"pathlight": 2}', 'pathlight', 'version 2'],
    ['one with a version that is none', '{"pathlight": "1"}', 'pathlight', 'must be 1'],
    ['one without resources', '{"pathlight": 1}', 'resources', "'resources' must be an object"],
    ['one whose resources are a list', '{"pathlight": 1, "resources": []}', 'resources', 'must be an object'],
    ['one that is nested deep', `{"a":${'['.repeat(90_000)}${']'.repeat(90_000)}}`, 'a.0.0.0…', 'nested'],
    ['one with a number that is none', '{"a": {"b": [1, 1e999]}}', 'a.b.1', 'too large'],
    ['one with a key that would change prototypes', '{"a": {"__proto__": {}}}', 'a', '__proto__'],
  ])('%s', (_name, text, where, says) => check(text, [['error', where, says]]))

  test('one that is too large', () => {
    check(' '.repeat(64 * 1024 * 1024 + 1), [['error', 'the file', 'million characters']])
  })
})

describe('a record', () => {
  test.each<[string, Json, string, string]>([
    [
      'of a misspelt kind',
      { ...group, kind: 'securty-group' },
      'resources.sg-1.kind',
      "did you mean 'security-group'?",
    ],
    [
      'of a kind that nobody knows',
      { ...group, kind: 'teapot' },
      'resources.sg-1.kind',
      "Unknown kind 'teapot'.",
    ],
    ['without a name', { ...group, name: undefined }, 'resources.sg-1.name', 'missing'],
    [
      'with a number for a name',
      { ...group, name: 7 },
      'resources.sg-1.name',
      'a number; a text is expected',
    ],
    [
      'with a list for fields',
      { ...group, fields: [] },
      'resources.sg-1.fields',
      'a list; an object is expected',
    ],
    ['with a slash in its id', { ...group, id: 'sg/1' }, 'resources.sg/1', 'without spaces or slashes'],
    ['called by a word', { ...group, id: 'local' }, 'resources.local', "'local' cannot be an id"],
    [
      'in a parent that is not there',
      { ...group, parent: 'vpc-l' },
      'resources.sg-1.parent',
      "did you mean 'vpc-1'?",
    ],
    [
      'with a CIDR that is none',
      withFields(vpc, { cidr: '10.0.0.0/33' }),
      'resources.vpc-1.fields.cidr',
      '/32',
    ],
    [
      'with a CIDR of the other family',
      withFields(vpc, { cidr: '2001:db8::/32' }),
      'resources.vpc-1.fields.cidr',
      'IPv4',
    ],
    [
      'with a list where a text is',
      withFields(vpc, { cidr: [] }),
      'resources.vpc-1.fields.cidr',
      'a list; a text',
    ],
    [
      'with a text where a flag is',
      withFields(table, { main: 'yes' }),
      'resources.rt-1.fields.main',
      'true or false',
    ],
    [
      'with a misspelt choice',
      withFields(nat, { connectivity: 'privat' }),
      'resources.nat-1.fields.connectivity',
      "did you mean 'private'?",
    ],
    [
      'with a port that is none',
      rule({ ports: '99999' }),
      'resources.sg-1.fields.inbound.0.ports',
      '1024-65535',
    ],
    [
      'with a misspelt protocol',
      rule({ protocol: 'tpc' }),
      'resources.sg-1.fields.inbound.0.protocol',
      "did you mean 'tcp'?",
    ],
    [
      'with an address where a CIDR is',
      rule({ peer: '10.0.0.9' }),
      'resources.sg-1.fields.inbound.0.peer',
      '10.0.0.9/32',
    ],
    [
      'that refers to what every object has',
      withFields(table, { gateway: 'constructor' }),
      'resources.rt-1.fields.gateway',
      "'constructor' cannot be",
    ],
    [
      'with a rule for what every object has',
      rule({ peer: 'toString' }),
      'resources.sg-1.fields.inbound.0.peer',
      "'toString' cannot be",
    ],
    ['with a row without an id', rule({ id: undefined }), 'resources.sg-1.fields.inbound.0.id', 'missing'],
  ])('%s', (_name, record, where, says) => {
    const others = [region, vpc, table, group].filter((other) => other.id !== record.id)
    check(file([...others, record]), [['error', where, says]])
  })

  test('with a list that nobody could have', () => {
    const secondaryCidrs = Array.from({ length: 20_001 }, () => '10.0.0.0/24')
    check(file([region, withFields(vpc, { secondaryCidrs })]), [
      ['error', 'resources.vpc-1.fields.secondaryCidrs', 'more than 20000'],
    ])
  })

  test('whose rows share an id', () => {
    const inbound = [{ id: 'r1' }, { id: 'r1' }]
    check(file([region, vpc, withFields(group, { inbound })]), [
      ['error', 'resources.sg-1.fields.inbound.1.id', "'r1' too"],
    ])
  })

  test('that calls itself by another id', () => {
    check(JSON.stringify({ pathlight: 1, resources: { a: region } }), [
      ['error', 'resources.a.id', "'region-1'"],
    ])
  })

  test.each(['constructor', 'toString', 'prototype', 'hasOwnProperty'])('with the id %s', (id) => {
    check(file([{ ...region, id }]), [['error', `resources.${id}`, 'cannot be an id']])
  })

  test('that contains itself', () => {
    const circle = [{ ...region, parent: 'vpc-1' }, vpc]
    check(file([...circle, table]), [
      ['error', 'resources.region-1.parent', 'contains itself'],
      ['error', 'resources.vpc-1.parent', 'contains itself'],
    ])
  })

  test('in more containers than a canvas draws: the first of them is told', () => {
    const vpcs = Array.from({ length: 5000 }, (_, i) => ({
      ...vpc,
      id: `vpc-${i}`,
      parent: i === 0 ? 'region-1' : `vpc-${i - 1}`,
    }))
    const { design, diagnostics } = readDesign(file([region, ...vpcs]))
    const errors = diagnostics.filter(({ severity }) => severity === 'error')
    expect([design, errors.map(({ where }) => where)]).toEqual([null, ['resources.vpc-64.parent']])
  })

  test.each([{ x: 1e308 }, { y: -1e308 }, { width: 1e9 }, { height: -1 }])('drawn at %o', (odd) => {
    const layout = { 'region-1': { x: 0, y: 0, width: 10, height: 10, ...odd } }
    check(file([region], { layout }), [
      ['error', `layout.region-1.${Object.keys(odd).join()}`, 'This must be at'],
    ])
  })

  test('every fault of every record is told, and faulty ones do not make others dangle', () => {
    const vpcs = [withFields(vpc, { cidr: 'x', dnsSupport: 1 }), { ...group, kind: 'group' }]
    const { diagnostics } = readDesign(file([region, ...vpcs, withFields(table, { gateway: 'igw-9' })]))
    expect(diagnostics.map(({ where }) => where)).toEqual([
      'resources.vpc-1.fields.cidr',
      'resources.vpc-1.fields.dnsSupport',
      'resources.sg-1.kind',
      'resources.rt-1.fields.gateway',
    ])
  })
})

function rule(fields: Json): Json {
  return withFields(group, {
    inbound: [{ id: 'r1', protocol: 'tcp', ports: '443', peer: '0.0.0.0/0', ...fields }],
  })
}

describe('what is kept with a warning', () => {
  test.each<[string, Json, string, string]>([
    [
      'a reference to nothing',
      withFields(table, { gateway: 'igw-1' }),
      'resources.rt-1.fields.gateway',
      "'igw-1'",
    ],
    [
      'a reference to the wrong kind',
      withFields(table, { gateway: 'sg-1' }),
      'resources.rt-1.fields.gateway',
      "'internet-gateway' is expected",
    ],
    [
      'a misspelt group in a rule',
      rule({ peer: 'sg-2' }),
      'resources.sg-1.fields.inbound.0.peer',
      "did you mean 'sg-1'?",
    ],
    [
      'a route to nothing',
      withFields(table, { routes: [{ id: 'r1', destination: '0.0.0.0/0', target: 'nat-9' }] }),
      'resources.rt-1.fields.routes.0.target',
      "'nat-9'",
    ],
    [
      'a misspelt field',
      withFields(vpc, { secondaryCidr: [] }),
      'resources.vpc-1.fields.secondaryCidr',
      "did you mean 'secondaryCidrs'?",
    ],
    [
      'a container that is none for it',
      { ...group, parent: 'region-1' },
      'resources.sg-1.parent',
      'does not belong',
    ],
  ])('%s', (_name, record, where, says) => {
    const others = [region, vpc, table, group].filter((other) => other.id !== record.id)
    check(file([...others, record]), [['warning', where, says]])
  })
})

describe('a good file', () => {
  test('has defaults for what it leaves out, and a layout', () => {
    const { design, diagnostics } = readDesign(file([region, vpc]))
    expect(diagnostics).toEqual([])
    expect(design).toMatchObject({
      name: 'Untitled',
      question: null,
      resources: { 'vpc-1': { fields: { secondaryCidrs: [], dnsSupport: true } } },
    })
    expect(Object.keys(design!.layout)).toEqual(expect.arrayContaining(['region-1', 'vpc-1']))
  })

  test('is laid out where it says of nothing where it lies', () => {
    const nowhere = readDesign(file([region, vpc], { layout: {} }))
    expect(nowhere.design!.layout).toEqual(readDesign(file([region, vpc])).design!.layout)
  })

  test('gives a box to what has none, and leaves the others where they lie', () => {
    const at = { 'region-1': { x: 500, y: 70, width: 900, height: 700 } }
    const { layout } = readDesign(file([region, vpc], { layout: at })).design!
    expect(layout['region-1']).toEqual(at['region-1'])
    expect(layout['vpc-1']).toBeDefined()
  })

  test('may end and begin with space, and with a byte order mark', () => {
    expect(readDesign(`\uFEFF ${file([region])}\n`).diagnostics).toEqual([])
  })

  test('of a kind in a newer version is refused, once', () => {
    const { design, diagnostics } = readDesign(file([region, vpc], { kinds: { vpc: 9 } }))
    expect([design, diagnostics.map(({ where }) => where)]).toEqual([null, ['kinds.vpc']])
  })

  test('with a kind that a newer program knows says so', () => {
    const later = { ...group, kind: 'transit-gateway' }
    const fixesOf = (kinds: Json) =>
      readDesign(file([region, vpc, later], { kinds })).diagnostics.map(({ fix }) => fix)
    expect(fixesOf({ 'transit-gateway': 1 })).toEqual(['Open it with a newer Pathlight.'])
    expect(fixesOf({})).toEqual([undefined])
  })

  test('keeps what it does not know, at every level', () => {
    const inbound = [
      { id: 'r1', protocol: 'tcp', ports: '1', peer: '0.0.0.0/0', description: '', owner: 'me' },
    ]
    const text = file(
      [
        { ...region, tags: { a: 1 } },
        withFields({ ...vpc, x: null }, { cost: 12 }),
        withFields(group, { inbound }),
      ],
      {
        name: 'shop',
        theme: { dark: true },
        layout: {
          'region-1': { x: 0, y: 0, width: 300, height: 300 },
          'vpc-1': { x: 1, y: 2, width: 3, height: 4, locked: true },
        },
        question: { from: 'a', to: 'b', protocol: 'tcp', port: '1', sourcePort: null, note: 'why' },
      },
    )
    const once = readDesign(text).design!
    const again = JSON.parse(writeDesign(once)) as Json
    expect(again).toMatchObject(JSON.parse(text) as Json)
    expect(readDesign(writeDesign(once)).design).toEqual(once)
    expect(writeDesign(readDesign(writeDesign(once)).design!)).toBe(writeDesign(once))
  })
})
