// Routes for addresses of the VPC itself. Most are refused: what lies inside is reached directly.
import type { View } from '../../design/view.ts'
import { prefixWithin, samePrefix, type Prefix } from '../../net/prefix.ts'
import { cidrsOf, destinationsOf, isGatewayOut, subnetCidrs, subnetsOf } from '../network.ts'
import type { Route, Vpc } from '../records.ts'

/** Interfaces, by themselves or by their instance. */
const interfaces = ['network-interface', 'instance', 'bastion', 'nat-instance']

/** Why a subnet's table cannot hold this route; null when it can, or when it leads outside the VPC; subnet-route-tables. */
export function insideProblem(view: View, vpc: Vpc, route: Route): string | null {
  // A propagated route inside the VPC never wins over local, but it is no mistake of the table's.
  if (route.origin === 'propagated') return null
  const blocks = cidrsOf(view, vpc)
  const inside = destinationsOf(view, route.destination).filter((prefix) =>
    blocks.some((block) => prefixWithin(prefix, block)),
  )
  if (route.target === 'local') {
    const whole =
      inside.length > 0 && inside.every((prefix) => blocks.some((block) => samePrefix(block, prefix)))
    return whole ? null : 'Only the VPC’s own CIDRs have the target local.'
  }
  if (inside.length === 0) return null
  const whole = inside.every((prefix) => isWhole(view, vpc, prefix))
  if (!whole) return 'A route inside the VPC’s range is for one whole subnet, or for the whole range.'
  return allowed(view, route, [...interfaces, 'nat-gateway'])
    ? null
    : 'A route inside the VPC’s range leads to a network interface, a NAT gateway or a firewall endpoint.'
}

/** Why a gateway's table cannot hold this route; gateway-route-tables. */
export function edgeProblem(view: View, vpc: Vpc, route: Route): string | null {
  if (view.get(route.destination)) return 'The table of a gateway takes no prefix lists.'
  if (route.origin === 'propagated') return 'The table of a gateway takes no propagated routes.'
  if (!destinationsOf(view, route.destination).every((prefix) => isWhole(view, vpc, prefix)))
    return 'The table of a gateway routes whole subnets, or the VPC’s whole range.'
  if (route.target === 'local' || allowed(view, route, interfaces)) return null
  return 'The table of a gateway leads to a network interface or a firewall endpoint, or stays local.'
}

function isWhole(view: View, vpc: Vpc, prefix: Prefix): boolean {
  const wholes = [
    ...cidrsOf(view, vpc),
    ...subnetsOf(view, vpc).flatMap((subnet) => subnetCidrs(view, subnet)),
  ]
  return wholes.some((whole) => samePrefix(whole, prefix))
}

/** What is not modelled may be the endpoint of a firewall, which is a target like an interface. */
function allowed(view: View, route: Route, kinds: readonly string[]): boolean {
  const kind = view.get(route.target)?.kind
  return (
    kind === undefined ||
    kinds.includes(kind) ||
    (kind === 'unmodelled' && !isGatewayOut(view.get(route.target)!))
  )
}
