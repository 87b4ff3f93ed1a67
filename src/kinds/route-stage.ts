// The route table of a subnet as a stage, for what leaves the subnet itself or a gateway in it.
import { say } from '../design/phrase.ts'
import { ref, type Resource } from '../design/resource.ts'
import type { Lowering } from '../forwarding/compile.ts'
import type { Stage } from '../forwarding/program.ts'
import { routeTableOf } from './network.ts'
import { blocked, notModelled } from './outcomes.ts'
import type { Subnet } from './records.ts'
import { lists, stages } from './stage-ids.ts'
import { elsewhere } from './unlisted.ts'

/** `from` is the subnet, or the gateway that stands in it and uses its table. */
export function routeStage(subnet: Subnet, from: Resource, lowering: Lowering): Omit<Stage, 'id'> {
  const at = ref(from.id)
  const table = routeTableOf(lowering.view, subnet)
  if (!table) {
    return {
      at,
      role: { does: 'pass' },
      lists: [],
      otherwise: {
        next: notModelled('route-table/unknown', say`the route table of ${ref(subnet.id)} is not known`),
        cause: at,
      },
    }
  }
  const assumes = elsewhere(table, lowering.view)
  return {
    at,
    role: { does: 'route', table: ref(table.id) },
    lists: [lists.routes(table.id, from.id)],
    otherwise: {
      next: blocked(
        'route-table/no-route',
        'NO_ROUTE_TO_DESTINATION',
        say`${ref(table.id)} has no route for it`,
        stages.subnetMeant(subnet.id),
      ),
      cause: ref(table.id),
      ...(assumes ? { assumes } : {}),
    },
  }
}
