// Who can reach the members of a group now: the sources its rules name, and the internet, each asked of the engine.
import { useMemo } from 'react'
import {
  ask,
  type Network,
  type Phrase,
  type Question,
  type ResourceId,
  type Verdict,
} from '../../library.ts'
import { useStore } from '../../store/index.ts'
import { rowsOf } from '../../trace/words.ts'
import { Sentence } from '../../ui/sentence.tsx'
import { VerdictGlyph, verdictWords } from '../../ui/verdict.tsx'
import { AskChip } from './ask-chip.tsx'
import { membersOf } from './members-tab.tsx'
import styles from './who-reaches.module.css'
import { asText } from '../as-text.ts'

interface Reach {
  readonly key: string
  readonly from: string
  readonly to: string
  readonly question: Omit<Question, 'sourcePort'>
  readonly service: string
  readonly verdict: Verdict
  readonly why: Phrase
}

const most = 6

export function WhoReaches({ id }: { readonly id: ResourceId }) {
  const network = useStore((state) => state.network)
  const list = useMemo(() => whoReaches(network, id), [network, id])
  if (list.length === 0) return null
  return (
    <>
      <h3 className={styles.title}>Who can reach the members now</h3>
      <ul className={styles.list}>
        {list.map((each) => (
          <li key={each.key}>
            <VerdictGlyph verdict={each.verdict} />
            <span className="visually-hidden">{verdictWords[each.verdict]}</span>
            <b>{each.from}</b>
            <AskChip question={each.question} from={each.from} to={each.to} text={each.service} />
            <span className={styles.why}>
              <Sentence phrase={each.why} />
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

/** One question for each source that a rule names, to the first member. */
function whoReaches({ view, ...rest }: Network, id: ResourceId): readonly Reach[] {
  const network = { view, ...rest }
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
    const port = ports === 'all' || ports.includes('-') ? null : ports
    const group = view.get(peer)
    if (group) {
      const source = membersOf(view, group.id).find((each) => each.id !== member.id)
      if (source) put(source.id, source.name, protocol, port)
    } else if (peer === '0.0.0.0/0' || peer === '::/0') put('internet', 'internet', protocol, port)
  }
  put('internet', 'internet', 'all', null)
  return [...asked.values()]
}
