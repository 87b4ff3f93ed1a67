// Which route the naive walker takes: docs/aws-rules.md 3.2–3.4.
import type * as R from '../kinds/records.ts'
import type { Packet } from '../net/packet.ts'
import { type Prefix, parsePrefix, prefixContains, prefixWithin, samePrefix } from '../net/prefix.ts'
import { cidr, Records, within } from './reference-records.ts'

const UNROUTABLE = ['169.254.168.0/22', 'fd00:ec2::/32'].map(cidr) // 3.3.1
export type Chosen = { readonly target: string; readonly dead: boolean }

export class Routes extends Records {
  protected lookup(packet: Packet, subnet: R.Subnet, vpc: R.Vpc): Chosen | 'ambiguous' | null {
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
  protected inVpc(
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
      if (target && (!kinds.includes(target.kind) || leadsOut(target))) continue
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
}

/** Something not modelled that is no interface and no Gateway Load Balancer endpoint; 3.2.2 */
const leadsOut = (target: { kind: string }): boolean =>
  target.kind === 'unmodelled' &&
  /transit-gateway|vpn-gateway|private-gateway|carrier-gateway|core-network|peering/.test(
    (target as R.Unmodelled).fields.type,
  )
