import { describe, expect, test } from 'vitest'
import { writeDesign } from '../formats/json/index.ts'
import { design as read } from '../scenarios/notation.ts'
import { file, network, pathlight } from './try-out.test-helper.ts'

const text = writeDesign(read(network))
const design = file('design.json', text)

interface Line {
  readonly id: unknown
  readonly outcome: string
  readonly summary?: string
  readonly error?: string
  readonly line?: number
}

async function answers(queries: string): Promise<readonly Line[]> {
  const ran = await pathlight(['trace', design, '--queries', file('queries.jsonl', queries)])
  expect([ran.code, ran.err]).toEqual([0, ''])
  return ran.out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line)
}

test('one answer a line, in order, and a line that cannot be used keeps its place', async () => {
  const lines = await answers(
    [
      '{"id":"q1","from":"web","to":"db","protocol":"tcp","port":5432,"sourcePort":32768}',
      '{"id":"q2","from":"web","to":"db"',
      '{"id":3,"from":"web","to":"10.0.1.10","protocol":"tcp","port":"6000"}',
      '',
      '{"id":"q5","from":"web","to":"nobody","port":443}\r',
      '{"id":"q6","from":"internet","to":"203.0.113.10","protocol":6,"port":443}',
    ].join('\n'),
  )
  expect(lines.map(({ id, outcome, error, line }) => [id, outcome, error, line])).toEqual([
    ['q1', 'reachable', undefined, undefined],
    [null, 'unknown', 'the line is not JSON', 2],
    [3, 'blocked', undefined, undefined],
    ['q5', 'unknown', 'nothing here is called nobody', 5],
    ['q6', 'reachable', undefined, undefined],
  ])
})

test('every answer has the same keys, and a refused line the error besides', async () => {
  const [good, bad] = await answers('{"from":"web","to":"db"}\n{}\n')
  expect(Object.keys(good!)).toEqual([
    'id',
    'question',
    'outcome',
    'rest',
    'summary',
    'request',
    'reply',
    'blockers',
    'open',
    'assumptions',
    'fixes',
  ])
  expect(Object.keys(bad!)).toEqual([
    'id',
    'error',
    'line',
    'outcome',
    'rest',
    'request',
    'reply',
    'blockers',
    'open',
    'assumptions',
    'fixes',
  ])
})

describe('a line that cannot be used says why', () => {
  test.each([
    ['[]', 'a query is an object with "from" and "to"'],
    ['null', 'a query is an object with "from" and "to"'],
    ['"web"', 'a query is an object with "from" and "to"'],
    ['{"to":"db"}', '"from" is missing'],
    ['{"from":"web","to":""}', '"to" is missing'],
    ['{"from":{"id":"web"},"to":"db"}', '"from" must be a text or a number'],
    ['{"from":"web","to":"db","port":[80]}', '"port" must be a text or a number'],
    ['{"from":"web","to":"db","port":-1}', '-1 is not a port or a range, such as 443 or 8000-8100'],
    ['{"from":"web","to":"db","port":1e9}', '1000000000 is not a port or a range, such as 443 or 8000-8100'],
    ['{"from":"__proto__","to":"constructor"}', expect.any(String)],
    [`{"id":"${'x'.repeat(1_000_001)}"}`, 'the line has more than a million characters'],
  ])('%.40s', async (line, error) => {
    expect(await answers(line)).toMatchObject([{ error, outcome: 'unknown', reply: null, blockers: [] }])
  })
})

test('the summary names what was asked and what of it gets through', async () => {
  const lines = await answers(
    [
      '{"from":"web","to":"db"}',
      '{"from":"web","to":"db","port":5432}',
      '{"from":"198.51.100.7","to":"web","port":443}',
      '{"from":"web","to":"s3","port":443}',
      '{"from":"web","to":"198.51.100.7","protocol":"icmp","port":8}',
      '{"from":"web","to":"198.51.100.7","protocol":"icmp","port":13}',
    ].join('\n'),
  )
  const reply = 'The reply stops at data: data-acl outbound rule * denies it.'
  const ports = 'That is only with source ports 32768-40000, not with 40001-60999.'
  const seen = 'and the replies come back. Seen from there, it is 203.0.113.10.'
  expect(lines.map(({ summary }) => summary)).toEqual([
    'web can open tcp to db in part. Through get tcp 5432. It stops at data: data-acl inbound rule * denies it.',
    `web can open tcp 5432 to db in part. ${ports} ${reply}`,
    '198.51.100.7 can open tcp 443 to web, and the replies come back.',
    `web can open tcp 443 to s3, ${seen}`,
    `web can open ping to 198.51.100.7, ${seen}`,
    `web can open icmp 13 to 198.51.100.7, ${seen}`,
  ])
})

test('a name is found however its accents are written', async () => {
  const named = writeDesign(read(network.replaceAll(' db ', ' caf\u00e9 ')))
  const query = '{"from":"web","to":"cafe\u0301","port":5432,"sourcePort":32768}'
  const ran = await pathlight([
    'trace',
    file('accents.json', named),
    '--queries',
    file('accents.jsonl', query),
  ])
  expect(JSON.parse(ran.out)).toMatchObject({ outcome: 'reachable' })
})

test('an instance and its interface that share a name are the instance; two instances are not', async () => {
  const shared = read(network)
  const called = (...ids: readonly string[]) =>
    writeDesign({
      ...shared,
      resources: Object.fromEntries(
        Object.entries(shared.resources).map(([id, resource]) => [
          id,
          ids.includes(id) ? { ...resource, name: 'same' } : resource,
        ]),
      ),
    })
  const query = file('same.jsonl', '{"from":"web","to":"same","port":5432,"sourcePort":32768}')
  const one = await pathlight(['trace', file('one.json', called('db', 'db-eni')), '--queries', query])
  const two = await pathlight(['trace', file('two.json', called('db', 'lonely')), '--queries', query])
  expect(JSON.parse(one.out)).toMatchObject({ request: { deliveredTo: 'db' } })
  expect(JSON.parse(two.out)).toMatchObject({ error: '2 resources are called same: name one by its id' })
})

test('hundreds of queries come from standard input', async () => {
  const query = (i: number) => JSON.stringify({ id: i, from: 'web', to: 'db', port: 5432, sourcePort: 32768 })
  const input = Array.from({ length: 300 }, (_, i) => query(i)).join('\n')
  const ran = await pathlight(['trace', design, '--queries', '-'], input)
  const ids = ran.out
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as Line).id)
  expect(ids).toEqual(Array.from({ length: 300 }, (_, i) => i))
})

test('no queries, no answers', async () => {
  expect(await answers('')).toEqual([])
})

test('what else each fix opens, on request', async () => {
  const query = file('opens.jsonl', '{"from":"internet","to":"web","port":8443}')
  const { out } = await pathlight(['trace', design, '--queries', query, '--also-opens'])
  expect(JSON.parse(out)).toMatchObject({ blockers: [{ alsoOpens: ['lonely to web, on tcp 8443.'] }] })
})
