// A route to what could carry packets, as a fix: a new one, or one that leads elsewhere than before.
import { code, say } from '../design/phrase.ts'
import { ref } from '../design/resource.ts'
import type { Fix } from '../forwarding/answer.ts'
import type { Offered } from '../forwarding/compile.ts'
import { parsePrefix } from '../net/prefix.ts'
import { setting } from './make.ts'
import { ledTo, newRoute } from './new-route.ts'
import type { Route, RouteTable } from './records.ts'

export function addRoute(table: RouteTable, { destination, target }: Offered): Fix {
  const routes = [
    // A route that is not finished yet gives way to one that is.
    ...table.fields.routes.filter((route) => route.destination !== destination || route.target !== ''),
    newRoute(table.fields.routes, destination, target.id),
  ]
  return setting(say`Add route ${code(destination)} to ${ref(target.id)} in ${ref(table.id)}`, table, {
    routes,
  })
}

export const retarget = (table: RouteTable, old: Route, { target }: Offered): Fix =>
  setting(say`Lead ${destinationOf(old)} to ${ref(target.id)} instead in ${ref(table.id)}`, table, {
    routes: ledTo(table.fields.routes, old, target.id),
  })

/** A prefix as it is written, or the prefix list by its name. */
export const destinationOf = ({ destination }: Route) =>
  parsePrefix(destination, 'zero') ? code(destination) : ref(destination)
