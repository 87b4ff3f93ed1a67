// A public address in a subnet that has no route to an internet gateway: replies cannot get back; vpc-internet-gateway.
import { code, say } from '../../design/phrase.ts'
import { ref } from '../../design/resource.ts'
import { formatAddress } from '../../net/address.ts'
import { finding } from '../../kinds/finding.ts'
import { mappingsOf, subnetOf } from '../../kinds/network.ts'
import { cardOf } from '../../kinds/peers.ts'
import type { NetworkInterface } from '../../kinds/records.ts'
import { standingOf } from '../../kinds/standing.ts'
import { defineCheck } from '../check.ts'

/** Their own checks say the same of these, in the terms of what they are for. */
const toldElsewhere = ['nat-gateway', 'nat-instance', 'bastion']

export const publicAddressWithoutWay = defineCheck({
  name: 'public-address-without-way',
  title: 'Public address that cannot be reached',
  run: ({ view }) =>
    (view.of('network-interface') as readonly NetworkInterface[]).flatMap((one) => {
      const subnet = subnetOf(view, one)
      const address = mappingsOf(view, one).find((mapping) => mapping.public !== null)?.public
      const owner = cardOf(view, one)
      if (!subnet || !address || toldElsewhere.includes(owner.kind)) return []
      const standing = standingOf(view, subnet)
      if (standing.word === 'public') return []
      const title = say`The public address of ${ref(owner.id)} cannot be reached`
      const detail = say`${code(formatAddress(address))} needs a route from ${ref(subnet.id)} to an internet gateway, for what comes in as for what goes out. ${standing.why}`
      return [finding('design/public-address-without-way', 'warning', owner, title, detail)]
    }),
})
