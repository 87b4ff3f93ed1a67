// Keeps network, answer, badges and findings in step with the design. Moving things changes none of them.
// The answer is there at once; what lifts its blockers, and the badges of a large design, come from a worker.
import { analyse, ask, internetAccess, kinds, newIds, review } from '../library.ts'
import { byResource } from '../store/analysis-slice.ts'
import { nothingToMend } from '../store/answer-slice.ts'
import { hopList, useStore, type Store } from '../store/index.ts'
import type { Report, Review } from './protocol.ts'
import { connectWorker, createClient, type Client } from './worker-client.ts'

/** Up to here a review is done between two frames; beyond, in a worker. */
const small = 120

/** Returns what stops it. */
export function watchDesign(connect = connectWorker): () => void {
  const client = createClient(connect)
  renew(client, useStore.getState())
  const stop = useStore.subscribe((state, before) => {
    if (state.design.resources !== before.design.resources) renew(client, state)
    else if (state.design !== before.design) {
      useStore.setState({ network: { ...state.network, design: state.design } })
      // A fix says where what it adds is drawn.
      if (state.design.layout !== before.design.layout && isBlocked(state)) {
        useStore.setState({ mending: null })
        order(client)
      }
    } else if (state.question !== before.question || state.tracing !== before.tracing) {
      renewAnswer(state)
      order(client)
    }
  })
  return () => {
    stop()
    client.stop()
  }
}

function renew(client: Client, state: Store): void {
  const network = analyse(state.design, state.network)
  useStore.setState({ network })
  renewAnswer(useStore.getState())
  if (Object.keys(state.design.resources).length >= small) useStore.setState({ analysed: false })
  else
    showReview({
      access: internetAccess(network),
      findings: review(network.view, kinds, newIds(state.design)),
    })
  order(client)
}

function renewAnswer({ tracing, network, question, hop }: Store): void {
  if (!tracing) return useStore.setState({ answer: null, mending: nothingToMend })
  const answer = ask(network, question)
  useStore.setState({
    answer,
    mending: isBlocked({ answer }) ? null : nothingToMend,
    hop: Math.min(hop, Math.max(0, hopList(answer).length - 1)),
  })
}

const isBlocked = ({ answer }: Pick<Store, 'answer'>) =>
  answer?.ok === true && answer.answer.blockers.length > 0

/** What is still missing on the screen. */
function order(client: Client): void {
  const { design, analysed, mending, question } = useStore.getState()
  client.want(design, { review: !analysed, mending: mending === null ? question : null }, show)
}

function show(report: Report | null): void {
  // Without a worker nothing is offered; the answer itself stands.
  if (!report) useStore.setState({ mending: useStore.getState().mending ?? nothingToMend })
  if (report?.mending) useStore.setState({ mending: report.mending })
  if (report?.review) showReview(report.review)
}

function showReview({ access, findings }: Review): void {
  useStore.setState({ access, findings, findingsByResource: byResource(findings), analysed: true })
}
