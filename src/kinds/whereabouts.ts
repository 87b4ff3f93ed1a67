// A service whose addresses the design does not say is asked by one that stands in for them. Where the rules on the way
// tell public addresses apart, that one says nothing of the others.
import { code, say } from '../design/phrase.ts'
import type { View } from '../design/view.ts'
import type { Answer, Span } from '../forwarding/answer.ts'
import { intervalsSubtract, intervalsUnion } from '../net/interval-set.ts'
import { boxes, equal, nothing, packets, union } from '../net/packet-set.ts'
import { documentationRanges } from './address-ranges.ts'
import { knownRangesOf, standInFor } from './aws-ranges.ts'
import { prefixes, spanOf } from './network.ts'
import { notSure } from './not-sure.ts'
import { reason } from './outcomes.ts'
import { anywhere } from './outside-end.ts'
import type { PrefixList } from './records.ts'

/** Where a service may be: at any public address that is nobody else's. Null where its own are known. */
export function whereabouts(view: View, service: string, region: string | null): Span | null {
  const isServed = view.of('gateway-endpoint').some((one) => one.fields['service'] === service)
  if (isServed || knownRangesOf(view, service, region) !== null) return null
  const others = (view.of('prefix-list') as readonly PrefixList[])
    .filter((list) => list.fields.awsService !== '')
    .flatMap((list) => list.fields.cidrs)
  const free = anywhere(view).find((span) => span.family === 4)?.values ?? []
  const elsewhere = intervalsUnion(spanOf(prefixes(others), 4), documentationRanges)
  const values = intervalsUnion(intervalsSubtract(free, elsewhere), spanOf(prefixes(standInFor(service)), 4))
  return { family: 4, values }
}

/** The answer, if it is the same wherever the service is; `everywhere` is that of all the addresses it may have. */
export function ifSure(answer: Answer, everywhere: Answer, { values }: Span): Answer {
  const same = boxes(answer.passes)
    .map((box) => packets({ ...box, destinations: values }))
    .reduce(union, nothing)
  if (equal(same, everywhere.passes)) return answer
  const { at, label } = answer.to
  const why = reason(
    'aws-service/addresses-not-known',
    'UNKNOWN_DESTINATION',
    say`the addresses of ${code(label)} are not known here, and what is on the way does not let all public addresses through alike`,
  )
  return notSure(answer, why, at)
}
