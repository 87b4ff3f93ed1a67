// A NAT gateway with several addresses sends from any of them. The engine takes the first; where another would come to
// something else, nobody can say. Rule 10.4.
import { say } from '../design/phrase.ts'
import type { Design } from '../design/design.ts'
import { ref } from '../design/resource.ts'
import { createView, type View } from '../design/view.ts'
import type { Answer } from '../forwarding/answer.ts'
import { compile } from '../forwarding/compile.ts'
import type { Trace } from '../forwarding/trace-types.ts'
import { formatAddress } from '../net/address.ts'
import { equal } from '../net/packet-set.ts'
import type { Network } from './analysed.ts'
import { interfacesOf, mappingsOf } from './network.ts'
import { notSure } from './not-sure.ts'
import { reason } from './outcomes.ts'
import type { ElasticIp, NetworkInterface } from './records.ts'

/** The answer, if it is the same from whichever address. `again` asks the same of another network. */
export function fromAnyAddress(
  network: Network,
  answer: Answer,
  again: (supposed: Network) => Answer | null,
): Answer {
  const { view, kinds } = network
  if (!answer.assumptions.some(({ code }) => code === 'nat-gateway/several-addresses')) return answer
  for (const id of metBy(answer.request)) {
    const nat = view.get(id)
    const [networkInterface] = nat?.kind === 'nat-gateway' ? interfacesOf(view, nat) : []
    if (!networkInterface) continue
    for (const design of othersFirst(network.design, view, networkInterface)) {
      const supposed = createView(design, (kind) => kinds.get(kind)?.fields)
      const other = again({ design, view: supposed, program: compile(supposed, kinds), kinds })
      if (!other || (other.verdict === answer.verdict && equal(other.passes, answer.passes))) continue
      const why = say`${ref(id)} has several addresses and sends from any of them, and they are not all treated alike`
      return notSure(answer, reason('nat-gateway/which-address', 'UNKNOWN_DESTINATION', why), ref(id))
    }
  }
  return answer
}

function metBy(told: Trace): readonly string[] {
  return [...new Set([...told.hops.map(({ at }) => at.resource), ...(told.beyond ? metBy(told.beyond) : [])])]
}

/** The design with each of the other addresses in the first place; Elastic IPs stay with the address they are for. */
function othersFirst({ resources, ...rest }: Design, view: View, one: NetworkInterface): readonly Design[] {
  const { addresses } = one.fields
  const first = addresses[0]?.address ?? ''
  const elastic = (view.referring(one.id, 'elastic-ip') as readonly ElasticIp[])
    .filter(({ fields }) => fields.privateAddress === '')
    .map((ip) => [ip.id, { ...ip, fields: { ...ip.fields, privateAddress: first } }] as const)
  // To the internet it sends from those that have an Elastic IP; rule 10.2.
  const hasPublic = mappingsOf(view, one)
    .filter((mapping) => mapping.public !== null)
    .map(({ address }) => formatAddress(address))
  const usable = addresses
    .slice(1)
    .filter(({ address }) => hasPublic.length === 0 || hasPublic.includes(address))
  return usable.map((row) => {
    const fields = { ...one.fields, addresses: [row, ...addresses.filter((other) => other !== row)] }
    const changed = { ...Object.fromEntries(elastic), [one.id]: { ...one, fields } }
    return { ...rest, resources: { ...resources, ...changed } }
  })
}
