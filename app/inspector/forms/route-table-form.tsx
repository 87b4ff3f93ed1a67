// A route table on its own: its routes, a place to try them, and who uses it.
import type { ResourceId, RouteTable } from '../../library.ts'
import { useStore } from '../../store/index.ts'
import { Section } from '../../ui/panel.tsx'
import { FieldsForm } from '../fields-form.tsx'
import { TestedRoutes } from '../tested-routes.tsx'
import styles from './forms.module.css'
import { SubnetsUsing } from './subnets-using.tsx'

export function RouteTableForm({ id }: { readonly id: ResourceId }) {
  const view = useStore((state) => state.network.view)
  const table = view.get(id) as RouteTable | undefined
  if (!table) return null
  return (
    <>
      <Section className={styles.first}>
        <TestedRoutes table={table} />
      </Section>
      <Section className={styles.first}>
        <SubnetsUsing id={id} />
        <FieldsForm id={id} without={['routes']} />
      </Section>
    </>
  )
}
