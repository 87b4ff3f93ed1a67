import type { Answer, Flow } from './answer.ts'
import type { Followed } from './follow.ts'
import { isReceiver } from './is-receiver.ts'

/** What becomes of the headers that do not surely pass. */
export function restOf(flow: Flow, { request, lost, unknown }: Followed): NonNullable<Answer['rest']> {
  if (!unknown) return 'stopped'
  const stopped =
    lost.some((share) => share.end.disposition !== 'not-modelled') ||
    request.shares.some(
      ({ end }) =>
        end.disposition === 'blocked' || (end.disposition === 'delivered' && !isReceiver(flow.to, end)),
    )
  return stopped ? 'mixed' : 'unknown'
}
