import { describe, expect, test } from 'vitest'
import { writeDesign } from '../formats/json/index.ts'
import { design as read } from '../scenarios/notation.ts'
import { file, network, pathlight } from './try-out.test-helper.ts'

const text = writeDesign(read(network))
const design = file('design.json', text)
const trace = (words: string) => pathlight(['trace', design, ...words.split(' ')])

describe('the exit code says the verdict', () => {
  test.each<[string, string, number]>([
    ['reachable', '--from web --to db --port 5432 --source-port 32768', 0],
    ['partial', '--from web --to db --port 5432', 1],
    ['one-way', '--from web --to db --port 5432 --source-port 50000', 1],
    ['blocked', '--from web --to db --port 6000', 1],
    ['unknown', '--from web --to 172.16.0.1 --port 80', 3],
  ])('%s', async (verdict, words, code) => {
    const ran = await trace(words)
    expect([ran.out.split('\n')[0]?.split(':')[0], ran.code, ran.err]).toEqual([verdict, code, ''])
  })
})

test('the answer reads like a letter', async () => {
  const { out } = await trace('--from internet --to web --port 443')
  expect(out).toBe(`reachable
  internet  originates tcp 198.51.100.7:40000 -> 203.0.113.10:443
  igw       translates destination 203.0.113.10 to 10.0.0.10
  public    main-acl inbound rule 100 allows it
  web       web-group allows tcp 443 from 0.0.0.0/0
            receives tcp 198.51.100.7:40000 -> 10.0.0.10:443
reply tcp 10.0.0.10:443 -> 198.51.100.7:40000
  web       knows the session it answers, so no rule is asked
  public    main-acl outbound rule 100 allows it
            public-table sends 0.0.0.0/0 to igw
  igw       translates source 10.0.0.10 to 203.0.113.10
  internet  receives tcp 203.0.113.10:443 -> 198.51.100.7:40000
`)
})

describe('what stops it stands with its fixes, what else each opens, and where the first of each leads', () => {
  test.each<[string, readonly string[]]>([
    [
      '--from web --to db --port 6000',
      [
        'fix: Add inbound rule 110 to data-acl: allow tcp 6000 from 10.0.0.10/32',
        'with the first fix of each blocker: reachable',
      ],
    ],
    [
      '--from internet --to web --port 8443',
      [
        'fix: Allow tcp 8443 from 0.0.0.0/0 in web-group',
        'also opens: lonely to web, on tcp 8443.',
        'with the first fix of each blocker: reachable',
      ],
    ],
    ['--from internet --to web --port 443', []],
  ])('%s', async (words, lines) => {
    const { out } = await trace(words)
    expect(
      out
        .split('\n')
        .filter((line) => /fix:|or:|opens:|^with/.test(line))
        .map((line) => line.trim()),
    ).toEqual(lines)
  })
})

test('without a port every port is asked, and the answer says which get through', async () => {
  const { out } = await trace('--from internet --to web')
  expect(out).toContain('\ngets through: tcp 443\n')
})

describe('--json', () => {
  const json = async (words: string) =>
    JSON.parse((await trace(`${words} --json`)).out) as Record<string, unknown>

  test('a round trip', async () => {
    const answer = await json('--from web --to db --port 5432 --source-port 32768')
    const packet = {
      protocol: 'tcp',
      source: '10.0.0.10',
      sourcePort: 32768,
      destination: '10.0.1.10',
      destinationPort: 5432,
    }
    expect(answer).toMatchObject({
      id: null,
      question: { from: 'web', to: 'db', protocol: 'tcp', port: '5432', sourcePort: '32768' },
      outcome: 'reachable',
      request: { delivered: true, deliveredTo: 'db', beyond: [] },
      reply: { delivered: true, beyond: [] },
      blockers: [],
      fixes: [],
    })
    const { hops } = answer['request'] as {
      hops: readonly { at: string; steps: readonly { kind: string }[] }[]
    }
    expect(hops.map(({ at, steps }) => [at, steps.map((step) => step.kind)])).toEqual([
      ['web', ['originate', 'filter']],
      ['public', ['filter', 'route']],
      ['data', ['filter']],
      ['db', ['filter', 'end']],
    ])
    expect(hops[1]).toMatchObject({
      name: 'public',
      arrived: packet,
      left: packet,
      steps: [
        { action: 'allow', direction: 'outbound', rule: { resource: 'main-acl', name: 'rule 100' } },
        { table: 'public-table', text: 'public-table keeps 10.0.0.0/16 local' },
      ],
    })
  })

  test('what blocks', async () => {
    expect(await json('--from web --to db --port 6000')).toMatchObject({
      outcome: 'blocked',
      request: { delivered: false, deliveredTo: null },
      reply: null,
      blockers: [
        {
          code: 'network-acl/denied-inbound',
          awsCode: 'SUBNET_ACL_RESTRICTION',
          text: 'data-acl inbound rule * denies it',
          resource: 'data-acl',
          part: 'inbound.*',
          at: 'data',
          direction: 'request',
        },
      ],
    })
  })

  test('what else each fix opens, on request', async () => {
    const fixes = ['Allow tcp 8443 from 0.0.0.0/0 in web-group']
    const question = '--from internet --to web --port 8443'
    const [told] = (await json(`${question} --also-opens`))['blockers'] as readonly object[]
    expect(told).toMatchObject({ fixes, alsoOpens: ['lonely to web, on tcp 8443.'] })
    const nothing = await json('--from web --to db --port 6000 --also-opens')
    expect(nothing).toMatchObject({ blockers: [{ fixes: [expect.any(String)], alsoOpens: [null] }] })
    const [untold] = (await json(question))['blockers'] as readonly object[]
    expect(untold).toMatchObject({ fixes })
    expect(untold).not.toHaveProperty('alsoOpens')
  })

  test.each([
    ['an outside host by its address', 'web', '198.51.100.99', '198.51.100.99'],
    ['anyone outside', 'web', 'internet', expect.stringMatching(/^\d+\.\d+\.\d+\.\d+$/)],
    ['a service that is not drawn by its name', 'web', 's3', 's3'],
    ['an instance asked for by its public address', 'internet', '203.0.113.10', 'web'],
  ])('who received it: %s', async (_name, from, to, id) => {
    const answer = await json(`--from ${from} --to ${to} --port 443`)
    expect((answer['request'] as { deliveredTo: unknown }).deliveredTo).toEqual(id)
  })

  test('ICMP has a type and a code instead of ports', async () => {
    const answer = await json('--from internet --to web --protocol icmp')
    const { hops } = answer['request'] as { readonly hops: readonly object[] }
    expect(hops[0]).toMatchObject({
      arrived: { protocol: 'icmp', sourcePort: null, destinationPort: null, icmpType: 8, icmpCode: 0 },
    })
  })
})

describe('what cannot be used is exit code 2, told on standard error', () => {
  test.each<[string, readonly string[], string]>([
    ['no design', [], 'DESIGN is missing'],
    ['a design too many', [design, design, '--from', 'web', '--to', 'db'], 'is one word too many'],
    ['no destination', [design, '--from', 'web'], '--to is missing'],
    ['no question at all', [design], 'the design keeps no question'],
    ['a misspelt option', [design, '--form', 'web'], "there is no option --form: did you mean '--from'?"],
    ['an option without its value', [design, '--from'], '--from needs a value'],
    ['a value for a flag', [design, '--json=yes'], '--json takes no value'],
    [
      'an end that nothing is called',
      [design, '--from', 'web', '--to', 'we'],
      '--to: nothing here is called we (perhaps web',
    ],
    [
      'a service instead of its port',
      [design, '--from', 'web', '--to', 'db', '--port', 'ssh'],
      '--port: ssh is not a port or a range, such as 443 or 8000-8100 (perhaps 22)',
    ],
    [
      'a port that is none',
      [design, '--from', 'web', '--to', 'db', '--port', '70000'],
      '--port: 70000 is not a port',
    ],
    [
      'a protocol that is none',
      [design, '--from', 'web', '--to', 'db', '--protocol', 'tpc'],
      '--protocol: tpc is not a protocol',
    ],
    ['two sorts of question', [design, '--queries', 'q.jsonl', '--from', 'web'], 'leave out --from'],
    [
      'a design that is not there',
      ['nowhere.json', '--from', 'a', '--to', 'b'],
      'nowhere.json cannot be read: there is no such file or folder',
    ],
    [
      'queries that are not there',
      [design, '--queries', 'nowhere.jsonl'],
      'nowhere.jsonl cannot be read: there is no such file or folder',
    ],
    ['a folder of queries', [design, '--queries', '.'], '. is a folder'],
  ])('%s', async (_name, argv, message) => {
    const ran = await pathlight(['trace', ...argv])
    expect([ran.code, ran.out]).toEqual([2, ''])
    expect(ran.err).toContain(message)
  })

  test('with --json the problem is an object as well', async () => {
    const ran = await pathlight(['trace', design, '--from', 'web', '--to', 'we', '--json'])
    expect(ran.code).toBe(2)
    expect(JSON.parse(ran.out)).toMatchObject({
      id: null,
      error: 'nothing here is called we',
      field: 'to',
      suggestions: expect.arrayContaining(['web']),
    })
  })
})

test('the question that the design keeps is asked when none is given', async () => {
  const kept = {
    ...(JSON.parse(text) as object),
    question: { from: 'internet', to: 'web', protocol: 'tcp', port: '443', sourcePort: null },
  }
  const ran = await pathlight(['trace', file('kept.json', JSON.stringify(kept))])
  expect([ran.code, ran.out.split('\n')[0]]).toEqual([0, 'reachable'])
})
