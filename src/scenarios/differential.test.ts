// The engine against the naive walker, and against itself, on random designs. Failures are pinned as scenarios.
import { expect, test } from 'vitest'
import fc from 'fast-check'
import type { Design } from '../design/design.ts'
import { formatPacket } from '../net/packet-set.ts'
import { parseAddress } from '../net/address.ts'
import type { Program } from '../forwarding/program.ts'
import type { Packet } from '../net/packet.ts'
import { engineRoundTrip, ownerOf, programOf } from './engine.ts'
import { design as read } from './notation.ts'
import { randomDesign, randomPacket, type RandomPacket } from './random-design.ts'
import { roundTrip, type Fate } from './reference.ts'

const seed = Number(process.env['SEED'] ?? 20260807)
const runs = Number(process.env['RUNS'] ?? 150)

/** The packet, and where it starts: an interface of the design or outside. */
function aim(design: Design, targets: readonly string[], one: RandomPacket): { packet: Packet; from: string } | null {
  // Only what runs sends of its own accord; 1.9 starts at an interface in use.
  const interfaces = Object.values(design.resources).filter(
    (resource) => resource.kind === 'network-interface' && design.resources[String(resource.fields['attachedTo'])]?.fields['state'] === 'running',
  )
  const wanted = parseAddress(targets[one.to % targets.length] ?? '')
  const from = interfaces[one.from % (interfaces.length + 2)]
  const rows = from ? [...(from.fields['addresses'] as readonly { address: string }[]).map((row) => row.address), ...(from.fields['ipv6'] as readonly string[])] : ['198.51.100.7', '2600::7']
  const source = rows.flatMap((text) => parseAddress(text) ?? []).filter((address) => address.family === wanted?.family)
  const first = source[one.sourcePort % Math.max(1, source.length)]
  if (!wanted || !first) return null
  const protocol = one.protocol === 1 && wanted.family === 6 ? 58 : one.protocol
  const echo = { 1: 8 * 256, 58: 128 * 256, 47: 0 }[protocol]
  const ported = echo === undefined
  return {
    from: from?.id ?? 'outside',
    packet: { family: wanted.family, protocol, source: first.value, destination: wanted.value, sourcePort: ported ? one.sourcePort : 0, destinationPort: ported ? one.destinationPort : echo, mark: 0 },
  }
}

interface Disagreement {
  readonly kind: string
  readonly story: string
}

/** What the walker and the engine say differently of one packet, or nothing. */
function disagreement(text: string, design: Design, program: Program, packet: Packet, from: string): Disagreement | null {
  const naive = roundTrip(design, packet, from)
  const engine = engineRoundTrip(program, design, packet, from)
  const says = ({ request, outcome }: { request: { fate: string; to?: string; packet: Packet }; outcome: string }) =>
    request.fate === 'delivered' ? `${outcome}: to ${ownerOf(design, request.to ?? '')} as ${formatPacket({ ...request.packet, mark: 0 })}` : outcome
  if (says(naive) === says(engine)) return null
  const why = (fate: Fate | null) => (fate === null ? '' : 'why' in fate ? fate.why : 'delivered')
  const kind = `${why(naive.request)} / ${why(naive.reply)} <> ${engine.request.fate === 'delivered' ? 'delivered' : engine.request.code} / ${engine.reply ? (engine.reply.fate === 'delivered' ? 'delivered' : engine.reply.code) : ''}`
  const ways = `request via ${naive.request.via.join(' ')}, reply via ${naive.reply?.via.join(' ') ?? '-'}`
  return { kind, story: `${kind}\n${from}: ${formatPacket(packet)}\nwalker: ${says(naive)} (${ways})\nengine: ${says(engine)}\n${text}` }
}

test(`the engine and the naive walker agree on every packet (seed ${seed}, ${runs} designs)`, () => {
  const found = new Map<string, string>()
  const reached = new Map<string, number>()
  const cases = fc.sample(fc.tuple(randomDesign, fc.array(randomPacket, { minLength: 60, maxLength: 60 })), { seed, numRuns: runs })
  for (const [{ text, targets }, packets] of cases) {
    const design = read(text)
    const program = programOf(design)
    for (const one of packets) {
      const aimed = aim(design, targets, one)
      if (!aimed) continue
      const differs = disagreement(text, design, program, aimed.packet, aimed.from)
      const { outcome } = roundTrip(design, aimed.packet, aimed.from)
      reached.set(outcome, (reached.get(outcome) ?? 0) + 1)
      if (differs && (found.get(differs.kind)?.length ?? Infinity) > differs.story.length) found.set(differs.kind, differs.story)
    }
  }
  if (process.env['VERBOSE']) console.log(Object.fromEntries(reached))
  expect([...found.values()].join('\n\n')).toBe('')
})
