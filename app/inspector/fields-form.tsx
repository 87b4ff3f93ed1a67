// All fields of a resource, as its kind declares them.
import { kinds, type Field, type ResourceId } from '../library.ts'
import { useStore } from '../store/index.ts'
import { FieldControl } from './field-control.tsx'
import styles from './fields-form.module.css'

interface FieldsFormProps {
  readonly id: ResourceId
  /** Only these, in this order; else all but `without`. */
  readonly only?: readonly string[]
  readonly without?: readonly string[]
}

export function FieldsForm({ id, only, without = [] }: FieldsFormProps) {
  const resource = useStore((state) => state.design.resources[id])
  const fields = kinds.get(resource?.kind ?? '')?.fields
  if (!resource || !fields) return null
  const names = (only ?? Object.keys(fields)).filter((name) => !without.includes(name))
  const shown = names.flatMap((name) => {
    const field = fields[name]
    return field && applies(field, resource.fields) && !isIdle(field, resource.fields[name])
      ? [{ name, field }]
      : []
  })
  if (shown.length === 0) return null
  return (
    <div className={styles.form}>
      {shown.map(({ name, field }) => (
        <FieldControl key={name} id={id} name={name} field={field} />
      ))}
    </div>
  )
}

function applies(field: Field, values: Readonly<Record<string, unknown>>): boolean {
  return !field.when || field.when.is.includes(values[field.when.field] as string)
}

/** A flag that nobody can set is worth a line only when it is on. */
const isIdle = (field: Field, value: unknown) =>
  field.readOnly === true && (value === false || value === undefined || value === '' || value === null)
