// One step of a hop in one line: the table, the rule in it, and what it decided.
import type { ReactNode } from 'react'
import {
  interfacesOf,
  type AskResult,
  type Hop,
  type Ref,
  type Resource,
  type ResourceId,
  type Step,
} from '../library.ts'
import { hopList, useStore, type ListedHop } from '../store/index.ts'
import { PhraseText, RefLink } from '../ui/phrase-text.tsx'
import { FilterWords, RouteWords } from './rule-words.tsx'
import styles from './step-line.module.css'
import { changedParts } from './words.ts'

interface StepLineProps {
  readonly step: Step
  readonly hop: Hop
  readonly direction: ListedHop['direction']
  /** The hop's own session is already named beside its name. */
  readonly ofSession: boolean
}

export function StepLine({ step, hop, direction, ofSession }: StepLineProps) {
  switch (step.kind) {
    case 'originate':
      return null
    case 'filter':
      return (
        <Line>
          <FilterWords step={step} />
        </Line>
      )
    case 'route':
      return (
        <Line>
          <RouteWords step={step} />
        </Line>
      )
    case 'session':
      if (step.action === 'opened' || (ofSession && step.owner.resource === hop.at.resource)) return null
      return (
        <Line>
          <KeepsState owner={step.owner} />
        </Line>
      )
    case 'translate':
      return changedParts(step.before, step.after).map((part) => (
        <Line key={part.what} code tone={direction}>
          {part.what} <s>{part.from}</s> <span aria-label="becomes">→</span> <b>{part.to}</b>
        </Line>
      ))
    case 'forward':
      return step.over.resource === hop.at.resource ? null : (
        <Line>
          over <RefLink to={step.over} />
        </Line>
      )
    case 'end':
      if (step.disposition === 'delivered') return null
      return (
        <Line tone="blocked">
          <PhraseText phrase={step.reason.phrase} />
        </Line>
      )
  }
}

/** The groups on the interface that remember what they let through; else whoever does. */
function KeepsState({ owner }: { readonly owner: Ref }) {
  const view = useStore((state) => state.network.view)
  const resource = view.get(owner.resource)
  const carriers = !resource
    ? []
    : resource.kind === 'network-interface'
      ? [resource]
      : interfacesOf(view, resource)
  const groups = [...new Set(carriers.flatMap((each) => groupsOf(each)))]
  if (groups.length === 0)
    return (
      <>
        <RefLink to={owner} mono /> keeps state, no rule needed
      </>
    )
  return (
    <>
      <span className={styles.exact}>sg</span>{' '}
      {groups.map((group, i) => (
        <span key={group}>
          {i > 0 && ', '}
          <RefLink to={{ resource: group }} mono />
        </span>
      ))}{' '}
      {groups.length === 1 ? 'keeps' : 'keep'} state, no rule needed
    </>
  )
}

const groupsOf = ({ fields }: Resource) =>
  (fields['securityGroups'] as readonly ResourceId[] | undefined) ?? []

interface LineProps {
  readonly code?: boolean
  readonly tone?: ListedHop['direction'] | 'blocked'
  readonly children: ReactNode
}

function Line({ code, tone, children }: LineProps) {
  return (
    <p className={[styles.line, code && styles.code, tone && styles[tone]].filter(Boolean).join(' ')}>
      {children}
    </p>
  )
}

/** The number of the request's hop whose session this hop of the reply goes back through; null when there is none. */
export function sessionHop(answer: AskResult | null, listed: ListedHop): number | null {
  if (listed.direction !== 'reply') return null
  const { hop } = listed
  const translates = (each: Hop) => each.steps.some((step) => step.kind === 'translate')
  if (!hop.steps.some((step) => step.kind === 'session' && step.action === 'matched') || !translates(hop))
    return null
  const origin = hopList(answer).find(
    (each) =>
      each.direction === 'request' && each.hop.at.resource === hop.at.resource && translates(each.hop),
  )
  return origin?.number ?? null
}
