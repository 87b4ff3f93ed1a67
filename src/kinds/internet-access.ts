// Whether each machine reaches the internet, and the internet it: what its badge shows.
import { say, type Phrase } from '../design/phrase.ts'
import { ref, type Resource, type ResourceId } from '../design/resource.ts'
import type { View } from '../design/view.ts'
import type { Answer, Flow, FlowEnd, Span, Verdict } from '../forwarding/answer.ts'
import { isAnswered, verdictFor } from '../forwarding/judge.ts'
import type { Program } from '../forwarding/program.ts'
import type { Family } from '../net/address.ts'
import { documentationHost } from '../net/documentation-host.ts'
import { intervals, intervalsContain, type IntervalSet } from '../net/interval-set.ts'
import { ICMP, ICMPV6, TCP, UDP, type Packet } from '../net/packet.ts'
import { packets, union, type PacketSet } from '../net/packet-set.ts'
import { echoTypes } from '../net/protocol.ts'
import type { PortRange } from '../net/ports.ts'
import type { Network } from './analysed.ts'
import { judgeEveryWay } from './ask.ts'
import { flowEnd } from './flow-end.ts'
import { anyoneOutside } from './network.ts'
import { firstOfEach } from './other-ways.ts'
import { understand } from './understand.ts'
import { anywhere, outsideEnd } from './outside-end.ts'

/** `reachable`: something gets through and is answered, whatever else does not; never `partial`. */
export interface InternetAccess {
  /** It opens a connection of any sort to the internet. */
  readonly out: Verdict
  /** Someone on the internet opens one to it. */
  readonly in: Verdict
}

/** Kinds that have a badge: whatever sends of its own accord and is drawn as a card in a subnet. */
const badged = ['instance', 'bastion', 'nat-instance'] as const

export function internetAccess(
  network: Network,
  only?: readonly ResourceId[],
): ReadonlyMap<ResourceId, InternetAccess> {
  const wanted = only && new Set(only)
  const out = new Map<ResourceId, InternetAccess>()
  for (const kind of badged) {
    for (const resource of network.view.of(kind)) {
      if (!wanted || wanted.has(resource.id)) out.set(resource.id, accessOf(network, resource))
    }
  }
  return out
}

function accessOf(network: Network, resource: Resource): InternetAccess {
  const { view } = network
  const ends = () => ({ here: machineEnd(network, resource), there: internetEnd(view) })
  // Asked for before the verdicts are: where an edit leaves the ends as they were, it leaves the verdicts too.
  ends()
  return view.memoOf('internet access', resource, (): InternetAccess => {
    const { here, there } = ends()
    if (!here) return { out: 'blocked', in: 'blocked' }
    return {
      out: best(network, here, there, there.addresses),
      in: best(network, there, here, here.outside),
    }
  })
}

const machineEnd = ({ view, kinds }: Network, resource: Resource) =>
  view.memoOf('machine on the way to the internet', resource, () => {
    const end = kinds.get(resource.kind)?.end?.(resource, view)
    return end ? { ...flowEnd(end, ref(resource.id)), outside: end.outside ?? [] } : null
  })

const internetEnd = (view: View): FlowEnd =>
  view.memo('internet on the way to a machine', () => {
    const anyone = anyoneOutside(view)
    return flowEnd({ ...outsideEnd(anyone.resource, anywhere(view)), ephemeral: 'linux' }, anyone)
  })

/** The best of what the interfaces of the source and the two address families allow. */
function best({ program }: Network, from: FlowEnd, to: FlowEnd, addresses: readonly Span[]): Verdict {
  let found: Verdict = 'blocked'
  for (const origin of firstOfEach(from.origins)) {
    const target = addresses.find((one) => one.family === origin.family)
    if (!target || found === 'reachable') continue
    const ends = { from, to, start: origin.stage, cause: origin.cause }
    const verdict = verdictOf(program, ends, origin, target)
    if (order.indexOf(verdict) < order.indexOf(found)) found = verdict
  }
  return found
}

type Ends = Pick<Flow, 'from' | 'to' | 'start' | 'cause'>

/** A single packet that gets there and back says enough; only without one are all of them followed. */
function verdictOf(program: Program, ends: Ends, from: Span, to: Span): Verdict {
  const clients = ends.from.ephemeral
  for (const port of likelyPorts) {
    const packet: Packet = {
      family: from.family,
      protocol: TCP,
      source: likelyAddress(from),
      destination: likelyAddress(to),
      sourcePort: clients.first,
      destinationPort: port,
      mark: 0,
    }
    if (isAnswered(program, ends, packet)) return 'reachable'
  }
  const asked = usualTraffic(from.family, from.values, clients, to.values)
  const verdict = verdictFor(program, { ...ends, asked, manyPorts: true })
  return verdict === 'partial' ? 'reachable' : verdict
}

const likelyPorts = [443, 22]

const likelyAddress = ({ family, values }: Span) =>
  family === 4 && intervalsContain(values, documentationHost) ? documentationHost : values[0]!

const order: readonly Verdict[] = ['reachable', 'unknown', 'one-way', 'blocked']

/** TCP and UDP to any port, and ping; wherever it goes where no destinations are given. */
export function usualTraffic(
  family: Family,
  sources: IntervalSet,
  clients: PortRange,
  destinations?: IntervalSet,
): PacketSet {
  const ends = { family, sources, ...(destinations ? { destinations } : {}), marks: intervals([0, 0]) }
  const protocol = family === 4 ? ICMP : ICMPV6
  const echo = echoTypes(protocol)!.request
  return union(
    packets({
      ...ends,
      protocols: intervals([TCP, TCP], [UDP, UDP]),
      sourcePorts: [clients.first, clients.last],
    }),
    packets({
      ...ends,
      protocols: [protocol, protocol],
      sourcePorts: [0, 0],
      destinationPorts: [echo, echo],
    }),
  )
}

/** Why a badge shows what it shows, in a sentence each way. */
export function explainAccess(
  network: Network,
  id: ResourceId,
): { readonly out: Phrase; readonly in: Phrase } {
  const ask = (from: string, to: string, way: 'out' | 'in'): Phrase => {
    const question = { from, to, protocol: 'all', port: null, sourcePort: null }
    const understood = understand(network, question)
    if (!understood.ok) return understood.problem
    // The best of all addresses, as the badge shows.
    const answers = judgeEveryWay(network, question)
    const rank = (verdict: Verdict) => order.indexOf(verdict === 'partial' ? 'reachable' : verdict)
    const [answer] = answers.toSorted((a, b) => rank(a.verdict) - rank(b.verdict))
    if (!answer) return ['not known']
    const open = answer.verdict === 'reachable' || answer.verdict === 'partial'
    const [blocker] = answer.blockers
    const who = ref(id)
    if (open) {
      const told = way === 'out' ? say`${who} reaches the internet` : say`the internet reaches ${who}`
      // Any traffic counts, so that one port may well be blocked. Protocols that hardly anyone uses are not worth a word.
      const whole = answer.verdict === 'reachable' || [TCP, UDP].every((one) => hasEveryPort(answer, one))
      return whole ? told : say`${told}, with some protocols and ports only`
    }
    const start =
      way === 'out' ? say`${who} does not reach the internet` : say`the internet does not reach ${who}`
    if (answer.verdict === 'unknown')
      return blocker ? say`not known: ${blocker.reason.phrase}` : ['not known']
    return blocker ? say`${start}: ${blocker.reason.phrase}` : start
  }
  return { out: ask(id, 'internet', 'out'), in: ask('internet', id, 'in') }
}

const hasEveryPort = ({ open }: Answer, protocol: number): boolean =>
  open.some(({ protocol: one, ports }) => one === protocol && ports.first === 0 && ports.last === 65535)
