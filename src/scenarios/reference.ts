// The naive walker: one packet through the records, step by step, as the master algorithm of docs/aws-rules.md 1.9
// reads.
// It is the engine's independent check, so it shares nothing with it but addresses, packets and the records, and looks
// everything up by plain loops. Numbers in comments are rules of docs/aws-rules.md.
import type { Design } from '../design/design.ts'
import type { ResourceId } from '../design/resource.ts'
import type * as R from '../kinds/records.ts'
import { formatIpValue, parseAddress } from '../net/address.ts'
import { ICMP, ICMPV6, TCP, UDP, type Packet, parseProtocol, reverse, samePacket } from '../net/packet.ts'
import { parseIcmp, parsePorts } from '../net/ports.ts'
import { type Prefix, parsePrefix, prefixContains, prefixWithin, samePrefix } from '../net/prefix.ts'

/** What a stateful box remembers of a request: the packet as it came and as it left. */
interface Memory {
  readonly by: ResourceId
  readonly what: 'in' | 'out' | 'nat' | 'appliance' | 'eigw' | 'peering' | 'endpoint'
  readonly came: Packet
  readonly left: Packet
}
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

class End {
  readonly fate: { readonly fate: string; readonly to?: string; readonly why?: string; readonly at?: string }
  readonly packet: Packet
  constructor(fate: End['fate'], packet: Packet) {
    this.fate = fate
    this.packet = packet
  }
}
const OUTSIDE_NEVER = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10'].map(cidr) // 9.3
const NOWHERE = ['0.0.0.0/8', '127.0.0.0/8', '224.0.0.0/4', '240.0.0.0/4'].map(cidr)
const LINK_LOCAL = ['169.254.0.0/16', 'fd00:ec2::/32', 'fe80::/10', 'ff00::/8'].map(cidr) // 3.3
const UNROUTABLE = ['169.254.168.0/22', 'fd00:ec2::/32'].map(cidr) // 3.3.1
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
const NAT64 = cidr('64:ff9b::/96') // 10.11
type Chosen = { readonly target: string; readonly dead: boolean }

class Walker {
  readonly via: ResourceId[] = []
  readonly memories: Memory[]
  readonly seenBy: ResourceId[] = []
  private readonly reply: boolean
  private readonly seen = new Set<string>()
  /** Emitted the packet as it is now, straight onto the leg being walked; null when its identity is lost (5.6). */
  private sender: R.NetworkInterface | null = null
  private readonly design: Design
  private readonly options: Options
  constructor(design: Design, options: Options, known: readonly Memory[] | null) {
    this.design = design
    this.options = options
    this.reply = known !== null
    this.memories = [...(known ?? [])]
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
    if (owner.kind === 'unmodelled') return this.unknown('unmodelled/source', owner.id, packet)
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
      if (!within([cidr('2000::/3')], 6, packet.destination))
        return this.stop('internet-gateway/no-public-address', 'outside', packet)
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
        if (diverted !== 'local' && !may) return this.stop('internet-gateway/redirected', target.id, packet) // 3.5.4
        if (packet.family === 6) {
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
      case 'unmodelled':
        return this.unknown('unmodelled/target', target.id, packet)
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
    return this.toInterface(packet, f.id, from)
  }

  /** Steps 8 to 10 at an interface, and what its owner does with the packet. */
  private toInterface(packet: Packet, id: string, from: R.Subnet | null, edge = false): never {
    const f = this.interfaceOf(id)
    const owner = this.get(f?.fields.attachedTo)
    if (!f || !owner) return this.stop('network-interface/not-attached', id, packet)
    const own = this.addresses(f).includes(packet.destination)
    const subnet = this.get(f.parent) as R.Subnet
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
    if (edge && !own && packet.family === 4 && !this.mappings(f).some((one) => one.public !== null))
      return this.stop('internet-gateway/middlebox-no-public-address', f.id, packet) // 3.5.3
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

  // ---- filters
  private networkAcl(packet: Packet, subnet: R.Subnet, direction: 'inbound' | 'outbound'): void {
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

  private securityGroups(packet: Packet, e: R.NetworkInterface, direction: 'in' | 'out'): void {
    const opposite = direction === 'in' ? 'out' : 'in'
    if (
      this.reply &&
      this.memories.some(
        (one) => one.by === e.id && one.what === opposite && samePacket(reverse(one.left), packet),
      )
    )
      return // 5.4
    const owner = this.ownerKind(e)
    if (e.fields.securityGroups.length === 0 && owner !== undefined && owner !== 'unmodelled')
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
    // Whether what is not modelled preserves it cannot be known either.
    if (peering?.kind === 'unmodelled') return anyone()
    if (peering?.kind !== 'vpc-peering') return []
    const { requester, accepter } = (peering as R.VpcPeering).fields
    const peer = this.get(requester === vpc.id ? accepter : requester) as R.Vpc | undefined
    return peer && this.regionOf(peer.id) === this.regionOf(vpc.id)
      ? only(this.ownerIn(peer, packet.destination, packet.family))
      : []
  }

  // ---- 3.4
  private lookup(packet: Packet, subnet: R.Subnet, vpc: R.Vpc): Chosen | 'ambiguous' | null {
    const table = (this.get(subnet.fields.routeTable) ??
      this.all<R.RouteTable>('route-table').find((one) => one.parent === vpc.id && one.fields.main)) as
      | R.RouteTable
      | undefined
    if (!table)
      return within(this.cidrs(vpc), packet.family, packet.destination)
        ? { target: 'local', dead: false }
        : null
    if (within(this.cidrs(vpc), packet.family, packet.destination))
      return this.inVpc(table, vpc, packet, [
        'network-interface',
        'instance',
        'bastion',
        'nat-instance',
        'nat-gateway',
        'unmodelled',
      ])
    const found: { prefix: Prefix; rank: number; route: { target: string; state: string } }[] = []
    for (const route of table.fields.routes) {
      if (route.target === '' || route.target === 'local') continue
      const list = this.get(route.destination)
      for (const text of list?.kind === 'prefix-list'
        ? (list as R.PrefixList).fields.cidrs
        : [route.destination]) {
        const prefix = parsePrefix(text, 'zero')
        if (
          !prefix ||
          !prefixContains(prefix, { family: packet.family, value: packet.destination }) ||
          UNROUTABLE.some((never) => prefixWithin(prefix, never))
        )
          continue
        found.push({ prefix, rank: route.origin === 'propagated' ? 2 : list ? 1 : 0, route })
      }
    }
    for (const endpoint of this.all<R.GatewayEndpoint>('gateway-endpoint')) {
      if (!endpoint.fields.routeTables.includes(table.id)) continue
      const dead = endpoint.fields.state !== 'available' || endpoint.parent !== vpc.id
      const lists = this.all<R.PrefixList>('prefix-list').filter(
        (one) => one.fields.awsService === endpoint.fields.service,
      )
      const list = lists.find((one) => one.parent === this.regionOf(vpc.id)) ?? lists[0]
      if (list)
        for (const prefix of list.fields.cidrs.map(cidr))
          if (prefixContains(prefix, { family: packet.family, value: packet.destination }))
            found.push({
              prefix,
              rank: 1,
              route: { target: endpoint.id, state: dead ? 'blackhole' : 'active' },
            })
    }
    found.sort((a, b) => b.prefix.length - a.prefix.length || a.rank - b.rank)
    const [best] = found
    if (!best) return null
    // 3.4.4: which of several prefix lists is taken cannot be known, whatever their lengths. A CIDR that beats the
    // longest of them decides before (3.4, 2), and dead routes all drop.
    const lists = found.filter((one) => one.rank === 1)
    if (
      best.rank === 1 &&
      new Set(lists.map((one) => one.route.target)).size > 1 &&
      lists.some(({ route }) => route.state !== 'blackhole' && this.get(route.target) !== undefined)
    )
      return 'ambiguous'
    return {
      target: best.route.target,
      dead: best.route.state === 'blackhole' || !this.get(best.route.target),
    }
  }

  /** Inside a VPC CIDR: local, or a static route to a whole VPC or subnet CIDR with a target that AWS allows; rule 3.2. */
  private inVpc(
    table: R.RouteTable,
    vpc: R.Vpc,
    packet: { family: 4 | 6; destination: Packet['destination'] },
    kinds: readonly string[],
  ): Chosen | null {
    const here = { family: packet.family, value: packet.destination }
    const whole = [
      ...this.cidrs(vpc),
      ...this.all<R.Subnet>('subnet')
        .filter((one) => this.vpcOf(one.id).id === vpc.id)
        .flatMap((one) => this.cidrs(one)),
    ]
    let best: { prefix: Prefix; chosen: Chosen; stored?: true } | null = null
    const local = this.cidrs(vpc).find((prefix) => prefixContains(prefix, here))
    if (local) best = { prefix: local, chosen: { target: 'local', dead: false } }
    for (const route of table.fields.routes) {
      const prefix = parsePrefix(route.destination, 'zero')
      const target = this.get(route.target)
      if (
        !prefix ||
        !prefixContains(prefix, here) ||
        route.origin === 'propagated' ||
        route.target === '' ||
        !whole.some((one) => samePrefix(one, prefix))
      )
        continue
      if (target && !kinds.includes(target.kind)) continue
      if (route.target === 'local' && !this.cidrs(vpc).some((one) => samePrefix(one, prefix))) continue
      if (
        best &&
        (best.prefix.length > prefix.length || (best.stored && best.prefix.length === prefix.length))
      )
        continue
      best = {
        prefix,
        stored: true,
        chosen: {
          target: route.target,
          dead: route.target !== 'local' && (route.state === 'blackhole' || !target),
        },
      }
    }
    return best?.chosen ?? null
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
  private get(id: ResourceId | null | undefined) {
    return id === null || id === undefined ? undefined : this.design.resources[id]
  }
  private all<T>(kind: string): T[] {
    return Object.values(this.design.resources).filter((one) => one.kind === kind) as T[]
  }
  private above(id: ResourceId, kind: string): ResourceId | null {
    for (let at = this.get(id); at; at = this.get(at.parent)) if (at.kind === kind) return at.id
    return null
  }
  private vpcOf(id: ResourceId): R.Vpc {
    return this.get(this.above(id, 'vpc')) as R.Vpc
  }
  private regionOf(id: ResourceId): ResourceId | null {
    return this.above(id, 'region')
  }
  private cidrs(of: R.Vpc | R.Subnet): Prefix[] {
    const fields = of.fields as R.Vpc['fields'] & R.Subnet['fields']
    return [fields.cidr, ...(fields.secondaryCidrs ?? []), ...(fields.ipv6Cidrs ?? []), fields.ipv6Cidr ?? '']
      .filter((text) => parsePrefix(text, 'zero'))
      .map(cidr)
  }
  private addresses(e: R.NetworkInterface): (number | bigint)[] {
    return [...e.fields.addresses.map((row) => valueOf(row.address)), ...e.fields.ipv6.map(valueOf)].filter(
      (value) => value !== null,
    )
  }
  private mappings(e: R.NetworkInterface): { private: number; public: number | null }[] {
    const isPrivateNat =
      (this.get(e.fields.attachedTo) as R.NatGateway | undefined)?.fields.connectivity === 'private'
    return e.fields.addresses.map((row, index) => {
      const held = this.all<R.ElasticIp>('elastic-ip').find(
        (one) =>
          one.fields.networkInterface === e.id &&
          (one.fields.privateAddress === '' ? index === 0 : one.fields.privateAddress === row.address),
      )
      return {
        private: valueOf(row.address) as number,
        public: isPrivateNat
          ? null
          : (valueOf(held ? held.fields.address : row.publicAddress) as number | null),
      } // 8.2, 10.2
    })
  }
  private ownerIn(vpc: R.Vpc, value: Packet['source'], family: 4 | 6): R.NetworkInterface | undefined {
    return this.all<R.NetworkInterface>('network-interface').find(
      (one) =>
        this.vpcOf(one.id).id === vpc.id &&
        within(this.cidrs(this.get(one.parent) as R.Subnet), family, value) &&
        this.addresses(one).includes(value),
    )
  }
  private ownerKind(e: R.NetworkInterface | undefined): string | undefined {
    return this.get(e?.fields.attachedTo)?.kind
  }
  /** An interface by its own id, or the primary one of an instance or gateway. */
  private interfaceOf(id: ResourceId): R.NetworkInterface | undefined {
    const found = this.get(id)
    if (found?.kind === 'network-interface') return found as R.NetworkInterface
    const mine = this.all<R.NetworkInterface>('network-interface').filter(
      (one) => one.fields.attachedTo === id,
    )
    return mine.find((one) => one.fields.primary) ?? mine[0]
  }
  private running(owner: { kind: string; fields: unknown }): boolean {
    const state = (owner.fields as { state?: string }).state
    return owner.kind === 'interface-endpoint'
      ? state === 'available'
      : state === undefined || owner.kind === 'nat-gateway' || state === 'running'
  }
  private remember(memory: Memory): void {
    if (!this.reply) this.memories.push(memory)
  }
  private deliver(to: string, packet: Packet): never {
    throw new End({ fate: 'delivered', to }, packet)
  }
  private stop(why: string, at: ResourceId, packet: Packet): never {
    throw new End({ fate: 'stopped', why, at }, packet)
  }
  private unknown(why: string, at: ResourceId, packet: Packet): never {
    throw new End({ fate: 'unknown', why, at }, packet)
  }
}

function cidr(text: string): Prefix {
  // What cannot be read covers nothing.
  return parsePrefix(text, 'zero') ?? { family: 4, first: 1, last: 0, length: 32 }
}
function valueOf(text: string): number | bigint | null {
  return parseAddress(text)?.value ?? null
}
function within(list: readonly Prefix[], family: 4 | 6, value: number | bigint): boolean {
  return list.some((prefix) => prefixContains(prefix, { family, value }))
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
