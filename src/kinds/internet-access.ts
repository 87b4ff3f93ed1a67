// Whether each machine reaches the internet, and the internet it: what its badge shows.
import { say, type Phrase } from '../design/phrase.ts'
import { ref, type Resource, type ResourceId } from '../design/resource.ts'
import type { Verdict } from '../forwarding/answer.ts'
import { judge, verdictFor } from '../forwarding/judge.ts'
import type { Network } from './ask.ts'
import { understand } from './ask.ts'

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
  return { out: verdict(network, resource.id, 'internet'), in: verdict(network, 'internet', resource.id) }
}

function verdict(network: Network, from: string, to: string): Verdict {
  const usual = understand(network, { from, to, protocol: 'all', port: null, sourcePort: null })
  return usual.ok ? verdictFor(network.program, usual.flow) : 'blocked'
}

/** Why a badge shows what it shows, in a sentence each way. */
export function explainAccess(
  network: Network,
  id: ResourceId,
): { readonly out: Phrase; readonly in: Phrase } {
  const ask = (from: string, to: string, way: 'out' | 'in'): Phrase => {
    const understood = understand(network, { from, to, protocol: 'all', port: null, sourcePort: null })
    if (!understood.ok) return understood.problem
    const answer = judge(network.program, understood.flow)
    const open = answer.verdict === 'reachable' || answer.verdict === 'partial'
    const [blocker] = answer.blockers
    const who = ref(id)
    if (open) return way === 'out' ? say`${who} reaches the internet` : say`the internet reaches ${who}`
    const start =
      way === 'out' ? say`${who} does not reach the internet` : say`the internet does not reach ${who}`
    if (answer.verdict === 'unknown')
      return blocker ? say`not known: ${blocker.reason.phrase}` : ['not known']
    return blocker ? say`${start}: ${blocker.reason.phrase}` : start
  }
  return { out: ask(id, 'internet', 'out'), in: ask('internet', id, 'in') }
}
