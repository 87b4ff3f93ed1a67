// The answer in a sentence or three.
import { code, say, type Phrase } from '../design/phrase.ts'
import type { Question } from '../design/design.ts'
import type { View } from '../design/view.ts'
import { ref } from '../design/resource.ts'
import type { Answer, Blocker } from '../forwarding/answer.ts'
import { openText, sourcePortsText } from '../forwarding/open-text.ts'
import { formatAddress } from '../net/address.ts'

export function summarise(answer: Answer, view: View, question: Question): Phrase {
  const from = nameOf(answer.from.at.resource, answer.from.label, view)
  const to = nameOf(answer.to.at.resource, answer.to.label, view)
  const what = code(asked(question))
  switch (answer.verdict) {
    case 'reachable':
      return [...say`${from} can open ${what} to ${to}, and the replies come back.`, ...seen(answer)]
    case 'partial':
      return [
        ...say`${from} can open ${what} to ${to} in part.`,
        ...passing(answer),
        ...ofTheRest(answer),
        ...first(answer.blockers),
      ]
    case 'one-way':
      return [
        ...say`The request for ${what} from ${from} arrives at ${to}, but its reply does not come back.`,
        ...first(answer.blockers),
      ]
    case 'blocked':
      return [
        ...say`${from} cannot open ${what} to ${to}.`,
        ...first(answer.blockers),
        ...more(answer.blockers),
      ]
    case 'unknown':
      return [
        ...say`Whether ${from} can open ${what} to ${to} depends on what is not modelled or not known.`,
        ...first(answer.blockers),
      ]
  }
}

/** Which of what was asked gets through. */
function passing({ open, passes, fails }: Answer): Phrase {
  const ports = openText(open)
  const clients = sourcePortsText(passes, fails)
  return [
    ...(ports === '' ? [] : say` Through get ${code(ports)}.`),
    ...(clients === '' ? [] : say` That is ${clients}.`),
  ]
}

function nameOf(id: string, label: string, view: View) {
  const resource = view.get(id)
  if (label === 'internet') return 'the internet'
  if (resource?.name !== label) return code(label)
  return resource.kind === 'internet' ? 'the internet' : ref(id)
}

function asked(question: Question): string {
  const protocol = question.protocol.toLowerCase()
  const port = question.port ?? ''
  if (protocol === 'icmp' && ['', '8', '8/0'].includes(port)) return 'ping'
  return port === '' ? protocol : `${protocol} ${port}`
}

function ofTheRest(answer: Answer): Phrase {
  if (answer.rest === 'unknown') return [' Whether the rest gets through is not known.']
  return answer.rest === 'mixed' ? [' Of the rest, a part is stopped and a part is not known.'] : []
}

function seen(answer: Answer): Phrase {
  const start = answer.request.hops[0].arrived
  const seenAs = answer.seenAs
  if (!seenAs || seenAs.source === start.source) return []
  return say` Seen from there, it is ${code(formatAddress({ family: seenAs.family, value: seenAs.source }))}.`
}

const first = (blockers: readonly Blocker[]): Phrase => {
  const [blocker] = blockers
  if (!blocker) return []
  const sentence = blocker.reason.phrase
  const known = blocker.disposition === 'blocked'
  const it = blocker.direction === 'request' ? 'It' : 'The reply'
  return say` ${it} ${known ? 'stops at' : 'cannot be followed past'} ${blocker.at}: ${sentence}.`
}

function more(blockers: readonly Blocker[]): Phrase {
  if (blockers.length < 2) return []
  const rest = blockers.slice(1).map((blocker) => blocker.at)
  const places = rest.filter(
    (place, i) =>
      rest.findIndex((other) => other.resource === place.resource) === i &&
      place.resource !== blockers[0]!.at.resource,
  )
  if (places.length === 0) return say` It would be stopped again there.`
  return [
    ...say` It would stop again at `,
    ...places.flatMap((place, i) => (i === 0 ? [place] : [i === places.length - 1 ? ' and ' : ', ', place])),
    '.',
  ]
}
