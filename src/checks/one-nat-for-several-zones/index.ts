// One NAT gateway serves several zones: they all lose the internet with its zone; nat-gateway-basics.
import { say } from '../../design/phrase.ts'
import { ref } from '../../design/resource.ts'
import { finding, listed } from '../../kinds/finding.ts'
import { subnetsUsing, zoneOf } from '../../kinds/network.ts'
import type { NatGateway, RouteTable } from '../../kinds/records.ts'
import { defineCheck } from '../check.ts'

export const oneNatForSeveralZones = defineCheck({
  name: 'one-nat-for-several-zones',
  title: 'One NAT gateway for several zones',
  run: ({ view }) =>
    (view.of('nat-gateway') as readonly NatGateway[]).flatMap((nat) => {
      const home = zoneOf(view, nat)
      if (!home) return []
      const tables = (view.referring(nat.id, 'route-table') as readonly RouteTable[]).filter((table) =>
        table.fields.routes.some((route) => route.target === nat.id),
      )
      const away = tables
        .flatMap((table) => subnetsUsing(view, table))
        .filter((subnet) => {
          const zone = zoneOf(view, subnet)
          return zone !== undefined && zone.fields.zone !== home.fields.zone
        })
      if (away.length === 0) return []
      const title = say`Other zones depend on ${ref(nat.id)} in ${home.fields.zone}`
      const detail = say`${listed(away)} ${away.length === 1 ? 'goes' : 'go'} out through it and would lose the internet with that zone. Crossing zones also costs.`
      return [finding('design/one-nat-for-several-zones', 'note', nat, title, detail)]
    }),
})
