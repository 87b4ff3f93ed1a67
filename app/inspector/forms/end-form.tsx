// Something with network interfaces: whether it and the internet reach each other, its fields, and its interfaces.
import { useMemo } from 'react'
import { explainAccess, interfacesOf, type ResourceId } from '../../library.ts'
import { accessOf, useStore } from '../../store/index.ts'
import { Section } from '../../ui/panel.tsx'
import { RefLink } from '../../ui/phrase-text.tsx'
import { Sentence } from '../../ui/sentence.tsx'
import { VerdictGlyph } from '../../ui/verdict.tsx'
import { FieldsForm } from '../fields-form.tsx'
import { ElasticIpOf } from './elastic-ip-of.tsx'
import styles from './forms.module.css'
import { Standing } from './standing-place.tsx'

export function EndForm({ id }: { readonly id: ResourceId }) {
  return (
    <>
      <Section className={styles.first}>
        <Standing id={id} />
        <Access id={id} />
        <FieldsForm id={id} />
      </Section>
      <Interfaces id={id} />
    </>
  )
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
        <dt>{access.out === 'blocked' ? 'Cannot reach the internet' : access.out === 'unknown' ? 'May reach the internet' : 'Reaches the internet'}</dt>
        <dd><Sentence phrase={why.out} /></dd>
      </div>
      <div>
        <VerdictGlyph verdict={access.in} />
        <dt>{access.in === 'blocked' ? 'The internet cannot reach it' : access.in === 'unknown' ? 'The internet may reach it' : 'The internet reaches it'}</dt>
        <dd><Sentence phrase={why.in} /></dd>
      </div>
    </dl>
  )
}

function Interfaces({ id }: { readonly id: ResourceId }) {
  const view = useStore((state) => state.network.view)
  const owner = view.get(id)
  const interfaces = owner ? interfacesOf(view, owner) : []
  return interfaces.map((each) => (
    <Section key={each.id} className={styles.first}>
      <h3 className={styles.heading}>
        {each.name}
        <span className={styles.quiet}>
          {each.fields.primary ? 'primary' : 'secondary'}
          {each.parent !== owner?.parent && each.parent !== null && <> in <RefLink to={{ resource: each.parent }} /></>}
        </span>
      </h3>
      <FieldsForm id={each.id} only={['addresses', 'securityGroups', 'sourceDestCheck']} />
      <ElasticIpOf id={each.id} />
      <details className={styles.more}>
        <summary>More settings</summary>
        <FieldsForm id={each.id} only={['ipv6']} />
      </details>
    </Section>
  ))
}
