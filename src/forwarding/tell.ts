// The words for every step of a trace. The app's panel and the command line both speak through here.
import { code, say, type Phrase } from '../design/phrase.ts'
import { same } from '../design/change.ts'
import type { Design } from '../design/design.ts'
import type { Ref } from '../design/resource.ts'
import { formatIpValue } from '../net/address.ts'
import { formatPacket } from '../net/format-packets.ts'
import { hasPorts, isIcmp, type Packet } from '../net/packet.ts'
import { namePart, rowOf, splitPart } from './name-part.ts'
import type { Hop, Step } from './trace-types.ts'

/** `does`: it happened. `would`: it lies beyond something that stops the packet. */
export type Mood = 'does' | 'would'

/** One step in words; its subject, where it has none of its own, is the hop's resource. */
export function tellStep(step: Step, hop: Hop, design: Design, mood: Mood = 'does'): Phrase {
  switch (step.kind) {
    case 'originate':
      return say`${verb('originate', mood)} ${packetCode(hop.arrived)}`
    case 'filter':
      return tellFilter(step, design, mood)
    case 'session':
      return step.action === 'opened'
        ? say`${verb('open', mood)} a session`
        : say`${verb('know', mood)} the session it answers, so no rule is asked`
    case 'route':
      return tellRoute(step, hop, design, mood)
    case 'translate':
      return say`${verb('translate', mood)} ${joined(changes(step.before, step.after))}`
    case 'forward':
      return step.over.resource === hop.at.resource
        ? say`${verb('carry', mood)} it on`
        : say`${verb('carry', mood)} it on over ${step.over}`
    case 'end':
      return tellEnd(step, hop, mood)
  }
}

type Of<K extends Step['kind']> = Extract<Step, { kind: K }>

/** `acl-app outbound rule 100 allows it`, `sg-app allows tcp 443 from web`. */
function tellFilter(step: Of<'filter'>, design: Design, mood: Mood): Phrase {
  const does = verb(step.action === 'allow' ? 'allow' : 'deny', mood)
  if (step.rule === 'default') {
    const groups = listed(step.filters)
    return step.action === 'allow'
      ? say`${groups} ${verb('let', mood)} it pass`
      : say`no ${step.direction} rule of ${groups} ${verb('allow', mood)} it`
  }
  const name = namePart(step.rule, design)
  if (name.startsWith('rule ')) return say`${step.rule} ${step.direction} ${name} ${does} it`
  if (rowOf(step.rule, design) === undefined) return say`${step.rule} ${does} it`
  return say`${step.rule} ${does} ${code(name)}`
}

/** `rt-app sends 0.0.0.0/0 to nat-a`, `rt-app keeps 10.0.0.0/16 local`. */
function tellRoute(step: Of<'route'>, hop: Hop, design: Design, mood: Mood): Phrase {
  if (step.route === 'none')
    return say`${step.table} ${verb('have', mood)} no route for ${code(formatIpValue(hop.left.destination))}`
  const { row } = splitPart(step.route.part ?? '')
  const name = code(namePart(step.route, design))
  if (row === 'local' || row?.startsWith('local:'))
    return say`${step.route} ${verb('keep', mood)} ${name} local`
  const target = rowOf(step.route, design)?.['target']
  if (target === 'local') return say`${step.route} ${verb('keep', mood)} ${name} local`
  if (typeof target === 'string')
    return say`${step.route} ${verb('send', mood)} ${name} to ${nameTarget(target, design)}`
  // An implied route: a gateway endpoint's, for the addresses of its service.
  return row !== null && design.resources[row]
    ? say`${step.route} ${verb('send', mood)} the addresses of its service to ${{ resource: row }}`
    : say`${step.route} ${verb('send', mood)} it on`
}

function tellEnd(step: Of<'end'>, hop: Hop, mood: Mood): Phrase {
  switch (step.disposition) {
    case 'delivered':
      return step.receiver && same(step.reason.phrase, say`delivered to ${step.receiver}`)
        ? say`${step.receiver.resource === hop.at.resource ? [] : say`${step.receiver} `}${verb('receive', mood)} ${packetCode(hop.left)}`
        : step.reason.phrase
    case 'blocked':
      return say`${verb('drop', mood)} it: ${step.reason.phrase}`
    case 'not-modelled':
      return say`unknown from here on: ${step.reason.phrase}`
  }
}

const irregular: Readonly<Record<string, string>> = { deny: 'denies', carry: 'carries', have: 'has' }

function verb(stem: string, mood: Mood): string {
  return mood === 'would' ? `would ${stem}` : (irregular[stem] ?? `${stem}s`)
}

const packetCode = (packet: Packet) => code(formatPacket({ ...packet, mark: 0 }))

const nameTarget = (target: string, design: Design) =>
  design.resources[target] ? { resource: target } : code(target)

/** What a translation changed: `source 10.0.1.5:40000 to 203.0.113.7:1024`. */
function changes(before: Packet, after: Packet): Phrase[] {
  const ports = hasPorts(before.protocol)
  return (['source', 'destination'] as const).flatMap((end): Phrase[] => {
    const port = `${end}Port` as const
    const otherPort = ports && before[port] !== after[port]
    if (before[end] === after[end] && !otherPort) return []
    return [say`${end} ${code(endText(before, end, otherPort))} to ${code(endText(after, end, otherPort))}`]
  })
}

function endText(packet: Packet, end: 'source' | 'destination', withPort: boolean): string {
  const address = formatIpValue(packet[end])
  if (!withPort || isIcmp(packet.protocol)) return address
  return packet.family === 6 ? `[${address}]:${packet[`${end}Port`]}` : `${address}:${packet[`${end}Port`]}`
}

const joined = (phrases: readonly Phrase[]): Phrase =>
  phrases.flatMap((phrase, i) => (i === 0 ? phrase : [' and ', ...phrase]))

const listed = (refs: readonly Ref[]): Phrase =>
  refs.flatMap((one, i) => (i === 0 ? [one] : [i === refs.length - 1 ? ' and ' : ', ', one]))
