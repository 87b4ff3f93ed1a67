// Where a route table sends packets to an address, told without a packet.
import type { Resource, ResourceId } from '../design/resource.ts'
import type { View } from '../design/view.ts'
import type { Address } from '../net/address.ts'
import { splitPart } from '../forwarding/name-part.ts'
import { formatPrefix, prefixContains } from '../net/prefix.ts'
import type { RouteTable } from './records.ts'
import { candidatesOf, targetsFor } from './routes-in-force.ts'

export interface ChosenRoute {
  /** The id of its row among the routes, those included that a table has by itself. */
  readonly row: string
  /** As a CIDR, also where the route names a prefix list. */
  readonly destination: string
  readonly target: ResourceId | 'local'
  /** A blackhole: it is chosen, and drops the packet. */
  readonly dead: boolean
}

/**
 * The route that is chosen, whatever its target does then; docs/aws-rules.md 3.2–3.4. `unknown` where the design does not
 * say which: a prefix list is not in it, or AWS picks one of several at random.
 */
export function routeFor(view: View, table: Resource, address: Address): ChosenRoute | 'none' | 'unknown' {
  const targets = targetsFor(view, table as RouteTable, address)
  if (targets === null || new Set(targets).size > 1) return 'unknown'
  const best = candidatesOf(view, table as RouteTable).find(({ prefix }) => prefixContains(prefix, address))
  if (!best) return 'none'
  const row = splitPart(best.cause.part ?? '').row ?? ''
  return { row, destination: formatPrefix(best.prefix), target: best.target, dead: best.dead }
}
