// Of a security group: whether the sources that its rules name get to a member, and the internet, as the engine answers.
import {
  ask,
  type Network,
  type Phrase,
  type Question,
  type ResourceId,
  type Verdict,
} from '../../library.ts'
import { rowsOf } from '../../trace/words.ts'
import { asText } from '../as-text.ts'
import { membersOf } from './members-of.ts'

interface Reach {
  readonly key: string
  readonly from: string
  readonly to: string
  readonly question: Omit<Question, 'sourcePort'>
  readonly service: string
  readonly verdict: Verdict
  readonly why: Phrase
}

/** A list in a form: more of them say less. */
const most = 6

/** One question for each source that a rule names, to the first member. */
export function reachesMember(network: Network, id: ResourceId): readonly Reach[] {
  const { view } = network
  const [member] = membersOf(view, id)
  if (!member) return []
  const asked = new Map<string, Reach>()
  const put = (from: string, name: string, protocol: string, port: string | null) => {
    const service = protocol === 'all' ? 'any' : port === null ? protocol : `${protocol} ${port}`
    const key = `${from} ${service}`
    if (asked.size >= most || asked.has(key) || from === member.id) return
    const question = { from, to: member.id, protocol, port }
    const result = ask(network, { ...question, sourcePort: null })
    if (result.ok)
      asked.set(key, {
        key,
        from: name,
        to: member.name,
        question,
        service,
        verdict: result.answer.verdict,
        why: result.answer.blockers[0]?.reason.phrase ?? [],
      })
  }
  for (const rule of rowsOf(view.design, id, 'inbound')) {
    const [protocol, ports, peer] = [asText(rule['protocol']), asText(rule['ports']), asText(rule['peer'])]
    const port = ports === 'all' ? null : ports
    const group = view.get(peer)
    if (group) {
      const source = membersOf(view, group.id).find((each) => each.id !== member.id)
      if (source) put(source.id, source.name, protocol, port)
    } else if (peer === '0.0.0.0/0' || peer === '::/0') put('internet', 'internet', protocol, port)
  }
  put('internet', 'internet', 'all', null)
  return [...asked.values()]
}
