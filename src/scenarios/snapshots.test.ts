// Every row of the snapshots: the question as a person asks it, and its packet, to the engine and to the naive walker.
import { readFileSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Design } from '../design/design.ts'
import { readAws } from '../formats/aws/index.ts'
import { analyse } from '../kinds/analyse.ts'
import { ask } from '../kinds/ask.ts'
import { formatIpValue } from '../net/address.ts'
import { engineRoundTrip } from './engine.ts'
import { roundTrip } from './reference.ts'
import { differs, folders, packetOf, rowsOf, type Row, type Said } from './snapshot-rows.ts'

function read(folder: string): Design {
  const root = join(import.meta.dirname, 'snapshots', folder, 'snapshot')
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.json'),
  )
  const { design } = readAws(
    files.map((name) => ({
      path: relative(root, join(root, name)),
      text: readFileSync(join(root, name), 'utf8'),
    })),
  )
  if (!design) throw new Error(`snapshot ${folder}`)
  return design
}

const saidOf = (
  fate: 'delivered' | 'stopped' | 'unknown',
  outcome: string,
  source: number | bigint | null,
): Said => ({
  forward: fate === 'unknown' ? 'unknown' : fate === 'delivered',
  roundTrip: outcome === 'unknown' ? 'unknown' : outcome === 'delivered',
  seenSource: fate === 'delivered' && source !== null ? formatIpValue(source) : null,
})

describe.each(folders)('%s', (folder) => {
  const design = read(folder)
  const network = analyse(design)
  const meetsUnmodelled = folder === 'transit-gateway'

  test('has no more rows than the fifty or so it should have', () =>
    expect(rowsOf(folder).length).toBeGreaterThan(40))

  test('the naive walker agrees with every row', () => {
    const wrong = rowsOf(folder).flatMap((row) => {
      const { packet, from } = packetOf(design, row)
      const { request, outcome } = roundTrip(design, packet, from)
      return differs(row, saidOf(request.fate, outcome, request.packet.source), meetsUnmodelled) ?? []
    })
    expect(wrong).toEqual([])
  })

  test('the engine agrees with every row, packet by packet', () => {
    const wrong = rowsOf(folder).flatMap((row) => {
      const { packet, from } = packetOf(design, row)
      const { request, outcome } = engineRoundTrip(network.program, design, packet, from)
      return differs(row, saidOf(request.fate, outcome, request.packet.source), meetsUnmodelled) ?? []
    })
    expect(wrong).toEqual([])
  })

  test.each(rowsOf(folder).map((row) => [row.id, row] as const))('%s, asked as a question', (_, row) => {
    const result = ask(network, questionOf(row))
    if (!result.ok) throw new Error(JSON.stringify(result))
    const { verdict, delivered, seenAs, blockers } = result.answer
    const unknown = verdict === 'unknown'
    const met = blockers.find(({ disposition }) => disposition === 'not-modelled')
    const said: Said = {
      forward: delivered ? true : unknown ? 'unknown' : false,
      roundTrip: unknown ? 'unknown' : verdict === 'reachable',
      seenSource: seenAs === null ? null : formatIpValue(seenAs.source),
    }
    expect(differs(row, said, meetsUnmodelled && met !== undefined)).toBeNull()
    expect(verdict).not.toBe('partial')
  })
})

function questionOf({ from, to, protocol, srcPort, dstPort }: Row) {
  return {
    from: from.id ?? from.ip ?? '',
    to: to.ip,
    protocol,
    port: dstPort === undefined ? null : String(dstPort),
    sourcePort: protocol === 'icmp' ? null : String(srcPort),
  }
}
