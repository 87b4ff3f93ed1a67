// What fixes have to know of a blocked flow: which rule would let just that through, and what it is called.
import { code, say, type Fragment, type Phrase } from '../design/phrase.ts'
import type { Resource } from '../design/resource.ts'
import type { View } from '../design/view.ts'
import type { Answer } from '../forwarding/answer.ts'
import type { Trace } from '../forwarding/trace-types.ts'
import type { Family, IpValue } from '../net/address.ts'
import { intervals, intervalsContain, intervalsSubset, pairsOf } from '../net/interval-set.ts'
import type { IntervalSet } from '../net/interval-set.ts'
import { ICMP, TCP, UDP, isIcmp, protocolName, type Packet } from '../net/packet.ts'
import { boxes, intersect, packets, project, union, type PacketSet } from '../net/packet-set.ts'
import { formatIcmp, formatPorts } from '../net/ports.ts'
import { formatPrefix, parsePrefix, prefixesOfRange } from '../net/prefix.ts'
import type { FixContext } from './kind.ts'
import { addressesOf } from './network.ts'
import { anywhere } from './outside-end.ts'
import type { NetworkInterface } from './records.ts'

export interface RuleTraffic {
  readonly protocol: string
  readonly ports: string
  /** In the title of a fix: "tcp 443", "ping (icmp 8/0)". */
  readonly text: Phrase
}

/** Protocol and ports of a rule that lets the packet, and those asked about with it, through. */
export function trafficOf(context: FixContext): RuleTraffic {
  const { packet } = context.blocker
  const asked = askedOf(context.answer)
  if (isEveryProtocol(project(asked, 'protocols')))
    return { protocol: 'all', ports: 'all', text: ['all traffic'] }
  const protocol = protocolName(packet.protocol)
  const ports = portsOf(context, asked)
  return { protocol, ports, text: told(packet, protocol, ports) }
}

/** The first and the last of them are asked about only where all are. */
const isEveryProtocol = (protocols: IntervalSet): boolean =>
  intervalsContain(protocols, 0) && intervalsContain(protocols, 255)

const askedOf = ({ passes, fails }: Answer): PacketSet => union(passes, fails)

function told({ protocol: number }: Packet, protocol: string, ports: string): Phrase {
  if (number === ICMP && ports === '8/0') return say`ping (${code('icmp 8/0')})`
  if (number === ICMP && ports === '0/0') return say`ping replies (${code('icmp 0/0')})`
  if (ports !== 'all') return [code(`${protocol} ${ports}`)]
  if (number === TCP || number === UDP) return say`all ${code(protocol)}`
  return /^\d+$/.test(protocol) ? say`protocol ${code(protocol)}` : [code(protocol)]
}

function portsOf(context: FixContext, asked: PacketSet): string {
  const { packet, direction } = context.blocker
  const icmp = isIcmp(packet.protocol)
  if (!icmp && packet.protocol !== TCP && packet.protocol !== UDP) return 'all'
  const format = icmp ? formatIcmp : formatPorts
  const alone = format({ first: packet.destinationPort, last: packet.destinationPort })
  const alike = intersect(asked, packets({ protocols: [packet.protocol, packet.protocol] }))
  if (direction === 'request') {
    const ports = project(alike, 'destinationPorts')
    return ports.length === 2 ? format({ first: Number(ports[0]), last: Number(ports[1]) }) : alone
  }
  if (icmp) return alone
  // A reply goes to the client's own port, or to one that a translation chose for it; rule 10.4.
  if (choosesPorts(context)) return '1024-65535'
  const own = project(alike, 'sourcePorts')
  return own.length === 0 ? alone : formatPorts({ first: Number(own[0]), last: Number(own.at(-1)) })
}

/** Whether a reply with that destination still bears a port that a translation chose. An internet gateway chooses none. */
function choosesPorts({ view, answer, blocker }: FixContext): boolean {
  if (blocker.packet.destination === answer.request.hops[0].arrived.source) return false
  const isChooser = ({ hops, beyond }: Trace): boolean =>
    hops.some(
      ({ at, steps }) =>
        view.get(at.resource)?.kind !== 'internet-gateway' &&
        steps.some((step) => step.kind === 'translate' && step.before.source !== step.after.source),
    ) ||
    (beyond !== undefined && isChooser(beyond))
  return isChooser(answer.request)
}

/**
 * The other end's addresses: all that were asked about where the packet's is one of many, since a rule for the one alone
 * would not answer the question; else the one.
 */
export function peerSpan({ blocker, answer }: FixContext, side: 'source' | 'destination'): IntervalSet {
  const { packet, direction } = blocker
  const value = packet[side]
  const asSource = (side === 'source') === (direction === 'request')
  const span = boxes(askedOf(answer))
    .filter(({ family }) => family === packet.family)
    .map((box) => (asSource ? box.sources : box.destinations))
    .filter((values) => intervalsContain(values, value))
  return span.length === 0 ? [value, value] : intervals(...span.flatMap((values) => pairsOf(values)))
}

/** More CIDRs than this are not written out: a network ACL could not hold them; rule 21. */
const mostCidrs = 10

/** A span of addresses as CIDRs. Everything, where it holds the whole internet. */
export function cidrsFor({ view, blocker }: FixContext, span: IntervalSet): readonly string[] {
  const { family } = blocker.packet
  const everywhere = [family === 4 ? '0.0.0.0/0' : '::/0']
  const internet = anywhere(view).find((one) => one.family === family)
  if (internet && intervalsSubset(internet.values, span)) return everywhere
  const cidrs = pairsOf(span).flatMap(([first, last]) => prefixesOfRange(family, first, last))
  return cidrs.length > mostCidrs ? everywhere : cidrs.map(formatPrefix)
}

/** Whether a rule's peer counts towards the family's quota: its own CIDRs, and whatever is named. */
export const countsFor = (family: Family, peer: string): boolean =>
  (parsePrefix(peer, 'zero')?.family ?? family) === family

/** "a, b and c". */
export function listed(parts: readonly Fragment[]): Phrase {
  return parts.flatMap((part, i) => (i === 0 ? [part] : [i === parts.length - 1 ? ' and ' : ', ', part]))
}

/** What a title says besides, where AWS would refuse the rule; rule 21. */
export function beyondQuota(count: number, most: number): Phrase {
  return count > most
    ? [` (rule ${count} in that direction: AWS allows ${most} unless you ask for more)`]
    : []
}

/** The interface of a VPC that has the private address. */
export function interfaceWith(
  view: View,
  family: Family,
  value: IpValue,
  near: Resource,
): NetworkInterface | undefined {
  const vpc = near.kind === 'vpc' ? near.id : view.ancestor(near.id, 'vpc')?.id
  return (view.of('network-interface') as readonly NetworkInterface[]).find(
    (networkInterface) =>
      view.ancestor(networkInterface.id, 'vpc')?.id === vpc &&
      addressesOf(view, networkInterface).some(
        (address) => address.family === family && address.value === value,
      ),
  )
}
