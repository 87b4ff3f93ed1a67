// Where several prefix lists cover a destination, AWS picks one at random and keeps it: nobody knows which, and it does
// not matter where every choice comes to the same. Rule 3.4.4.
import { say } from '../design/phrase.ts'
import type { Design } from '../design/design.ts'
import type { View } from '../design/view.ts'
import type { Answer, Blocker } from '../forwarding/answer.ts'
import { formatAddress, type Address } from '../net/address.ts'
import { equal, project } from '../net/packet-set.ts'
import { prefixContains } from '../net/prefix.ts'
import { suppose } from './analyse.ts'
import type { Network } from './analysed.ts'
import { reason } from './outcomes.ts'
import type { RouteTable } from './records.ts'
import { candidatesOf } from './routes-in-force.ts'

/** As many designs are tried, shared out among the choices: one route left open behind another takes them up fast. */
const mostTried = 32

/** The answer that every choice gives, or the answer as it is. `again` asks the same of another network. */
export function eitherWay(
  network: Network,
  answer: Answer,
  again: (supposed: Network, left: number) => Answer | null,
  left = mostTried,
): Answer {
  const open = answer.blockers.find(({ reason: { code } }) => code === 'route-table/ambiguous')
  if (answer.verdict !== 'unknown' || !open) return answer
  const choices = choicesAt(network, answer, open)
  if (choices.length > left) return answer
  let first: Answer | null = null
  for (const design of choices) {
    const one = suppose(network, design, (supposed) => again(supposed, Math.floor(left / choices.length)))
    if (!one || one.verdict === 'unknown') return answer
    if (first && (one.verdict !== first.verdict || !equal(one.passes, first.passes))) return answer
    first ??= one
  }
  if (!first) return answer
  const note = reason(
    'route-table/either-way',
    null,
    say`several prefix lists cover ${formatAddress(destinationOf(open))} with other targets, and AWS picks one at random; with each of them the answer is the same`,
  )
  return { ...first, assumptions: [...first.assumptions, note] }
}

/** A design for each route that may be chosen: one for this very destination, which comes before any prefix list. */
function choicesAt({ design, view }: Network, { fails }: Answer, open: Blocker): readonly Design[] {
  const table = view.get(open.cause.resource) as RouteTable | undefined
  const address = destinationOf(open)
  // Of a range of hosts, each may be chosen for otherwise.
  const asked = project(fails, open.direction === 'request' ? 'destinations' : 'sources')
  if (table?.kind !== 'route-table' || asked.length !== 2 || asked[0] !== asked[1]) return []
  const targets = new Map(rivals(view, table, address).map((one) => [one.target, one]))
  return [...targets.values()].map(({ target, dead, cause }) => {
    const route = {
      id: cause.part?.replace(/^routes\./, '') ?? '',
      destination: `${formatAddress(address)}/${address.family === 4 ? 32 : 128}`,
      target,
      origin: 'static' as const,
      state: dead ? ('blackhole' as const) : ('active' as const),
    }
    const fields = { ...table.fields, routes: [route, ...table.fields.routes] }
    return { ...design, resources: { ...design.resources, [table.id]: { ...table, fields } } }
  })
}

const rivals = (view: View, table: RouteTable, address: Address) =>
  candidatesOf(view, table).filter(({ rank, prefix }) => rank === 1 && prefixContains(prefix, address))

const destinationOf = ({ packet }: Blocker): Address => ({
  family: packet.family,
  value: packet.destination,
})
