// Whether it reaches the internet (left) and the internet reaches it (right): an arrow, a dash, or what is not known.
import { useState } from 'react'
import { explainAccess, plain, type ResourceId, type Verdict } from '../../library.ts'
import { accessOf, useStore } from '../../store/index.ts'
import styles from './internet-badge.module.css'

const outWords: Readonly<Record<Verdict, string>> = {
  reachable: 'Reaches the internet',
  partial: 'Reaches the internet in part',
  'one-way': 'Reaches the internet, but no reply comes back',
  blocked: 'Does not reach the internet',
  unknown: 'Whether it reaches the internet is not known',
}
const inWords: Readonly<Record<Verdict, string>> = {
  reachable: 'The internet reaches it',
  partial: 'The internet reaches it in part',
  'one-way': 'The internet reaches it, but no reply gets back',
  blocked: 'The internet does not reach it',
  unknown: 'Whether the internet reaches it is not known',
}

export function InternetBadge({ id }: { readonly id: ResourceId }) {
  const access = useStore(accessOf(id))
  const [why, setWhy] = useState('')
  if (!access) return null
  return (
    <span
      className={styles.badge}
      // Two questions are asked for this sentence, so only when somebody comes near.
      onPointerEnter={() => setWhy(explain(id))}
      title={why}
    >
      <span className="visually-hidden">{`${outWords[access.out]}. ${inWords[access.in]}.`}</span>
      <Slot verdict={access.out} direction="out" />
      <Slot verdict={access.in} direction="in" />
    </span>
  )
}

function Slot({ verdict, direction }: { readonly verdict: Verdict; readonly direction: 'out' | 'in' }) {
  const up = direction === 'out'
  return (
    <svg
      className={styles[direction]}
      data-verdict={verdict}
      width="9"
      height="12"
      viewBox="0 0 9 12"
      aria-hidden="true"
    >
      {verdict === 'blocked' ? (
        <path d="M2.3 6h4.4" className={styles.dash} />
      ) : verdict === 'unknown' ? (
        <path d="M2.8 4.3a1.8 1.8 0 1 1 2.6 1.6c-.6.3-.9.6-.9 1.2M4.5 9v.1" />
      ) : (
        <path
          d={up ? 'M4.5 10.5V1.8M1.3 5 4.5 1.8 7.7 5' : 'M4.5 1.5v8.7M1.3 7 4.5 10.2 7.7 7'}
          {...(verdict === 'one-way' ? { strokeDasharray: '1.6 1.8' } : {})}
        />
      )}
    </svg>
  )
}

function explain(id: ResourceId): string {
  const { design, network } = useStore.getState()
  const why = explainAccess(network, id)
  return `Out: ${plain(why.out, design)}\nIn: ${plain(why.in, design)}`
}
