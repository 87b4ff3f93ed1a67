// A gateway that is attached to a VPC, and may be attached to another or to none.
import { kinds, plain, reparent, vpcsFor, type ResourceId } from '../../library.ts'
import { useStore } from '../../store/index.ts'
import { Section } from '../../ui/panel.tsx'
import { SelectField } from '../../ui/text-field.tsx'
import { FieldsForm } from '../fields-form.tsx'
import styles from './forms.module.css'
import { Standing } from './standing-place.tsx'

export function GatewayForm({ id }: { readonly id: ResourceId }) {
  const kind = useStore((state) => kinds.get(state.design.resources[id]?.kind ?? ''))
  return (
    <Section className={styles.first}>
      <p className={styles.about}>{kind?.description}</p>
      <Standing id={id} />
      <AttachedTo id={id} />
      <FieldsForm id={id} />
    </Section>
  )
}

function AttachedTo({ id }: { readonly id: ResourceId }) {
  const view = useStore((state) => state.network.view)
  const edit = useStore((state) => state.edit)
  const toast = useStore((state) => state.toast)
  const design = useStore((state) => state.design)
  const gateway = view.get(id)
  if (!gateway) return null
  const vpc = view.ancestor(id, 'vpc')
  const region = view.ancestor(id, 'region')
  const nothing = region && { value: region.id, label: 'Nothing' }
  const vpcs = [...(vpc ? [vpc] : []), ...vpcsFor(view, gateway)]
  return (
    <SelectField
      label="Attached to"
      help="A VPC of the Region that has no gateway of this kind."
      value={gateway.parent ?? ''}
      options={[
        ...(gateway.parent === null ? [{ value: '', label: 'Nothing' }] : nothing ? [nothing] : []),
        ...vpcs.map((each) => ({ value: each.id, label: each.name })),
      ]}
      onChange={(next) => {
        const moved = reparent(design, id, next === '' ? null : next)
        if (moved.ok) edit(next === region?.id ? 'Detach' : 'Attach', () => moved.design)
        else toast(plain(moved.why, design), 'warning')
      }}
    />
  )
}
