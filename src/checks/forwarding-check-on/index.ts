// A route leads to an interface that takes only its own packets; using-eni.
import { code, say } from '../../design/phrase.ts'
import { ref } from '../../design/resource.ts'
import { finding } from '../../kinds/finding.ts'
import { setting } from '../../kinds/make.ts'
import { interfacesOf } from '../../kinds/network.ts'
import { cardOf } from '../../kinds/peers.ts'
import type { NetworkInterface, RouteTable } from '../../kinds/records.ts'
import { defineCheck } from '../check.ts'

export const forwardingCheckOn = defineCheck({
  name: 'forwarding-check-on',
  title: 'Route to an interface that drops what it should send on',
  run: ({ view }) =>
    (view.of('route-table') as readonly RouteTable[]).flatMap((table) =>
      table.fields.routes.flatMap((route) => {
        const target = view.get(route.target)
        // A NAT instance says so itself, whether a route leads to it or not.
        const through =
          target?.kind === 'network-interface'
            ? (target as NetworkInterface)
            : target?.kind === 'instance' || target?.kind === 'bastion'
              ? interfacesOf(view, target)[0]
              : undefined
        if (!through || !through.fields.sourceDestCheck || cardOf(view, through).kind === 'nat-instance')
          return []
        const owner = ref(cardOf(view, through).id)
        const title = say`${owner} drops what ${ref(table.id)} sends to it`
        const detail = say`The route for ${code(route.destination)} leads to it, and its source/destination check is on: it takes only packets that are from or to itself.`
        const fix = setting(say`Turn the check of ${owner} off`, through, { sourceDestCheck: false })
        return [
          finding('design/forwarding-check-on', 'error', ref(table.id, `routes.${route.id}`), title, detail, [
            fix,
          ]),
        ]
      }),
    ),
})
