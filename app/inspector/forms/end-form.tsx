// Something with network interfaces: whether it and the internet reach each other, its fields, and its interfaces.
import { useMemo } from 'react'
import {
  explainAccess,
  interfacesOf,
  kinds,
  type Phrase,
  type ResourceId,
  type Verdict,
} from '../../library.ts'
import { accessOf, useStore } from '../../store/index.ts'
import { Section } from '../../ui/panel.tsx'
import { RefLink } from '../../ui/phrase-text.tsx'
import { Sentence } from '../../ui/sentence.tsx'
import { VerdictGlyph } from '../../ui/verdict.tsx'
import { FieldsForm } from '../fields-form.tsx'
import { ElasticIpOf } from './elastic-ip-of.tsx'
import styles from './forms.module.css'
import { Standing } from './standing-place.tsx'
import { WhoCanReach } from './who-can-reach.tsx'

export function EndForm({ id }: { readonly id: ResourceId }) {
  return (
    <>
      <Section className={styles.first}>
        <Standing id={id} />
        <Access id={id} />
        <FieldsForm id={id} without={folded} />
        <Folded id={id} />
      </Section>
      <WhoCanReach id={id} />
      <Interfaces id={id} />
    </>
  )
}

/** Seldom needed: what is assumed of the system that runs on it. */
const folded = ['ephemeral', 'forwards']

function Folded({ id }: { readonly id: ResourceId }) {
  const has = useStore((state) =>
    folded.some((name) => state.design.resources[id]?.fields[name] !== undefined),
  )
  if (!has) return null
  return (
    <details className={styles.more}>
      <summary>More settings</summary>
      <FieldsForm id={id} only={folded} />
    </details>
  )
}

const outWords: Readonly<Record<Verdict, string>> = {
  reachable: 'Reaches the internet',
  partial: 'Reaches the internet on some ports',
  'one-way': 'Reaches the internet, but no reply comes back',
  blocked: 'Cannot reach the internet',
  unknown: 'May reach the internet',
}

const inWords: Readonly<Record<Verdict, string>> = {
  reachable: 'The internet reaches it',
  partial: 'The internet reaches it on some ports',
  'one-way': 'The internet reaches it, but gets no reply',
  blocked: 'The internet cannot reach it',
  unknown: 'The internet may reach it',
}

/** The badge asks about anything at all, so that one port may well be blocked. */
const someOfIt = 'Something gets through. Trace to ask about one port.'

/** Nothing stands in the way, so there is nothing else to explain. */
const isOpen = (verdict: Verdict) => verdict === 'reachable' || verdict === 'partial'

/** "db does not reach the internet: rt has no route for it": the heading has said the first half. */
function reasonIn(phrase: Phrase): Phrase {
  const at = phrase.findIndex((part) => typeof part === 'string' && part.includes(': '))
  const half = phrase[at]
  if (typeof half !== 'string') return phrase
  const reason = half.slice(half.indexOf(': ') + 2)
  return [...(reason === '' ? [] : [reason]), ...phrase.slice(at + 1)]
}

function Access({ id }: { readonly id: ResourceId }) {
  const access = useStore(accessOf(id))
  const network = useStore((state) => state.network)
  const why = useMemo(() => explainAccess(network, id), [network, id])
  if (!access) return null
  return (
    <dl className={styles.access} aria-label="Internet access">
      <div>
        <VerdictGlyph verdict={access.out} />
        <dt>{outWords[access.out]}</dt>
        <dd>{isOpen(access.out) ? someOfIt : <Sentence phrase={reasonIn(why.out)} />}</dd>
      </div>
      <div>
        <VerdictGlyph verdict={access.in} />
        <dt>{inWords[access.in]}</dt>
        <dd>{isOpen(access.in) ? someOfIt : <Sentence phrase={reasonIn(why.in)} />}</dd>
      </div>
    </dl>
  )
}

function Interfaces({ id }: { readonly id: ResourceId }) {
  const view = useStore((state) => state.network.view)
  const owner = view.get(id)
  const interfaces = owner ? interfacesOf(view, owner) : []
  // A gateway's interfaces are AWS's: they carry no groups.
  const judged = kinds.get(owner?.kind ?? '')?.category === 'resources'
  return interfaces.map((each) => (
    <Section key={each.id} className={styles.first}>
      <h3 className={styles.heading}>
        {each.name}
        <span className={styles.quiet}>
          {each.fields.primary ? 'primary' : 'secondary'}
          {each.parent !== owner?.parent && each.parent !== null && (
            <>
              {' '}
              in <RefLink to={{ resource: each.parent }} />
            </>
          )}
        </span>
      </h3>
      <FieldsForm
        id={each.id}
        only={judged ? ['addresses', 'securityGroups', 'sourceDestCheck'] : ['addresses']}
      />
      <ElasticIpOf id={each.id} />
      <details className={styles.more}>
        <summary>More settings</summary>
        <FieldsForm id={each.id} only={['ipv6']} />
      </details>
    </Section>
  ))
}
