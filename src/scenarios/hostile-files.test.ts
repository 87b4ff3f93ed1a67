// Whatever a file may hold, nothing throws: it is refused with its faults told, or it is opened, asked, reviewed, drawn,
// edited and written. Totality is an invariant; see docs/architecture.md.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { array, constantFrom, double, record, sample } from 'fast-check'
import type { Design } from '../design/design.ts'
import type { Resource } from '../design/resource.ts'
import { review } from '../checks/index.ts'
import { copyOf } from '../editing/copied.ts'
import { connect } from '../editing/connect.ts'
import { duplicate } from '../editing/duplicate.ts'
import { fixesFor } from '../editing/fixes-for.ts'
import { newIds } from '../editing/new-ids.ts'
import { paste } from '../editing/paste.ts'
import { place } from '../editing/place.ts'
import { remove } from '../editing/remove.ts'
import { readDesign, writeDesign } from '../formats/json/index.ts'
import { writeSvg } from '../formats/svg/index.ts'
import { explain } from '../forwarding/explain.ts'
import { analyse } from '../kinds/analyse.ts'
import { ask } from '../kinds/ask.ts'
import { kinds } from '../kinds/index.ts'
import { internetAccess } from '../kinds/internet-access.ts'
import { arrange } from '../layout/index.ts'

const seed = Number(process.env['SEED'] ?? 20261126)
const runs = Number(process.env['RUNS'] ?? 200)
const patience = 20_000 + runs * 500

interface File {
  readonly resources: Readonly<Record<string, Resource>>
}

const examples = ['three-tier', 'broken', 'peering', 'public-server'].map(
  (name) =>
    JSON.parse(readFileSync(join(import.meta.dirname, `../../public/examples/${name}.json`), 'utf8')) as File,
)

const odd: readonly unknown[] = [
  ['', ' ', '__proto__', 'constructor', 'toString', 'local', 'internet', 's3', 'tcp', 'all', '-1', '0-65535'],
  ['0.0.0.0/0', '::/0', '10.0.0.0/8', '10.0.0.1/32', '10.0.1.0/31', '255.255.255.255/32', 'fe80::/64'],
  ['10.0.0.4', '255.255.255.255', '::', '\u0000', '\uD800', 'x'.repeat(500)],
  [null, true, false, 0, -1, 1e308, 1.5, [], {}, ['x'], [{ id: '__proto__' }]],
].flat()
type Share = number

/** What is spoilt, and how: shares of the lists there are to choose from. */
interface Spoiling {
  readonly record: Share
  readonly how: Share
  readonly field: Share
  readonly row: Share
  readonly column: Share
  readonly value: Share
}

const pick = <T>(list: readonly T[], share: Share): T => list[Math.floor(share * list.length)]!

/** A record gets another parent, another kind or another value in one of its fields, or is left out. */
function spoil(file: File, by: Spoiling): File {
  const ids = Object.keys(file.resources)
  const was = file.resources[pick(ids, by.record)]
  if (!was) return file
  const { [was.id]: _, ...others } = file.resources
  const become = (change: Partial<Record<keyof Resource, unknown>>): File => ({
    ...file,
    resources: { ...file.resources, [was.id]: { ...was, ...change } as Resource },
  })
  if (by.how < 0.08) return { ...file, resources: others }
  if (by.how < 0.16) return become({ parent: pick([null, ...ids], by.value) })
  if (by.how < 0.2) return become({ kind: pick([...kinds.keys()], by.value) })
  const fields = Object.keys(was.fields)
  if (fields.length === 0) return file
  const field = pick(fields, by.field)
  // Odd values as often as ids, which may be of any kind.
  const value = pick(by.row < 0.5 ? odd : ids, by.value)
  return become({ fields: { ...was.fields, [field]: spoilt(was.fields[field], value, by) } })
}

/** Of a list, one row, or one column of it. */
function spoilt(old: unknown, value: unknown, { row, column }: Spoiling): unknown {
  if (!Array.isArray(old) || old.length === 0) return value
  const at = Math.floor(row * old.length)
  const columns: readonly string[] =
    typeof old[at] === 'object' && old[at] !== null ? Object.keys(old[at] as object) : []
  const becomes = columns.length === 0 ? value : { ...(old[at] as object), [pick(columns, column)]: value }
  return old.with(at, becomes)
}

/** All that a person does with a file, to one of its resources; `what` is said of the step that throws. */
function useAll(design: Design, a: string, b: string): string | null {
  const network = analyse(design)
  const question = { from: a, to: b, protocol: 'all', port: null, sourcePort: null }
  const steps: Readonly<Record<string, () => unknown>> = {
    written: () => expect(readDesign(writeDesign(design)).design).toEqual(design),
    reviewed: () => review(network.view, kinds, newIds(design)),
    badges: () => internetAccess(network),
    arranged: () => arrange(design),
    drawn: () => expect(writeSvg(design, { theme: 'light', embed: false })).not.toMatch(/NaN|Infinity/),
    asked() {
      const asked = ask(network, question)
      if (!asked.ok) return
      explain(asked.answer, design)
      fixesFor(network, question, asked.answer, newIds(design))
    },
    connected() {
      const connection = connect(network.view, a, b)
      if (connection.sort === 'change') connection.make()
    },
    placed: () => [...kinds.keys()].map((kind) => place(design, kind, a)),
    removed: () => remove(design, [a]),
    duplicated: () => expect(readDesign(writeDesign(duplicate(design, [a]).design)).design).not.toBeNull(),
    pasted: () => paste(design, copyOf(design, [a])),
  }
  for (const [what, step] of Object.entries(steps)) {
    try {
      step()
    } catch (error) {
      return `${what} ${a} ${b}: ${error instanceof Error ? (error.stack ?? '') : ''}`
    }
  }
  return null
}

/** Far more than AWS takes. What compares each row with all others would be at it for minutes. */
test('lists of thousands of rules are reviewed', { timeout: 20_000 }, () => {
  const cidr = (i: number) => `${1 + (i % 200)}.${(i >> 8) % 256}.${i % 256}.0/24`
  const ports = (i: number) => String(1 + ((i * 7) % 65_000))
  const entry = (i: number) => ({
    id: `n${i}`,
    number: i + 1,
    action: i % 2 ? 'allow' : 'deny',
    protocol: 'tcp',
    ports: ports(i),
    cidr: cidr(i),
  })
  const rule = (i: number) => ({
    id: `r${i}`,
    protocol: 'tcp',
    ports: i % 2 ? '22' : ports(i),
    peer: i % 2 ? '0.0.0.0/0' : cidr(i),
    description: '',
  })
  const route = (i: number) => ({
    id: `r${i}`,
    destination: cidr(i),
    target: i % 2 ? 'gone' : 'nat-gateway-1',
    origin: 'static',
    state: 'active',
  })
  const [file] = examples
  const long = (id: string, field: string, count: number, row: (i: number) => object) => {
    const was = file!.resources[id]!
    return { ...was, fields: { ...was.fields, [field]: Array.from({ length: count }, (_, i) => row(i)) } }
  }
  const resources = {
    ...file!.resources,
    'network-acl-1': long('network-acl-1', 'inbound', 5000, entry),
    'security-group-3': long('security-group-3', 'inbound', 10_000, rule),
    'route-table-1': long('route-table-1', 'routes', 5000, route),
  }
  const { design } = readDesign(JSON.stringify({ ...file, resources }))
  expect(review(analyse(design!).view, kinds, newIds(design!)).length).toBeGreaterThan(5000)
})

const share = double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
const spoiling = record({ record: share, how: share, field: share, row: share, column: share, value: share })
const cases = record({
  example: constantFrom(...examples),
  spoilings: array(spoiling, { minLength: 12, maxLength: 12 }),
  a: share,
  b: share,
})

/** What was found so, each in a file that is otherwise the three-tier example. */
test.each<[string, string, Partial<Record<keyof Resource, unknown>>]>([
  ['a VPC without room for its DNS server', 'vpc-1', { fields: { cidr: '10.0.0.0/31' } }],
  ['a subnet without room for its router', 'subnet-1', { fields: { cidr: '10.0.0.7/32' } }],
  ['a NAT gateway in a network ACL', 'nat-gateway-1', { parent: 'network-acl-1' }],
  [
    'a service called like what every object has',
    'subnet-1',
    { kind: 'aws-service', fields: { service: 'constructor' } },
  ],
  [
    'a peering of what is no VPC',
    'subnet-1',
    { kind: 'vpc-peering', fields: { requester: 'subnet-2', accepter: 'vpc-1' } },
  ],
  [
    'an Elastic IP of what is no interface',
    'elastic-ip-1',
    { fields: { networkInterface: 'vpc-1', privateAddress: '10.0.0.4' } },
  ],
  ['a gateway route table of a subnet that uses it', 'route-table-2', { fields: { gateway: 'subnet-1' } }],
])('%s', (_name, id, change) => {
  const [file] = examples
  const was = file!.resources[id]!
  const now = { ...was, ...change, fields: { ...was.fields, ...(change.fields as object) } }
  const { design } = readDesign(JSON.stringify({ ...file, resources: { ...file!.resources, [id]: now } }))
  expect([useAll(design!, id, 'internet'), useAll(design!, 'instance-1', id)]).toEqual([null, null])
})

test(
  `a file with odd values is refused or used (seed ${seed}, ${runs} files)`,
  () => {
    const wrong: string[] = []
    for (const { example, spoilings, a, b } of sample(cases, { seed, numRuns: runs })) {
      let file = example
      let design: Design | null = null
      for (const one of spoilings) {
        const next = spoil(file, one)
        const read = readDesign(JSON.stringify(next)).design
        if (read) [file, design] = [next, read]
      }
      if (!design) continue
      const ids = Object.keys(design.resources)
      const failed = useAll(design, pick(ids, a), pick(ids, b))
      if (failed !== null) wrong.push(failed)
    }
    expect(wrong).toEqual([])
  },
  patience,
)
