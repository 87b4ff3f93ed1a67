// The naive walker: one packet through the records, step by step, as the master algorithm of docs/aws-rules.md 1.9
// reads.
// It is the engine's independent check, so it shares nothing with it but addresses, packets and the records, and looks
// everything up by plain loops. Numbers in comments are rules of docs/aws-rules.md.
import type { Design } from '../design/design.ts'
import type { ResourceId } from '../design/resource.ts'
import type * as R from '../kinds/records.ts'
import { formatIpValue } from '../net/address.ts'
import { ICMP, TCP, UDP, type Packet, reverse, samePacket } from '../net/packet.ts'
import { cidr, valueOf, within } from './reference-records.ts'
import { End, Filters, type Memory } from './reference-filters.ts'
import type { Chosen } from './reference-routes.ts'

export type Fate = (
  | { readonly fate: 'delivered'; readonly to: ResourceId | 'outside' | 'service' }
  | { readonly fate: 'stopped' | 'unknown'; readonly why: string; readonly at: ResourceId }
) & {
  readonly packet: Packet
  readonly via: readonly ResourceId[]
  readonly memories: readonly Memory[]
  /** Appliances it passed that may want to see the other direction too (16.4). */
  readonly seenBy: readonly ResourceId[]
}
export interface RoundTrip {
  readonly request: Fate
  readonly reply: Fate | null
  readonly outcome: 'delivered' | 'one-way' | 'stopped' | 'unknown'
}
export interface Options {
  /** The port a NAT takes instead of the client's own (10.4). */
  readonly natPort?: number
}
type Start = ResourceId | 'outside'

export function walk(
  design: Design,
  packet: Packet,
  from: Start,
  options: Options = {},
  memories: readonly Memory[] | null = null,
): Fate {
  const walker = new Walker(design, options, memories)
  try {
    if (from === 'outside') walker.fromOutside(packet)
    else walker.originate(packet, from)
  } catch (end) {
    if (end instanceof End)
      return {
        ...end.fate,
        packet: end.packet,
        via: walker.via,
        memories: walker.memories,
        seenBy: walker.seenBy,
      } as Fate
    throw end
  }
  throw new Error('a walk ended without a fate')
}

export function roundTrip(design: Design, packet: Packet, from: Start, options: Options = {}): RoundTrip {
  const request = walk(design, packet, from, options)
  if (request.fate !== 'delivered') return { request, reply: null, outcome: request.fate }
  if (request.to === 'service') return { request, reply: null, outcome: 'delivered' }
  const back = walk(design, reverse(request.packet), request.to, options, request.memories)
  // The client takes only what answers its own packet.
  const home = back.fate === 'delivered' && back.to === from && samePacket(back.packet, reverse(packet))
  const reply: Fate =
    back.fate !== 'delivered' || home
      ? back
      : {
          fate: 'stopped',
          why: 'internet/wrong-way-back',
          at: back.to,
          packet: back.packet,
          via: back.via,
          memories: back.memories,
          seenBy: back.seenBy,
        }
  const half = [...request.seenBy, ...back.seenBy].some(
    (one) => !request.seenBy.includes(one) || !back.seenBy.includes(one),
  )
  if (home && half) return { request, reply, outcome: 'unknown' }
  return { request, reply, outcome: home ? 'delivered' : back.fate === 'unknown' ? 'unknown' : 'one-way' }
}

const OUTSIDE_NEVER = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10'].map(cidr) // 9.3
const NOWHERE = ['0.0.0.0/8', '127.0.0.0/8', '224.0.0.0/4', '240.0.0.0/4'].map(cidr)
const LINK_LOCAL = ['169.254.0.0/16', 'fd00:ec2::/32', 'fe80::/10', 'ff00::/8'].map(cidr) // 3.3
const EXEMPT = [
  '169.254.169.253',
  '169.254.169.254',
  '169.254.169.123',
  '169.254.169.250',
  '169.254.169.251',
  '169.254.170.2',
  'fd00:ec2::253',
  'fd00:ec2::254',
  'fd00:ec2::123',
] // 7
// Services that open connections of their own from their interfaces.
const OPENS = ['load-balancer', 'lambda', 'database', 'efs', 'service']
const NAT64 = cidr('64:ff9b::/96') // 10.11
const ADVERTISED = [cidr('2000::/3')] // 9.6

class Walker extends Filters {
  readonly via: ResourceId[] = []
  readonly seenBy: ResourceId[] = []
  private readonly seen = new Set<string>()
  private readonly options: Options
  constructor(design: Design, options: Options, known: readonly Memory[] | null) {
    super(design, known)
    this.options = options
  }

  /** IPv6 that anybody outside could send to; 9.6 */
  private isAdvertised(value: Packet['source']): boolean {
    const held = this.all<R.Vpc>('vpc').flatMap((one) => one.fields.privateIpv6Cidrs)
    return within(ADVERTISED, 6, value) && !within(held.map(cidr), 6, value)
  }

  // ---- the two beginnings
  originate(packet: Packet, id: ResourceId): never {
    const e = this.design.resources[id] as R.NetworkInterface
    const owner = this.get(e.fields.attachedTo)
    if (!owner) return this.stop('network-interface/not-attached', id, packet)
    if (!this.running(owner)) return this.stop('instance/not-running', owner.id, packet)
    if (owner.kind === 'nat-gateway') return this.stop('nat-gateway/no-session', owner.id, packet)
    if (owner.kind === 'interface-endpoint' && !this.reply)
      return this.stop('interface-endpoint/initiates', owner.id, packet) // 14.3
    if (owner.kind === 'unmodelled') {
      if (!OPENS.includes((owner as R.Unmodelled).fields.type))
        return this.unknown('unmodelled/source', owner.id, packet)
      this.remember({ by: e.id, what: 'opened', came: packet, left: packet }) // 5.11, 15.5, 18.2
    }
    return this.forward(packet, e)
  }

  fromOutside(packet: Packet): never {
    const asked = this.memories.find(
      (one) => one.what === 'endpoint' && samePacket(reverse(one.left), packet),
    )
    if (asked) return this.toOwner(packet, this.vpcOf(asked.by), null) // 17-I
    if (packet.family === 4 && within(OUTSIDE_NEVER, packet.family, packet.source))
      return this.stop('internet-gateway/private-source', 'outside', packet)
    return this.arrive(packet)
  }

  /** A packet on the internet: it goes into the VPC that its address maps into, or to a host outside. 9.4, 9.6, 9.8 */
  private arrive(packet: Packet): never {
    if (packet.family === 4) {
      if (within([...OUTSIDE_NEVER, ...NOWHERE, ...LINK_LOCAL], 4, packet.destination))
        return this.stop('internet-gateway/no-public-address', 'outside', packet)
      for (const e of this.all<R.NetworkInterface>('network-interface')) {
        const mapped = this.mappings(e).find((one) => one.public === packet.destination)
        if (!mapped) continue
        const vpc = this.vpcOf(e.id)
        const igw = this.all<R.InternetGateway>('internet-gateway').find((one) => one.parent === vpc.id)
        if (!igw) return this.stop('internet-gateway/detached', vpc.id, packet)
        if (!this.get(e.fields.attachedTo)) return this.stop('network-interface/not-attached', e.id, packet) // 8.4
        return this.enter({ ...packet, destination: mapped.private }, igw, vpc)
      }
      const held = this.all<R.ElasticIp>('elastic-ip').find(
        (one) => valueOf(one.fields.address) === packet.destination,
      )
      if (held) return this.stop('internet-gateway/unknown-address', held.id, packet)
    } else {
      if (!this.isAdvertised(packet.destination))
        return this.stop('internet-gateway/no-public-address', 'outside', packet)
      const vpc = this.all<R.Vpc>('vpc').find((one) =>
        within(one.fields.ipv6Cidrs.map(cidr), 6, packet.destination),
      )
      if (vpc) {
        for (const eigw of this.all<R.EgressOnlyInternetGateway>('egress-only-internet-gateway').filter(
          (one) => one.parent === vpc.id,
        )) {
          const known = this.memories.find(
            (one) => one.by === eigw.id && samePacket(reverse(one.left), packet),
          )
          if (known) return this.enter(packet, eigw, vpc)
        }
        const igw = this.all<R.InternetGateway>('internet-gateway').find((one) => one.parent === vpc.id)
        if (!igw) return this.stop('egress-only-internet-gateway/inbound', vpc.id, packet)
        return this.enter(packet, igw, vpc)
      }
    }
    return this.deliver('outside', packet)
  }

  /** Into a VPC by its gateway: the edge table or local delivery. 3.5 */
  private enter(packet: Packet, gateway: { id: string; kind: string }, vpc: R.Vpc): never {
    this.via.push(gateway.id)
    this.sender = null
    const target = gateway.kind === 'internet-gateway' ? this.edgeTarget(gateway.id, vpc, packet) : 'local'
    if (target === 'local') return this.toOwner(packet, vpc, null)
    if (this.get(target)?.kind === 'unmodelled') return this.unknown('unmodelled/target', target, packet)
    return this.toInterface(packet, target, null, true)
  }
  private edgeTarget(
    gateway: ResourceId,
    vpc: R.Vpc,
    packet: { family: 4 | 6; destination: Packet['destination'] },
  ): string {
    const table = this.all<R.RouteTable>('route-table').find((one) => one.fields.gateway === gateway)
    if (!table) return 'local'
    return (
      this.inVpc(table, vpc, packet, [
        'network-interface',
        'instance',
        'bastion',
        'nat-instance',
        'unmodelled',
      ])?.target ?? 'local'
    )
  }

  // ---- 1.9, from the interface that sends
  private forward(packet: Packet, e: R.NetworkInterface, forwarded = false): never {
    const owner = this.get(e.fields.attachedTo)
    const subnet = this.get(e.parent) as R.Subnet
    const vpc = this.vpcOf(e.id)
    if (!vpc) return this.stop('network-interface/outside-vpc', e.id, packet)
    const visit = `${e.id} ${packet.source}:${packet.sourcePort} ${packet.destination}:${packet.destinationPort}`
    if (this.seen.has(visit)) return this.stop('route-table/loop', e.id, packet)
    this.seen.add(visit)
    this.via.push(owner?.id ?? e.id)
    const own = this.addresses(e)
    this.sender = own.includes(packet.source) ? e : null
    if (owner?.kind !== 'nat-gateway') {
      if (!forwarded && this.exempt(packet, subnet, vpc)) return this.deliver('service', packet) // step 1
      if (!forwarded && within(LINK_LOCAL, packet.family, packet.destination))
        return this.stop('network-interface/link-local', e.id, packet) // 3.3.2
      if (e.fields.sourceDestCheck && !own.includes(packet.source))
        return this.stop('network-interface/source-dest-check', e.id, packet)
      this.securityGroups(packet, e, 'out')
    }
    if (within(this.cidrs(subnet), packet.family, packet.destination))
      return this.toOwner(packet, vpc, subnet) // 3.1.5
    this.networkAcl(packet, subnet, 'outbound')
    const returns =
      this.reply &&
      this.memories.find(
        (one) => one.what === 'peering' && samePacket(reverse(one.left), packet) && one.by !== vpc.id,
      ) // 10.9
    if (returns && owner?.kind !== 'nat-gateway')
      return this.toOwner(packet, this.get(returns.by) as R.Vpc, null)
    if (within(LINK_LOCAL, packet.family, packet.destination))
      return this.stop('route-table/never-forwarded', subnet.id, packet)
    if (subnet.fields.routeTable !== null && this.get(subnet.fields.routeTable)?.parent !== vpc.id)
      return this.unknown('route-table/unknown', subnet.id, packet)
    const route = this.lookup(packet, subnet, vpc)
    if (route === null) return this.stop('route-table/no-route', subnet.id, packet)
    if (route === 'ambiguous') return this.unknown('route-table/prefix-lists-overlap', subnet.id, packet)
    if (route.dead) return this.stop('route-table/blackhole', subnet.id, packet)
    return this.target(packet, e, subnet, vpc, route)
  }

  /** 4: what the route's target does with it. */
  private target(packet: Packet, e: R.NetworkInterface, subnet: R.Subnet, vpc: R.Vpc, route: Chosen): never {
    if (route.target === 'local') {
      const zone = (one: string) => {
        const code = this.get(this.above(one, 'availability-zone'))?.fields['zone']
        return typeof code === 'string' && code.includes('-wlz-') ? code : null
      }
      const there = this.all<R.Subnet>('subnet').find(
        (one) =>
          this.vpcOf(one.id)?.id === vpc.id && within(this.cidrs(one), packet.family, packet.destination),
      )
      const [a, b] = [zone(subnet.id), there ? zone(there.id) : null]
      if (a !== null && b !== null && a !== b) return this.stop('route-table/wavelength', subnet.id, packet) // 2.13
      return this.toOwner(packet, vpc, subnet)
    }
    const target = this.get(route.target)
    if (!target) return this.stop('route-table/blackhole', route.target, packet)
    switch (target.kind) {
      case 'internet-gateway': {
        if (target.parent !== vpc.id) return this.stop('route-table/blackhole', target.id, packet) // 9.1
        this.via.push(target.id)
        const diverted = this.edgeTarget(target.id, vpc, {
          family: packet.family,
          destination: packet.source,
        })
        const appliance = diverted === 'local' ? undefined : this.interfaceOf(diverted)
        // The appliance may: with what is its own, and with what it carries for others.
        const may = appliance?.id === e.id || (appliance && this.addresses(appliance).includes(packet.source))
        // Whether the gateway tells it from others in its subnet that carry packets is not known.
        if (appliance && diverted !== 'local' && this.mayBeAnother(appliance, subnet, packet))
          return this.unknown('internet-gateway/which-appliance', target.id, packet)
        if (diverted !== 'local' && !may) return this.stop('internet-gateway/redirected', target.id, packet) // 3.5.4
        if (packet.family === 6) {
          if (!this.isAdvertised(packet.source))
            return this.stop('internet-gateway/private-source', target.id, packet) // 9.6
          if (!this.ownerIn(vpc, packet.source, 6))
            return this.stop('internet-gateway/unknown-source', target.id, packet)
          if (this.ownerKind(this.ownerIn(vpc, packet.source, 6)) === 'interface-endpoint')
            return this.stop('internet-gateway/endpoint', target.id, packet) // 9.6
          return this.arrive(packet)
        }
        const mapped = this.ownerIn(vpc, packet.source, 4)
        const mapping =
          mapped && this.get(mapped.fields.attachedTo)
            ? this.mappings(mapped).find((one) => one.private === packet.source && one.public !== null)
            : undefined
        if (!mapping) return this.stop('internet-gateway/no-public-address', target.id, packet) // 9.2
        if (within([...OUTSIDE_NEVER, ...NOWHERE], 4, packet.destination))
          return this.stop('internet-gateway/private-destination', target.id, packet) // 9.3
        return this.arrive({ ...packet, source: mapping.public as number })
      }
      case 'egress-only-internet-gateway':
        if (target.parent !== vpc.id) return this.stop('route-table/blackhole', target.id, packet)
        this.via.push(target.id)
        if (packet.family === 4) return this.stop('egress-only-internet-gateway/ipv4', target.id, packet)
        if (!this.isAdvertised(packet.source))
          return this.stop('egress-only-internet-gateway/private-source', target.id, packet) // 9.6
        if (!this.ownerIn(vpc, packet.source, 6))
          return this.stop('egress-only-internet-gateway/unknown-source', target.id, packet)
        if (this.reply && !this.memories.some((one) => one.by === target.id && samePacket(one.left, packet)))
          return this.stop('egress-only-internet-gateway/inbound', target.id, packet) // 9.7
        this.remember({ by: target.id, what: 'eigw', came: packet, left: packet })
        return this.arrive(packet)
      case 'nat-gateway':
        return this.natGateway(packet, target as R.NatGateway, subnet, vpc)
      case 'vpc-peering': {
        const peering = target as R.VpcPeering
        const { requester, accepter, status } = peering.fields
        const peer = this.get(requester === vpc.id ? accepter : requester) as R.Vpc | undefined
        if (status !== 'active' || !peer || (requester !== vpc.id && accepter !== vpc.id))
          return this.stop('route-table/blackhole', target.id, packet) // 11.1
        this.via.push(target.id)
        const inside = (one: R.Vpc, value: Packet['source']) => within(this.cidrs(one), packet.family, value)
        if (!inside(vpc, packet.source) || !inside(peer, packet.destination))
          return this.stop('vpc-peering/address-outside-vpc', target.id, packet) // 11.4
        if (this.regionOf(peer.id) !== this.regionOf(vpc.id)) this.sender = null // 11.7
        if (this.ownerKind(e) === 'nat-gateway')
          this.remember({ by: vpc.id, what: 'peering', came: packet, left: packet })
        return this.toOwner(packet, peer, null)
      }
      case 'gateway-endpoint': {
        this.via.push(target.id)
        const echo = packet.protocol === ICMP && [8 * 256, 0].includes(packet.destinationPort)
        if (packet.protocol !== TCP && !echo) return this.stop('gateway-endpoint/protocol', target.id, packet) // 14.11
        const served = this.all<R.PrefixList>('prefix-list')
          .filter((one) => one.fields.awsService === (target as R.GatewayEndpoint).fields.service)
          .flatMap((one) => one.fields.cidrs.map(cidr))
        if (!within(served, packet.family, packet.destination))
          return this.stop('gateway-endpoint/destination', target.id, packet) // 14.9
        const sends = this.ownerIn(vpc, packet.source, packet.family)
        if (!sends) return this.stop('gateway-endpoint/source', target.id, packet)
        if (this.reply) return this.stop('gateway-endpoint/source', target.id, packet)
        this.remember({ by: target.id, what: 'endpoint', came: packet, left: packet })
        return this.deliver('outside', packet)
      }
      case 'unmodelled': {
        const { type, cidrs } = (target as R.Unmodelled).fields
        if (type === 'vpc-peering' && cidrs.length > 0) {
          const far = cidrs.map(cidr)
          if (!within(far, packet.family, packet.destination))
            return this.stop('vpc-peering/address-outside-vpc', target.id, packet) // 11.4
        }
        if (type === 'vpn-gateway' && this.reply && packet.family === 4) {
          const inside = this.all<R.Vpc>('vpc').flatMap((one) => this.cidrs(one))
          if (!within([...OUTSIDE_NEVER, ...NOWHERE, ...LINK_LOCAL, ...inside], 4, packet.destination))
            return this.stop('internet/wrong-way-back', target.id, packet) // 9.5, 13.9
        }
        return this.unknown('unmodelled/target', target.id, packet)
      }
      default: {
        const own = this.interfaceOf(route.target)
        if (own && this.vpcOf(own.id)?.id !== vpc.id)
          return this.stop('route-table/blackhole', target.id, packet) // 3.4.5
        return this.toInterface(packet, route.target, subnet)
      }
    }
  }

  private natGateway(packet: Packet, nat: R.NatGateway, subnet: R.Subnet, vpc: R.Vpc): never {
    const n = this.interfaceOf(nat.id)
    if (!n || nat.fields.state === 'deleted') return this.stop('route-table/blackhole', nat.id, packet)
    const at = this.get(n.parent) as R.Subnet
    if (this.vpcOf(n.id).id !== vpc.id) return this.stop('route-table/blackhole', nat.id, packet)
    if (at.id !== subnet.id) this.networkAcl(packet, at, 'inbound') // 17-F step 4
    this.via.push(nat.id)
    if (nat.fields.state !== 'available') return this.stop('nat-gateway/not-available', nat.id, packet) // 10.2
    if (this.reply) return this.stop('nat-gateway/no-session', nat.id, packet) // 9.5
    if (packet.family === 6)
      return within([NAT64], 6, packet.destination)
        ? this.unknown('nat-gateway/nat64', nat.id, packet)
        : this.stop('nat-gateway/ipv6', nat.id, packet)
    if (this.addresses(n).includes(packet.destination))
      return this.stop('nat-gateway/no-session', nat.id, packet) // 10.5
    if (![TCP, UDP, ICMP].includes(packet.protocol)) return this.stop('nat-gateway/protocol', nat.id, packet) // 10.3
    return this.translate(packet, n, nat.id)
  }
  private translate(came: Packet, e: R.NetworkInterface, by: ResourceId): never {
    const source = valueOf(e.fields.addresses[0]?.address ?? '') as number
    const left = {
      ...came,
      source,
      ...(came.protocol === ICMP || this.options.natPort === undefined
        ? {}
        : { sourcePort: this.options.natPort }),
    }
    this.remember({ by, what: 'nat', came, left })
    return this.forward(left, e, true)
  }

  /** Something besides the appliance that carries packets in its subnet, for what another subnet sends. */
  private mayBeAnother(appliance: R.NetworkInterface, from: R.Subnet, packet: Packet): boolean {
    return (
      appliance.parent === from.id &&
      !within(this.cidrs(from), packet.family, packet.source) &&
      this.all<R.NetworkInterface>('network-interface').some(
        (one) =>
          one.parent === from.id &&
          one.fields.attachedTo !== appliance.fields.attachedTo &&
          !one.fields.sourceDestCheck &&
          'forwards' in (this.get(one.fields.attachedTo)?.fields ?? {}),
      )
    )
  }

  /** To the interface of the VPC that owns the destination; `from` is the subnet it left, null when it came by a gateway. */
  private toOwner(packet: Packet, vpc: R.Vpc, from: R.Subnet | null): never {
    const f = this.ownerIn(vpc, packet.destination, packet.family)
    if (!f) {
      const into = this.all<R.Subnet>('subnet').find(
        (one) =>
          this.vpcOf(one.id)?.id === vpc.id && within(this.cidrs(one), packet.family, packet.destination),
      )
      if (into && into.id !== from?.id) this.networkAcl(packet, into, 'inbound') // step 8 comes first
      const held = this.all<R.Unmodelled>('unmodelled').find(
        (one) =>
          this.above(one.id, 'vpc') === vpc.id &&
          within(one.fields.cidrs.map(cidr), packet.family, packet.destination),
      )
      if (held) return this.unknown('unmodelled/receiver', held.id, packet)
      return this.stop('network-interface/no-such-address', vpc.id, packet)
    }
    if (
      from === null &&
      packet.family === 6 &&
      this.via.at(-1)?.length &&
      this.get(this.via.at(-1))?.kind === 'internet-gateway' &&
      this.ownerKind(f) === 'interface-endpoint'
    )
      return this.stop('internet-gateway/endpoint', f.id, packet) // 9.6
    if (!this.get(f.fields.attachedTo) && f.parent !== from?.id)
      this.networkAcl(packet, this.get(f.parent) as R.Subnet, 'inbound') // step 8 comes first
    return this.toInterface(packet, f.id, from)
  }

  /** Steps 8 to 10 at an interface, and what its owner does with the packet. */
  private toInterface(packet: Packet, id: string, from: R.Subnet | null, edge = false): never {
    const f = this.interfaceOf(id)
    const owner = this.get(f?.fields.attachedTo)
    if (!f || !owner) return this.stop('network-interface/not-attached', id, packet)
    const own = this.addresses(f).includes(packet.destination)
    const subnet = this.get(f.parent) as R.Subnet
    if (edge && !own && packet.family === 4 && !this.mappings(f).some((one) => one.public !== null))
      return this.stop('internet-gateway/middlebox-no-public-address', f.id, packet) // 3.5.3, at the gateway
    if (from?.id !== subnet.id) this.networkAcl(packet, subnet, 'inbound') // step 8
    if (owner.kind === 'nat-gateway') {
      this.via.push(owner.id)
      const known = this.memories.find(
        (one) => one.what === 'nat' && one.by === owner.id && samePacket(reverse(one.left), packet),
      )
      if (!known || !this.reply || (owner as R.NatGateway).fields.state !== 'available')
        return this.stop('nat-gateway/no-session', owner.id, packet) // 10.5
      return this.forward(reverse(known.came), f)
    }
    if (!own && f.fields.sourceDestCheck)
      return this.stop('network-interface/source-dest-check', f.id, packet) // step 9
    const opened = this.memories.some(
      (one) => one.what === 'opened' && one.by === f.id && samePacket(reverse(one.left), packet),
    )
    if (this.reply && opened) {
      if (f.fields.securityGroups.length > 0) this.securityGroups(packet, f, 'in')
      return this.deliver(f.id, packet)
    }
    if (owner.kind === 'unmodelled' && f.fields.securityGroups.length === 0)
      return this.unknown('unmodelled/receiver', owner.id, packet)
    this.securityGroups(packet, f, 'in') // step 10
    if (owner.kind === 'unmodelled') return this.unknown('unmodelled/receiver', owner.id, packet)
    if (!this.running(owner)) return this.stop('instance/not-running', owner.id, packet)
    if (owner.kind === 'interface-endpoint') {
      if (!own) return this.stop('interface-endpoint/not-a-router', owner.id, packet)
      if (![TCP, UDP].includes(packet.protocol))
        return this.stop('interface-endpoint/protocol', owner.id, packet) // 14.2
      return this.deliver(f.id, packet)
    }
    const known = this.reply
      ? this.memories.find(
          (one) =>
            (one.what === 'nat' || one.what === 'appliance') &&
            one.by === owner.id &&
            samePacket(reverse(one.left), packet),
        )
      : undefined
    const { forwards } = (owner as R.Compute).fields
    if (known?.what === 'appliance' && forwards === 'assume') this.seenBy.push(f.id)
    if (known) return this.forward(reverse(known.came), f, true)
    if (own) return this.deliver(f.id, packet)
    const legs = this.all<R.NetworkInterface>('network-interface').filter(
      (one) => one.fields.attachedTo === owner.id && one.parent !== f.parent,
    )
    if (legs.length > 0) return this.unknown('network-interface/legs', owner.id, packet)
    // A forwarding instance: 10.16, 16.2. Assumed: it translates what goes from its VPC out when it is told to, or is
    // the target of a default route anywhere; all else it forwards unchanged.
    const inside = this.cidrs(this.vpcOf(f.id))
    const outwards =
      packet.family === 4 && within(inside, 4, packet.source) && !within(inside, 4, packet.destination)
    const isDefault = this.all<R.RouteTable>('route-table').some((table) =>
      table.fields.routes.some(
        (one) => one.destination === '0.0.0.0/0' && [f.id, owner.id].includes(one.target),
      ),
    )
    if (outwards && (forwards === 'translates' || (forwards === 'assume' && isDefault)))
      return this.translate(packet, f, owner.id)
    if (forwards === 'assume') this.seenBy.push(f.id)
    this.remember({ by: owner.id, what: 'appliance', came: packet, left: packet })
    return this.forward(packet, f, true)
  }

  // ---- looking things up
  private exempt(packet: Packet, subnet: R.Subnet, vpc: R.Vpc): boolean {
    const text = formatIpValue(packet.destination)
    const dns =
      packet.family === 4
        ? text === '169.254.169.253' || packet.destination === Number(cidr(vpc.fields.cidr).first) + 2
        : text === 'fd00:ec2::253'
    if (dns) return vpc.fields.dnsSupport // 7.1, 2.9
    return (
      EXEMPT.includes(text) ||
      (packet.family === 4 && packet.destination === Number(cidr(subnet.fields.cidr).first) + 1)
    )
  }
}
