// Keeps network, answer, badges and findings in step with the design. Moving things changes none of them.
import {
  alsoOpens,
  analyse,
  apply,
  ask,
  fixesFor,
  internetAccess,
  kinds,
  mend,
  newIds,
  review,
  type AskResult,
  type Network,
  type Opened,
  type Question,
} from '../library.ts'
import { byResource } from '../store/analysis-slice.ts'
import type { OfferedFix } from '../store/answer-slice.ts'
import { hopList, useStore, type Store } from '../store/index.ts'
import { reviewInWorker, stopWorker } from './worker-client.ts'

/** Up to here a review is done between two frames; beyond, in a worker. */
const small = 120

/** Returns what stops it. */
export function watchDesign(): () => void {
  renew(useStore.getState())
  const stop = useStore.subscribe((state, before) => {
    if (state.design.resources !== before.design.resources) renew(state)
    else if (state.design !== before.design)
      useStore.setState({ network: { ...state.network, design: state.design } })
    else if (state.question !== before.question || state.tracing !== before.tracing) renewAnswer(state)
  })
  return () => {
    stop()
    stopWorker()
  }
}

function renew(state: Store): void {
  const network = analyse(state.design, state.network)
  useStore.setState({ network })
  renewAnswer(useStore.getState())
  if (Object.keys(state.design.resources).length < small) {
    stopWorker()
    const findings = review(network.view, kinds, newIds(state.design))
    useStore.setState({
      access: internetAccess(network),
      findings,
      findingsByResource: byResource(findings),
      analysed: true,
    })
    return
  }
  useStore.setState({ analysed: false })
  reviewInWorker(state.design, ({ access, findings }) => {
    // An answer about a design that has changed since is dropped; the next one is under way.
    if (useStore.getState().design.resources !== state.design.resources) return
    useStore.setState({ access, findings, findingsByResource: byResource(findings), analysed: true })
  })
}

function renewAnswer({ tracing, network, question, design, hop }: Store): void {
  if (!tracing) return useStore.setState({ answer: null, fixes: [], afterFixes: null })
  const answer = ask(network, question)
  const blocked = answer.ok && answer.answer.blockers.length > 0
  useStore.setState({
    answer,
    fixes: [],
    afterFixes: null,
    hop: Math.min(hop, Math.max(0, hopList(answer).length - 1)),
  })
  if (!blocked) return
  useStore.setState({ fixes: offered(network, question, answer), afterFixes: mend(design, question).verdict })
}

function offered(
  network: Network,
  question: Question,
  answer: AskResult,
): readonly (readonly OfferedFix[])[] {
  if (!answer.ok) return []
  const known = new Map<string, Opened>()
  return fixesFor(network, question, answer.answer, newIds(network.design)).map((fixes) =>
    fixes.map((fix) => {
      const key = JSON.stringify(fix.change)
      const opens =
        known.get(key) ?? alsoOpens(network, analyse(apply(network.design, fix.change)), answer.answer)
      known.set(key, opens)
      return { fix, opens }
    }),
  )
}
