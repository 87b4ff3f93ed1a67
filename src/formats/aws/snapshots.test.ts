// The snapshots that real packets judged: nothing of them is lost, and no damage done to them stops the reader.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SourceFile } from '../diagnostic.ts'
import { readDesign, writeDesign } from '../json/index.ts'
import { readAws } from './index.ts'

const root = new URL('../../scenarios/snapshots/', import.meta.url)
const names = readdirSync(root).filter((name) => existsSync(new URL(`${name}/snapshot`, root)))

function filesOf(name: string): SourceFile[] {
  const folder = new URL(`${name}/snapshot/`, root)
  return readdirSync(folder).map((path) => ({
    path: `${name}/${path}`,
    text: readFileSync(new URL(path, folder), 'utf8'),
  }))
}

/** All items of a list, wherever it stands. */
function given(files: readonly SourceFile[], key: string): Record<string, never[]>[] {
  const found: Record<string, never[]>[] = []
  for (const { text } of files)
    JSON.parse(text, (name: string, value: unknown) => {
      if (name === key && Array.isArray(value)) found.push(...(value as Record<string, never[]>[]))
      return value
    })
  return found
}

const count = (lists: readonly (readonly unknown[] | undefined)[]) =>
  lists.reduce((sum, list) => sum + (list?.length ?? 0), 0)

describe.each(names)('%s', (name) => {
  const files = filesOf(name)
  const { design, diagnostics } = readAws(files)
  const resources = Object.values(design!.resources)
  const rows = (kind: string, ...fields: string[]) =>
    count(
      resources
        .filter((one) => one.kind === kind)
        .flatMap((one) => fields.map((field) => one.fields[field] as unknown[])),
    )

  test('is read without an error', () => {
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(readDesign(writeDesign(design!))).toEqual({ design, diagnostics: [] })
  })

  test('keeps every resource', () => {
    const ids = [
      'Vpcs:VpcId',
      'Subnets:SubnetId',
      'Instances:InstanceId',
      'NatGateways:NatGatewayId',
      'VpcEndpoints:VpcEndpointId',
      'InternetGateways:InternetGatewayId',
      'Addresses:AllocationId',
    ]
    for (const [list = '', id = ''] of ids.map((pair) => pair.split(':')))
      for (const item of given(files, list)) expect(design!.resources).toHaveProperty(String(item[id]))
  })

  test('keeps every route, rule and entry', () => {
    const routes = given(files, 'RouteTables').flatMap((table) =>
      table.Associations ? (table.Routes as Record<string, string>[]) : [],
    )
    const endpoints = resources
      .filter((one) => one.kind === 'gateway-endpoint')
      .map((one) => one.fields.routeTables as string[])
    expect(rows('route-table', 'routes') + count(endpoints)).toBe(
      routes.filter((route) => route.GatewayId !== 'local').length,
    )
    const entries = given(files, 'Entries') as unknown as { RuleNumber: number }[]
    expect(rows('network-acl', 'inbound', 'outbound')).toBe(
      entries.filter((entry) => entry.RuleNumber < 32767).length,
    )
    const permissions = [...given(files, 'IpPermissions'), ...given(files, 'IpPermissionsEgress')]
    expect(rows('security-group', 'inbound', 'outbound')).toBe(
      count(
        permissions.flatMap((one) => [one.IpRanges, one.Ipv6Ranges, one.PrefixListIds, one.UserIdGroupPairs]),
      ),
    )
  })

  test('is laid out', () => {
    for (const one of resources.filter(({ kind }) =>
      ['vpc', 'subnet', 'instance', 'nat-gateway'].includes(kind),
    ))
      expect(design!.layout).toHaveProperty(one.id)
  })
})

/** One value somewhere in a file replaced by something that does not belong there, or gone. */
const damage = fc.record({
  file: fc.nat(),
  at: fc.array(fc.nat(), { minLength: 1, maxLength: 8 }),
  by: fc.oneof(
    fc.constantFrom<unknown>(
      null,
      undefined,
      '',
      'x',
      '__proto__',
      'internet',
      'constructor',
      -1,
      1.5,
      1e9,
      true,
      [],
      {},
      [null],
      [[]],
      '10.0.0.0/99',
      '::/0',
    ),
    fc.jsonValue({ maxDepth: 2 }),
  ),
})

function damaged(
  files: readonly SourceFile[],
  hits: readonly { file: number; at: readonly number[]; by: unknown }[],
): SourceFile[] {
  const values = files.map(({ path, text }) => ({ path, value: JSON.parse(text) as unknown }))
  for (const { file, at, by } of hits) {
    let inside: unknown = values[file % values.length]!.value
    for (const [depth, step] of at.entries()) {
      if (typeof inside !== 'object' || inside === null) break
      const object = inside as Record<string, unknown>
      const keys = Object.keys(object)
      const key = keys[step % Math.max(keys.length, 1)]
      if (key === undefined) break
      const next = object[key]
      // Deep places are the many: hit at the last step, or where it goes no deeper.
      if (depth === at.length - 1 || typeof next !== 'object' || next === null) object[key] = by
      inside = next
    }
  }
  return values.map(({ path, value }) => ({ path, text: JSON.stringify(value) }))
}

test.each(names)(
  'no damage to %s stops the reader, and what it makes of it can be read back (seed 7)',
  (name) => {
    const files = filesOf(name)
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 12 }), (hits) => {
        const { design } = readAws(damaged(files, hits))
        if (!design) return
        const again = readDesign(writeDesign(design))
        expect(again.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
        expect(again.design).toEqual(design)
      }),
      { seed: 7, numRuns: 12 },
    )
  },
  60_000,
)
