// What is taken for granted where a table has a gateway endpoint whose prefix list the design does not hold.
import { say, type Reason } from '../design/phrase.ts'
import { ref } from '../design/resource.ts'
import type { View } from '../design/view.ts'
import { serviceLabel } from './aws-ranges.ts'
import { reason } from './outcomes.ts'
import type { RouteTable } from './records.ts'
import { unlistedEndpoints } from './routes-in-force.ts'

/** That a public address is none of the service's: the endpoint's route would win there. Null where all is known. */
export function elsewhere(table: RouteTable, view: View): Reason | null {
  const [endpoint] = unlistedEndpoints(view, table)
  return endpoint
    ? reason(
        'gateway-endpoint/not-its-address',
        null,
        say`the destination is no address of ${serviceLabel(endpoint.fields.service)}: what is one goes through ${ref(endpoint.id)}, and the prefix list that says them is not known here`,
      )
    : null
}
