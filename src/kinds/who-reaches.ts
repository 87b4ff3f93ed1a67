// Who reaches a machine: of all that is drawn, and of the internet, with which protocols and on which ports.
import type { Question } from '../design/design.ts'
import type { ResourceId } from '../design/resource.ts'
import type { Answer, Verdict } from '../forwarding/answer.ts'
import { intervals, intervalsUnion, noIntervals, pairsOf } from '../net/interval-set.ts'
import { isIcmp, protocolName, TCP, UDP } from '../net/packet.ts'
import { formatIcmp, formatPorts } from '../net/ports.ts'
import type { Network } from './analysed.ts'
import { askEveryWay, openness } from './ask.ts'
import { anyoneOutside } from './network.ts'

export interface Reaching {
  /** As a question names it. */
  readonly from: string
  /** Of everything that could be asked from there. */
  readonly verdict: Verdict
  /** What gets there and is answered, TCP first. */
  readonly services: readonly Pick<Question, 'protocol' | 'port'>[]
  /** Of the rest it is not known whether it does. */
  readonly restUnknown: boolean
}

const receiving = new Set(['instance', 'bastion', 'nat-instance', 'interface-endpoint', 'network-interface'])

/** Whether it makes sense to ask who reaches it. */
export function canBeReached({ view, kinds }: Network, id: ResourceId): boolean {
  const resource = view.get(id)
  if (!resource || !receiving.has(resource.kind)) return false
  return Boolean(kinds.get(resource.kind)?.end?.(resource, view))
}

/** The internet, and everything drawn that sends; each is one question, for `reachingFrom`. */
export function sourcesFor({ view, kinds }: Network, id: ResourceId): readonly string[] {
  const anyone = anyoneOutside(view).resource
  const owner = view.get(id)?.fields['attachedTo']
  const drawn = view.all().filter((resource) => {
    const kind = kinds.get(resource.kind)
    if (kind?.end === undefined || kind.placement.shape === 'none') return false
    if ([id, owner, anyone].includes(resource.id)) return false
    return (kind.end(resource, view)?.origins.length ?? 0) > 0
  })
  return ['internet', ...drawn.map((resource) => resource.id)]
}

/** Asks every protocol and port at once; `from` is one of `sourcesFor`. */
export function reachingFrom(network: Network, from: string, to: ResourceId): Reaching {
  const answers = askEveryWay(network, { from, to, protocol: 'all', port: null, sourcePort: null })
  // Ends without an address family in common have no way to each other.
  const verdict = openness.find((one) => answers.some((answer) => answer.verdict === one)) ?? 'blocked'
  const services =
    verdict === 'reachable'
      ? [{ protocol: 'all', port: null }]
      : openIn(answers)
          .toSorted((a, b) => rank(a.protocol) - rank(b.protocol))
          .map(asService)
  return {
    from,
    verdict,
    services,
    restUnknown: answers.some(({ rest }) => rest === 'unknown' || rest === 'mixed'),
  }
}

/** Open at one address or another. */
function openIn(answers: readonly Answer[]): Answer['open'] {
  const all = answers.flatMap(({ open }) => open)
  return [...new Set(all.map(({ protocol }) => protocol))].flatMap((protocol) => {
    const ports = all
      .filter((one) => one.protocol === protocol)
      .map((one) => intervals([one.ports.first, one.ports.last]))
      .reduce(intervalsUnion, noIntervals)
    return pairsOf(ports).map(([first, last]) => ({
      protocol,
      ports: { first: Number(first), last: Number(last) },
    }))
  })
}

function asService({ protocol, ports }: { protocol: number; ports: { first: number; last: number } }) {
  const named = protocolName(protocol)
  const hasNone = ports.first === 0 && ports.last === 0 && !isIcmp(protocol)
  const text = (isIcmp(protocol) ? formatIcmp : formatPorts)(ports)
  return { protocol: named, port: hasNone || text === 'all' ? null : text }
}

const rank = (protocol: number): number =>
  protocol === TCP ? 0 : protocol === UDP ? 1 : isIcmp(protocol) ? 2 : 3
