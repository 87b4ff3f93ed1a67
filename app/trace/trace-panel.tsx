// The answer to the question: the verdict, why, every blocker with its fixes, and the way there and back.
import { useEffect, useRef } from 'react'
import type { Answer } from '../library.ts'
import { useStore } from '../store/index.ts'
import { Panel, Section } from '../ui/panel.tsx'
import { Sentence } from '../ui/sentence.tsx'
import { VerdictPill } from '../ui/verdict.tsx'
import { ApplyAll } from './apply-all.tsx'
import { BlockerCard } from './blocker-card.tsx'
import { HopLists } from './hop-lists.tsx'
import { OpenPorts } from './open-ports.tsx'
import { toldOnce } from './told-once.ts'
import styles from './trace-panel.module.css'

export function TracePanel() {
  const result = useStore((state) => state.answer)
  // A question that cannot be asked is said where it is typed.
  if (!result?.ok) return null
  return (
    <Panel label="Trace" className={styles.panel}>
      <div className={styles.scroll}>
        <AnswerView answer={result.answer} />
      </div>
      <ApplyAll answer={result.answer} />
    </Panel>
  )
}

function AnswerView({ answer }: { readonly answer: Answer }) {
  const top = useRef<HTMLDivElement>(null)
  // A new verdict is read from its head, wherever the one before was scrolled to.
  useEffect(() => {
    top.current?.scrollIntoView({ block: 'nearest' })
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [answer.verdict])
  const count = answer.request.hops.length + (answer.reply?.hops.length ?? 0)
  const mending = useStore((state) => state.mending)
  const told = toldOnce(answer, mending)
  const stopped = told.length
  return (
    <>
      <Section ref={top} className={styles.head} aria-live="polite">
        <div className={styles.line}>
          <VerdictPill verdict={answer.verdict} rest={answer.rest} />
          <span className={styles.count}>
            {stopped > 0 ? counted(stopped, 'blocker') : counted(count, 'hop')}
          </span>
        </div>
        <p className={styles.summary}>
          <Sentence phrase={answer.summary} />
        </p>
      </Section>
      {told.map((i) => {
        const blocker = answer.blockers[i]!
        const key = `${blocker.direction} ${blocker.hop} ${blocker.reason.code} ${i}`
        return <BlockerCard key={key} blocker={blocker} index={i} />
      })}
      {answer.open.length > 0 && answer.verdict === 'partial' && <OpenPorts answer={answer} />}
      <HopLists answer={answer} />
      {answer.assumptions.length > 0 && (
        <Section>
          <h3 className={styles.title}>Taken for granted</h3>
          <ul className={styles.assumptions}>
            {answer.assumptions.map((assumption) => (
              <li key={assumption.code}>
                <Sentence phrase={assumption.phrase} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`
}
