// A finding about one route, as all checks of a route table tell it.
import { code, say } from '../../design/phrase.ts'
import { ref } from '../../design/resource.ts'
import type { View } from '../../design/view.ts'
import { finding } from '../finding.ts'
import type { Finding } from '../kind.ts'
import { fixesOfRows, setting } from '../make.ts'
import type { Route, RouteTable, Vpc } from '../records.ts'

export interface Case {
  readonly view: View
  readonly table: RouteTable
  readonly vpc: Vpc
  readonly route: Route
}

/** `removable`: nothing is lost with the route. */
export function told(
  { table, route }: Case,
  check: string,
  severity: Finding['severity'],
  title: Finding['title'],
  detail: Finding['detail'],
  removable = false,
): Finding {
  const { routes } = table.fields
  const fixes = fixesOfRows(routes, () => {
    if (!removable) return []
    const without = routes.filter((other) => other.id !== route.id)
    return [setting(say`Remove the route for ${code(route.destination)}`, table, { routes: without })]
  })
  return finding(check, severity, ref(table.id, `routes.${route.id}`), title, detail, fixes)
}
