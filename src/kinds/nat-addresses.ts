// A NAT gateway with several addresses sends from any of them. The engine takes the first; where another would come to
// something else, nobody can say. Rule 10.4.
import { say } from '../design/phrase.ts'
import type { Design } from '../design/design.ts'
import { ref, type ResourceId } from '../design/resource.ts'
import type { View } from '../design/view.ts'
import type { Answer } from '../forwarding/answer.ts'
import { formatAddress } from '../net/address.ts'
import { equal } from '../net/packet-set.ts'
import { suppose } from './analyse.ts'
import type { Network } from './analysed.ts'
import { interfacesOf, mappingsOf } from './network.ts'
import { notSure } from './not-sure.ts'
import { reason } from './outcomes.ts'
import type { ElasticIp, NetworkInterface } from './records.ts'

/** As many other addresses are tried; AWS gives a gateway at most eight to the internet and 32 inside. */
const mostTried = 64

/** The answer, if it is the same from whichever address. `again` asks the same of another network. */
export function fromAnyAddress(
  network: Network,
  answer: Answer,
  again: (supposed: Network) => Answer | null,
): Answer {
  const { view } = network
  let tried = 0
  for (const id of namedIn(answer)) {
    const nat = view.get(id)
    const [networkInterface] = nat?.kind === 'nat-gateway' ? interfacesOf(view, nat) : []
    if (!networkInterface) continue
    for (const address of othersOf(view, networkInterface)) {
      if (++tried > mostTried) return unsure(answer, id, 'more than are tried here')
      const other = suppose(network, withFirst(address, network.design, view, networkInterface), again)
      if (!other || (other.verdict === answer.verdict && equal(other.passes, answer.passes))) continue
      return unsure(answer, id, 'and they are not all treated alike')
    }
  }
  return answer
}

const unsure = (answer: Answer, nat: ResourceId, why: string): Answer =>
  notSure(
    answer,
    reason(
      'nat-gateway/which-address',
      'UNKNOWN_DESTINATION',
      say`${ref(nat)} has several addresses and sends from any of them, ${why}`,
    ),
    ref(nat),
  )

/** The gateways that the answer takes the first address of, on the way that is told or another. */
const namedIn = ({ assumptions }: Answer): readonly ResourceId[] =>
  assumptions
    .filter(({ code }) => code === 'nat-gateway/several-addresses')
    .flatMap(({ phrase }) => phrase)
    .flatMap((part) => (typeof part === 'object' && 'resource' in part ? [part.resource] : []))

/** To the internet it sends from those that have an Elastic IP; rule 10.2. */
function othersOf(view: View, one: NetworkInterface): readonly Row[] {
  const hasPublic = mappingsOf(view, one)
    .filter((mapping) => mapping.public !== null)
    .map(({ address }) => formatAddress(address))
  return one.fields.addresses
    .slice(1)
    .filter(({ address }) => hasPublic.length === 0 || hasPublic.includes(address))
}

/** The design with that address in the first place; Elastic IPs stay with the address they are for. */
function withFirst(row: Row, { resources, ...rest }: Design, view: View, one: NetworkInterface): Design {
  const { addresses } = one.fields
  const first = addresses[0]?.address ?? ''
  const elastic = (view.referring(one.id, 'elastic-ip') as readonly ElasticIp[])
    .filter(({ fields }) => fields.privateAddress === '')
    .map((ip) => [ip.id, { ...ip, fields: { ...ip.fields, privateAddress: first } }] as const)
  const fields = { ...one.fields, addresses: [row, ...addresses.filter((other) => other !== row)] }
  const changed = { ...Object.fromEntries(elastic), [one.id]: { ...one, fields } }
  return { ...rest, resources: { ...resources, ...changed } }
}

type Row = NetworkInterface['fields']['addresses'][number]
