// What must hold of the engine whatever the design: its two interpreters agree, its sets partition what was asked and
// their witnesses do what they say, an allow rule never shrinks what passes, and drawing changes nothing.
import { expect, test } from 'vitest'
import { array, sample, tuple } from 'fast-check'
import type { Design } from '../design/design.ts'
import { reach } from '../forwarding/reach.ts'
import { trace } from '../forwarding/trace.ts'
import { analyse } from '../kinds/analyse.ts'
import { ask } from '../kinds/ask.ts'
import { formatIpValue } from '../net/address.ts'
import {
  contains,
  equal,
  formatPacket,
  intersect,
  isEmpty,
  packets,
  pick,
  type PacketSet,
} from '../net/packet-set.ts'
import { TCP, UDP, type Packet } from '../net/packet.ts'
import { engineRoundTrip, programOf, startOf } from './engine.ts'
import { design as read } from './notation.ts'
import { randomDesign, randomPacket } from './random-design.ts'
import { aim } from './random-packet.ts'
import { roundTrip } from './reference.ts'

const seed = Number(process.env['SEED'] ?? 20260807)
const runs = Number(process.env['RUNS'] ?? 40)
const patience = 20_000 + runs * 2000
const named = `(seed ${seed}, ${runs} designs)`

function cases(count: number) {
  return sample(tuple(randomDesign, array(randomPacket, { minLength: count, maxLength: count })), {
    seed,
    numRuns: runs,
  }).map(([{ text, targets }, asked]) => {
    const design = read(text)
    return { text, design, aimed: asked.flatMap((one) => aim(design, targets, one) ?? []) }
  })
}

test(
  `a traced packet ends where the set engine says it does ${named}`,
  () => {
    const wrong: string[] = []
    for (const { text, design, aimed } of cases(20)) {
      const program = programOf(design)
      for (const { packet, from } of aimed) {
        const { last, packet: end } = trace(program, startOf(from), packet)
        // The set around the packet: all ports, or all destinations.
        const family = packet.family
        const wide: PacketSet =
          packet.destinationPort === 443
            ? packets({
                family,
                protocols: [packet.protocol, packet.protocol],
                sources: [packet.source, packet.source],
                marks: [0, 0],
              })
            : packets({
                family,
                sources: [packet.source, packet.source],
                destinations: [packet.destination, packet.destination],
                marks: [0, 0],
              })
        const { shares } = reach(program, startOf(from), wide)
        const holding = shares.filter((share) => contains(share.packets, end))
        const same = holding.some(
          (share) =>
            share.end.disposition === last.disposition &&
            share.end.receiver?.resource === last.receiver?.resource &&
            share.end.reason.code === last.reason.code,
        )
        if (!same && last.reason.code !== 'forwarding/loop')
          wrong.push(
            `${from}: ${formatPacket(packet)}\ntrace ${last.disposition} ${last.reason.code}\nreach ${holding.map((share) => `${share.end.disposition} ${share.end.reason.code}`).join(', ') || 'no share'}\n${text}`,
          )
      }
    }
    expect(shortest(wrong)).toBe('')
  },
  patience,
)

test(
  `an answer's sets partition what was asked, and their witnesses do what they say ${named}`,
  () => {
    const wrong: string[] = []
    for (const { text, design, aimed } of cases(6)) {
      const network = analyse(design)
      for (const { packet, from } of aimed) {
        const source = senderOf(design, from, packet)
        if (source === null) continue
        const words = { [TCP]: 'tcp', [UDP]: 'udp', 47: '47' } as Readonly<Record<number, string>>
        const question = {
          from: source,
          to: formatIpValue(packet.destination),
          protocol: words[packet.protocol] ?? 'icmp',
          port: null,
          sourcePort: null,
        }
        const result = ask(network, question)
        if (!result.ok) continue
        const { passes, fails, verdict, blockers } = result.answer
        // Between hosts outside the question is what is not answered; packets go their way all the same.
        if (blockers.some(({ reason }) => reason.code === 'internet/between-hosts')) continue
        const tell = (what: string, one?: Packet) =>
          wrong.push(
            `${what}: ${from} ${formatPacket(packet)} ${verdict}${one ? `, witness ${formatPacket(one)}` : ''}\n${text}`,
          )
        if (!isEmpty(intersect(passes, fails))) tell('a header passes and fails')
        if (verdict === 'reachable' && !isEmpty(fails)) tell('reachable, though something fails')
        if (verdict !== 'reachable' && verdict !== 'partial' && !isEmpty(passes)) tell('something passes')
        // Behind a NAT some translated ports may get back and others not: what passes then may pass.
        const maybe =
          verdict === 'partial' &&
          result.answer.blockers.some(({ direction }) => direction === 'reply') &&
          text.includes('nat-gateway')
        for (const [set, good] of [
          [passes, true],
          [fails, false],
        ] as const) {
          const one = pick(set)
          if (!one || (good && maybe)) continue
          const engine = engineRoundTrip(network.program, design, one, from).outcome
          const naive = roundTrip(design, one, from).outcome
          if ((engine === 'delivered') !== good)
            tell(`a witness of what ${good ? 'passes' : 'fails'} is ${engine} when traced`, one)
          if ((naive === 'delivered') !== good)
            tell(`a witness of what ${good ? 'passes' : 'fails'} is ${naive} to the naive walker`, one)
        }
        const asked = { ...packet, sourcePort: packet.sourcePort === 0 ? 0 : 40000 }
        const naive = roundTrip(design, asked, from).outcome === 'delivered'
        if (contains(fails, asked) && naive) tell('passes in the eyes of the naive walker', asked)
        if (contains(passes, asked) && !naive && !maybe) tell('fails in the eyes of the naive walker', asked)
        for (const natPort of verdict === 'reachable' ? [1024, 32767, 65535] : [])
          if (roundTrip(design, pick(passes) ?? asked, from, { natPort }).outcome !== 'delivered')
            tell(`is reachable, but not when a NAT takes port ${natPort}`)
        const elsewhere = ask(analyse({ ...design, layout: moved(design) }), question)
        if (!elsewhere.ok || elsewhere.answer.verdict !== verdict || !equal(elsewhere.answer.passes, passes))
          tell('moving things on the canvas changed the answer')
      }
    }
    expect(shortest(wrong)).toBe('')
  },
  patience,
)

test(
  `an allow rule added to a security group takes nothing away ${named}`,
  () => {
    const wrong: string[] = []
    for (const { text, design, aimed } of cases(30)) {
      const groups = Object.values(design.resources).filter((one) => one.kind === 'security-group')
      const group = groups[text.length % groups.length]
      if (!group) continue
      const direction = text.length % 2 === 0 ? 'inbound' : 'outbound'
      const rule = {
        id: 'added',
        protocol: text.length % 3 === 0 ? 'tcp' : 'all',
        ports: 'all',
        peer: '0.0.0.0/0',
        description: '',
      }
      const wider: Design = {
        ...design,
        resources: {
          ...design.resources,
          [group.id]: {
            ...group,
            fields: { ...group.fields, [direction]: [rule, ...(group.fields[direction] as [])] },
          },
        },
      }
      const [before, after] = [programOf(design), programOf(wider)]
      for (const { packet, from } of aimed) {
        const was = engineRoundTrip(before, design, packet, from).outcome
        const is = engineRoundTrip(after, wider, packet, from).outcome
        if (was === 'delivered' && is !== 'delivered')
          wrong.push(`${from}: ${formatPacket(packet)} ${was}, with ${group.id} ${direction} ${is}\n${text}`)
      }
    }
    expect(shortest(wrong)).toBe('')
  },
  patience,
)

const shortest = (stories: readonly string[]): string =>
  stories.toSorted((a, b) => a.length - b.length)[0] ?? ''

/** What to call the sender in a question: its owner, where the packet leaves from the first address of its primary interface. */
function senderOf(design: Design, from: string, packet: Packet): string | null {
  const text = formatIpValue(packet.source)
  const fields = design.resources[from]?.fields
  if (!fields) return text
  const first =
    packet.family === 4
      ? (fields['addresses'] as readonly { address: string }[])[0]?.address
      : (fields['ipv6'] as readonly string[])[0]
  return fields['primary'] === true && first === text ? (fields['attachedTo'] as string | null) : null
}

/** Everything somewhere else. */
function moved(design: Design): Design['layout'] {
  return Object.fromEntries(
    Object.keys(design.resources).map((id, i) => [
      id,
      { x: i * 37, y: i * 11, width: 100 + i, height: 80 + i },
    ]),
  )
}
