// What the naive walker's packets pass, and how a walk ends: network ACLs, security groups, and what those remember.
import type { Design } from '../design/design.ts'
import type { ResourceId } from '../design/resource.ts'
import type * as R from '../kinds/records.ts'
import { ICMP, ICMPV6, TCP, UDP, type Packet, parseProtocol, reverse, samePacket } from '../net/packet.ts'
import { parseIcmp, parsePorts } from '../net/ports.ts'
import { cidr, within } from './reference-records.ts'
import { Routes } from './reference-routes.ts'

/** What a stateful box remembers of a request: the packet as it came and as it left. */
export interface Memory {
  readonly by: ResourceId
  readonly what: 'in' | 'out' | 'nat' | 'appliance' | 'eigw' | 'peering' | 'endpoint' | 'opened'
  readonly came: Packet
  readonly left: Packet
}

/** Thrown where a walk ends. */
export class End {
  readonly fate: { readonly fate: string; readonly to?: string; readonly why?: string; readonly at?: string }
  readonly packet: Packet
  constructor(fate: End['fate'], packet: Packet) {
    this.fate = fate
    this.packet = packet
  }
}

export class Filters extends Routes {
  readonly memories: Memory[]
  /** A reply is let through where its request was; what it passes is not remembered. */
  protected readonly reply: boolean
  /** Emitted the packet as it is now, straight onto the leg being walked; null when its identity is lost (5.6). */
  protected sender: R.NetworkInterface | null = null

  constructor(design: Design, known: readonly Memory[] | null) {
    super(design)
    this.reply = known !== null
    this.memories = [...(known ?? [])]
  }

  protected networkAcl(packet: Packet, subnet: R.Subnet, direction: 'inbound' | 'outbound'): void {
    const vpc = this.vpcOf(subnet.id)
    if (subnet.fields.networkAcl !== null && this.get(subnet.fields.networkAcl)?.parent !== vpc.id)
      return this.unknown('network-acl/unknown', subnet.id, packet)
    const acl = (this.get(subnet.fields.networkAcl) ??
      this.all<R.NetworkAcl>('network-acl').find((one) => one.parent === vpc.id && one.fields.isDefault)) as
      | R.NetworkAcl
      | undefined
    const entries = [...(acl?.fields[direction] ?? [])].sort((a, b) => a.number - b.number)
    const peer = direction === 'inbound' ? packet.source : packet.destination // 6.3
    const first = entries.find(
      (one) =>
        within([cidr(one.cidr)], packet.family, peer) &&
        (this.icmpOfEither(packet, one) ||
          header(packet, one.protocol, one.ports, [
            TCP,
            UDP,
            ICMP,
            ...(packet.family === 6 ? [ICMPV6] : []),
          ])),
    )
    if (first && this.icmpOfEither(packet, first))
      return this.unknown('network-acl/icmp-family', acl?.id ?? subnet.id, packet)
    if (first?.action !== 'allow') this.stop(`network-acl/denied-${direction}`, acl?.id ?? subnet.id, packet)
  }

  /** 6.4: whether ICMPv6 with IPv4 addresses means ICMP is not said. */
  private icmpOfEither(packet: Packet, entry: R.AclEntry): boolean {
    return packet.family === 4 && packet.protocol === ICMP && parseProtocol(entry.protocol) === ICMPV6
  }

  protected securityGroups(packet: Packet, e: R.NetworkInterface, direction: 'in' | 'out'): void {
    const opposite = direction === 'in' ? 'out' : 'in'
    if (
      this.reply &&
      this.memories.some(
        (one) => one.by === e.id && one.what === opposite && samePacket(reverse(one.left), packet),
      )
    )
      return // 5.4
    const owner = this.ownerKind(e)
    if (e.fields.securityGroups.length === 0 && owner === 'unmodelled') return // 5.11
    if (e.fields.securityGroups.length === 0 && owner !== undefined)
      return this.unknown('network-interface/unknown-group', e.id, packet) // 5.11
    const peer = direction === 'in' ? packet.source : packet.destination
    const allowed = e.fields.securityGroups.some((id) => {
      const group = this.get(id) as R.SecurityGroup | undefined
      return group?.fields[direction === 'in' ? 'inbound' : 'outbound'].some((rule) => {
        if (!header(packet, rule.protocol, rule.ports, [TCP, UDP, ICMP, ICMPV6])) return false
        const named = this.get(rule.peer)
        if (named?.kind === 'prefix-list')
          return within((named as R.PrefixList).fields.cidrs.map(cidr), packet.family, peer)
        if (named?.kind === 'security-group')
          return this.otherEnds(packet, e, direction).some((one) =>
            one.fields.securityGroups.includes(named.id),
          )
        return !named && rule.peer.includes('/') && within([cidr(rule.peer)], packet.family, peer)
      })
    })
    if (!allowed) this.stop(`security-group/denied-${direction}bound`, e.id, packet)
    this.remember({ by: e.id, what: direction, came: packet, left: packet })
  }

  /** The interfaces that a reference to a group may see at the other end, several where it is open which: 5.6. */
  private otherEnds(
    packet: Packet,
    e: R.NetworkInterface,
    direction: 'in' | 'out',
  ): readonly R.NetworkInterface[] {
    const only = (one: R.NetworkInterface | undefined) => (one ? [one] : [])
    if (direction === 'in') return only(this.sender ?? undefined)
    if (this.sender?.id !== e.id) return [] // A forwarded packet: its identity is lost on the way out.
    const subnet = this.get(e.parent) as R.Subnet
    const vpc = this.vpcOf(e.id)
    const own = () => only(this.ownerIn(vpc, packet.destination, packet.family))
    if (within(this.cidrs(subnet), packet.family, packet.destination)) return own()
    const route = this.lookup(packet, subnet, vpc)
    // Where it goes cannot be known, and so whose address it is: the packet is unknown at the route.
    const anyone = () =>
      this.all<R.NetworkInterface>('network-interface').filter((one) =>
        this.addresses(one).includes(packet.destination),
      )
    if (route === 'ambiguous') return anyone()
    if (route === null || route.dead) return []
    if (route.target === 'local') return own()
    const direct = this.interfaceOf(route.target)
    if (direct && this.addresses(direct).includes(packet.destination)) return [direct]
    const peering = this.get(route.target)
    // Whether what is not modelled preserves it cannot be known either, but for a VPC that no peering joins; 5.6
    if (peering?.kind === 'unmodelled') return anyone().filter((one) => this.mayName(vpc, this.vpcOf(one.id)))
    if (peering?.kind !== 'vpc-peering') return []
    const { requester, accepter } = (peering as R.VpcPeering).fields
    const peer = this.get(requester === vpc.id ? accepter : requester) as R.Vpc | undefined
    return peer && this.regionOf(peer.id) === this.regionOf(vpc.id)
      ? only(this.ownerIn(peer, packet.destination, packet.family))
      : []
  }

  /** Groups of one VPC in rules of the other. */
  private mayName(here: R.Vpc, there: R.Vpc): boolean {
    if (here.id === there.id) return true
    return this.all<R.VpcPeering>('vpc-peering').some(
      ({ fields }) =>
        fields.status === 'active' &&
        [fields.requester, fields.accepter].includes(here.id) &&
        [fields.requester, fields.accepter].includes(there.id) &&
        this.regionOf(here.id) === this.regionOf(there.id),
    )
  }

  protected remember(memory: Memory): void {
    if (!this.reply) this.memories.push(memory)
  }
  protected deliver(to: string, packet: Packet): never {
    throw new End({ fate: 'delivered', to }, packet)
  }
  protected stop(why: string, at: ResourceId, packet: Packet): never {
    throw new End({ fate: 'stopped', why, at }, packet)
  }
  protected unknown(why: string, at: ResourceId, packet: Packet): never {
    throw new End({ fate: 'unknown', why, at }, packet)
  }
}

/** 5.3, 6.3, 6.4: ports count for tcp and udp, types for the ICMPs named, and for nothing else. */
function header(packet: Packet, protocol: string, ports: string, read: readonly number[]): boolean {
  if (protocol === 'all') return true
  const number = parseProtocol(protocol)
  if (number !== packet.protocol) return false
  if (!read.includes(number)) return true
  const range = number === ICMP || number === ICMPV6 ? parseIcmp(ports) : parsePorts(ports)
  return range !== null && range.first <= packet.destinationPort && packet.destinationPort <= range.last
}
