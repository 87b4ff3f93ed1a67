// An answer that depends on what nobody knows: the witness's way as it was found, and no claim about its end.
import type { Reason } from '../design/phrase.ts'
import { ref, type Ref } from '../design/resource.ts'
import type { Answer } from '../forwarding/answer.ts'
import { nothing, union } from '../net/packet-set.ts'

export function notSure(answer: Answer, why: Reason, cause: Ref): Answer {
  return {
    ...answer,
    verdict: 'unknown',
    rest: null,
    delivered: false,
    replied: false,
    receiver: null,
    seenAs: null,
    passes: nothing,
    fails: union(answer.passes, answer.fails),
    open: [],
    blockers: [
      {
        direction: 'request',
        reason: why,
        cause,
        at: ref(answer.from.at.resource),
        hop: 0,
        packet: answer.request.hops[0].arrived,
        disposition: 'not-modelled',
      },
    ],
  }
}
