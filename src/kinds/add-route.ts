// A route to what could carry packets, as a fix.
import { code, say } from '../design/phrase.ts'
import { ref } from '../design/resource.ts'
import type { Fix } from '../forwarding/answer.ts'
import type { Offered } from '../forwarding/compile.ts'
import { setting } from './make.ts'
import { newRoute } from './new-route.ts'
import type { RouteTable } from './records.ts'

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
