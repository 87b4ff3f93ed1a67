// Who can reach the members of a group now: the sources its rules name, and the internet, each asked of the engine.
import { useMemo } from 'react'
import type { ResourceId } from '../../library.ts'
import { useStore } from '../../store/index.ts'
import { Sentence } from '../../ui/sentence.tsx'
import { VerdictGlyph, verdictWords } from '../../ui/verdict.tsx'
import { AskChip } from './ask-chip.tsx'
import { reachesMember } from './reaches-member.ts'
import styles from './who-reaches.module.css'

export function WhoReaches({ id }: { readonly id: ResourceId }) {
  const network = useStore((state) => state.network)
  const list = useMemo(() => reachesMember(network, id), [network, id])
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
