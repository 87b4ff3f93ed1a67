// Rules and routes in the words of one line. Numbered rules are named by number, others by what they say.
import type { Design, FieldValue, Step } from '../library.ts'
import { useStore } from '../store/index.ts'
import { RefLink } from '../ui/phrase-text.tsx'
import styles from './rule-words.module.css'
import { partOf, rowOf } from './words.ts'
import { asText } from '../inspector/as-text.ts'

type Of<K extends Step['kind']> = Extract<Step, { readonly kind: K }>

export function FilterWords({ step }: { readonly step: Of<'filter'> }) {
  const design = useStore((state) => state.design)
  const verb = step.action === 'allow' ? 'allows' : 'denies'
  if (step.rule === 'default') {
    return (
      <>
        <Tables refs={step.filters} /> {step.direction}: no rule{' '}
        {step.action === 'allow' ? 'needed' : 'allows it'}
      </>
    )
  }
  const row = rowOf(design, step.rule)
  const number = row?.['number'] ?? (partOf(step.rule)?.row === '*' ? '*' : undefined)
  if (number !== undefined) {
    return (
      <>
        <RefLink to={step.rule} mono /> {step.direction} rule <b className={styles.exact}>{asText(number)}</b>{' '}
        {verb}
      </>
    )
  }
  const peer = row?.['peer']
  return (
    <>
      <span className={styles.exact}>sg</span> <RefLink to={step.rule} mono /> {step.direction} {verb}
      {row && ` ${service(row['protocol'], row['ports'])} ${step.direction === 'inbound' ? 'from' : 'to'} `}
      {peer !== undefined && <Named design={design} value={peer} />}
    </>
  )
}

export function RouteWords({ step }: { readonly step: Of<'route'> }) {
  const design = useStore((state) => state.design)
  if (step.route === 'none') {
    return (
      <>
        <RefLink to={step.table} mono /> has no route
      </>
    )
  }
  const row = rowOf(design, step.route)
  const part = partOf(step.route)?.row ?? ''
  if (row) {
    const target = row['target'] ?? ''
    return (
      <>
        <RefLink to={step.route} mono />{' '}
        <b className={styles.exact}>
          <Named design={design} value={row['destination'] ?? ''} inherit />
        </b>{' '}
        {target === 'local' ? (
          'local'
        ) : (
          <>
            to <Named design={design} value={target} plain />
          </>
        )}
      </>
    )
  }
  const cidr = part.startsWith('local:') ? part.slice('local:'.length) : ''
  const endpoint = design.resources[part]
  return (
    <>
      <RefLink to={step.table} mono /> {cidr !== '' && <b className={styles.exact}>{cidr}</b>}{' '}
      {endpoint ? (
        <>
          to <RefLink to={{ resource: endpoint.id }} />
        </>
      ) : (
        'local'
      )}
    </>
  )
}

function Tables({ refs }: { readonly refs: Of<'filter'>['filters'] }) {
  return refs.map((each, i) => (
    <span key={each.resource}>
      {i > 0 && ', '}
      <RefLink to={each} mono />
    </span>
  ))
}

interface NamedProps {
  readonly design: Design
  readonly value: FieldValue
  /** In the text's own face: names of targets. */
  readonly plain?: boolean
  /** Inside something that is exact already. */
  readonly inherit?: boolean
}

/** A resource's name where the value is its id, else the exact text. */
function Named({ design, value, plain, inherit }: NamedProps) {
  const text = asText(value)
  const resource = design.resources[text]
  if (inherit || (resource && plain)) return resource?.name ?? text
  return <span className={styles.exact}>{resource?.name ?? text}</span>
}

/** "all" where every protocol is meant, else "tcp 443". */
export function service(protocol: FieldValue | undefined, ports: FieldValue | undefined): string {
  if (protocol === 'all') return 'all'
  return ports === 'all' || ports === '' ? `all ${asText(protocol)}` : `${asText(protocol)} ${asText(ports)}`
}
