// The selected resource: what it is, what can be set, and what the review found about it.
import type { ResourceId } from '../library.ts'
import { useStore } from '../store/index.ts'
import { Panel } from '../ui/panel.tsx'
import { FindingsSection } from './findings-section.tsx'
import { formOf } from './forms/index.ts'
import { Head } from './head.tsx'
import styles from './inspector.module.css'

export function Inspector({ id }: { readonly id: ResourceId }) {
  const kind = useStore((state) => state.design.resources[id]?.kind)
  if (kind === undefined) return null
  const { Form, Tail, wide } = formOf(kind)
  return (
    <Panel label="Inspector" className={styles.panel} data-wide={wide === true}>
      <Head id={id} />
      <Form id={id} />
      <FindingsSection id={id} />
      {Tail && <Tail id={id} />}
    </Panel>
  )
}
