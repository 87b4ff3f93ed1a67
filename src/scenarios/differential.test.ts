// The engine against the naive walker, and against itself, on random designs. Failures are pinned as scenarios.
import { expect, test } from 'vitest'
import { array, sample, tuple } from 'fast-check'
import type { Design } from '../design/design.ts'
import { formatPacket } from '../net/packet-set.ts'
import type { Program } from '../forwarding/program.ts'
import type { Packet } from '../net/packet.ts'
import { engineRoundTrip, ownerOf, programOf } from './engine.ts'
import { design as read } from './notation.ts'
import { randomDesign, randomPacket } from './random-design.ts'
import { aim } from './random-packet.ts'
import { roundTrip, type Fate } from './reference.ts'

const seed = Number(process.env['SEED'] ?? 20260807)
const runs = Number(process.env['RUNS'] ?? 100)

interface Disagreement {
  readonly kind: string
  readonly story: string
}

/** What the walker and the engine say differently of one packet, or nothing. */
function disagreement(
  text: string,
  design: Design,
  program: Program,
  packet: Packet,
  from: string,
): Disagreement | null {
  const naive = roundTrip(design, packet, from)
  const engine = engineRoundTrip(program, design, packet, from)
  const says = ({
    request,
    outcome,
  }: {
    request: { fate: string; to?: string; packet: Packet }
    outcome: string
  }) =>
    request.fate === 'delivered'
      ? `${outcome}: to ${ownerOf(design, request.to ?? '')} as ${formatPacket({ ...request.packet, mark: 0 })}`
      : outcome
  if (says(naive) === says(engine)) return null
  const why = (fate: Fate | null) => (fate === null ? '' : 'why' in fate ? fate.why : 'delivered')
  const kind = `${why(naive.request)} / ${why(naive.reply)} <> ${engine.request.fate === 'delivered' ? 'delivered' : engine.request.code} / ${engine.reply ? (engine.reply.fate === 'delivered' ? 'delivered' : engine.reply.code) : ''}`
  const ways = `request via ${naive.request.via.join(' ')}, reply via ${naive.reply?.via.join(' ') ?? '-'}`
  return {
    kind,
    story: `${kind}\n${from}: ${formatPacket(packet)}\nwalker: ${says(naive)} (${ways})\nengine: ${says(engine)}\n${text}`,
  }
}

test(
  `the engine and the naive walker agree on every packet (seed ${seed}, ${runs} designs)`,
  () => {
    const found = new Map<string, string>()
    const reached = new Map<string, number>()
    const cases = sample(tuple(randomDesign, array(randomPacket, { minLength: 60, maxLength: 60 })), {
      seed,
      numRuns: runs,
    })
    for (const [{ text, targets }, packets] of cases) {
      const design = read(text)
      const program = programOf(design)
      for (const one of packets) {
        const aimed = aim(design, targets, one)
        if (!aimed) continue
        const differs = disagreement(text, design, program, aimed.packet, aimed.from)
        const { outcome } = roundTrip(design, aimed.packet, aimed.from)
        reached.set(outcome, (reached.get(outcome) ?? 0) + 1)
        if (differs && (found.get(differs.kind)?.length ?? Infinity) > differs.story.length)
          found.set(differs.kind, differs.story)
      }
    }
    if (process.env['VERBOSE']) console.log(Object.fromEntries(reached))
    expect([...found.values()].join('\n\n')).toBe('')
  },
  20_000 + runs * 2000,
)
