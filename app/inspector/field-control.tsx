// The control of one field, chosen by its type.
import { checkField, setField, type Field, type ResourceId } from '../library.ts'
import { useStore } from '../store/index.ts'
import { CheckField, SelectField, TextField } from '../ui/text-field.tsx'
import { ReferencesControl } from './references-control.tsx'
import { RowsTable } from './rows-table.tsx'
import styles from './field-control.module.css'
import { candidates, textOf, valueOf } from './values.ts'
import { asText } from './as-text.ts'

interface FieldControlProps {
  readonly id: ResourceId
  readonly name: string
  readonly field: Field
  readonly label?: string
}

export function FieldControl({ id, name, field, label = field.label }: FieldControlProps) {
  const design = useStore((state) => state.design)
  const edit = useStore((state) => state.edit)
  const resource = design.resources[id]
  if (!resource) return null
  const value = resource.fields[name]
  const set = (next: Parameters<typeof setField>[3]) =>
    edit(`Edit ${label}`, (before) => setField(before, id, name, next), `${id} ${name}`)
  if (field.readOnly)
    return (
      <ReadOnly
        label={label}
        text={field.type === 'boolean' ? (value ? 'Yes' : 'No') : textOf(field, value) || 'None'}
      />
    )
  switch (field.type) {
    case 'boolean':
      return <CheckField label={label} help={field.help} value={value === true} onChange={set} />
    case 'choice':
      return (
        <SelectField
          label={label}
          help={field.help}
          value={asText(value ?? field.default)}
          options={field.options}
          onChange={set}
        />
      )
    case 'reference': {
      const options = candidates(design, resource, field.kinds).map((each) => ({
        value: each.id,
        label: each.name,
      }))
      const known = value === null || value === undefined || options.some((option) => option.value === value)
      const all = [
        ...(field.optional || value === null ? [{ value: '', label: field.none ?? 'None' }] : []),
        ...options,
        ...(known ? [] : [{ value: asText(value), label: `${asText(value)} (not in this design)` }]),
      ]
      return (
        <SelectField
          label={label}
          help={field.help}
          value={asText(value)}
          options={all}
          onChange={(next) => set(next === '' ? null : next)}
        />
      )
    }
    case 'references':
      return <ReferencesControl id={id} name={name} field={field} label={label} />
    case 'rows':
      return (
        <div className={styles.rows}>
          <span className={styles.label}>{label}</span>
          <RowsTable id={id} field={name} bare />
        </div>
      )
    default:
      return (
        <TextField
          label={label}
          help={field.help}
          mono={field.type !== 'text' || field.mono === true}
          value={textOf(field, value)}
          placeholder={'optional' in field && field.optional ? 'None' : ''}
          check={(text) => checkField(design, id, name, text)}
          onChange={(text) => set(valueOf(field, text))}
        />
      )
  }
}

function ReadOnly({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <div className={styles.readOnly}>
      <span className={styles.label}>{label}</span>
      <span>{text}</span>
    </div>
  )
}
