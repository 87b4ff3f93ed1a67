// The form of any kind: what it is in a sentence, then its fields.
import { kinds, type ResourceId } from '../../library.ts'
import { useStore } from '../../store/index.ts'
import { Section } from '../../ui/panel.tsx'
import { FieldsForm } from '../fields-form.tsx'
import styles from './forms.module.css'
import { Standing } from './standing-place.tsx'
import { WhoCanReach } from './who-can-reach.tsx'

export function PlainForm({ id }: { readonly id: ResourceId }) {
  const kind = useStore((state) => kinds.get(state.design.resources[id]?.kind ?? ''))
  return (
    <>
      <Section className={styles.first}>
        <p className={styles.about}>{kind?.description}</p>
        <Standing id={id} />
        <FieldsForm id={id} />
      </Section>
      <WhoCanReach id={id} />
    </>
  )
}
