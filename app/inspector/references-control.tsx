// A short list of named resources: a tag for each, and a field to add another.
import { X } from 'lucide-react'
import { useId, useState } from 'react'
import { setField, type Field, type Resource, type ResourceId } from '../library.ts'
import { useStore } from '../store/index.ts'
import { InputFrame, inputClass } from '../ui/checked-input.tsx'
import { Combo } from '../ui/combo.tsx'
import { GroupTag } from '../ui/group-tag.tsx'
import { useGroupColour } from '../ui/group-colour.ts'
import { KindIcon } from '../ui/kind-icon.tsx'
import styles from './references-control.module.css'
import { candidates } from './values.ts'

interface ReferencesControlProps {
  readonly id: ResourceId
  readonly name: string
  readonly field: Extract<Field, { type: 'references' }>
  readonly label: string
}

export function ReferencesControl({ id, name, field, label }: ReferencesControlProps) {
  const design = useStore((state) => state.design)
  const edit = useStore((state) => state.edit)
  const [typed, setTyped] = useState('')
  const labelId = useId()
  const resource = design.resources[id]
  if (!resource) return null
  const chosen = (resource.fields[name] ?? []) as readonly ResourceId[]
  const set = (next: readonly ResourceId[]) =>
    edit(`Edit ${label}`, (before) => setField(before, id, name, next))
  const free = candidates(design, resource, field.kinds).filter((each) => !chosen.includes(each.id))
  const add = (text: string) => {
    const found = free.find((each) => each.id === text || each.name === text.trim())
    setTyped('')
    if (found) set([...chosen, found.id])
  }
  const full = field.most !== undefined && chosen.length >= field.most
  return (
    <fieldset className={styles.control} aria-labelledby={labelId}>
      <span id={labelId} className={styles.label} title={field.help}>
        {label}
      </span>
      {chosen.length > 0 && (
        <ul className={styles.list}>
          {chosen.map((each) => (
            <Chosen
              key={each}
              id={each}
              resource={design.resources[each]}
              onRemove={() => set(chosen.filter((other) => other !== each))}
            />
          ))}
        </ul>
      )}
      {full ? (
        <p className={styles.full}>{field.most} is the most AWS allows.</p>
      ) : (
        free.length > 0 && (
          <InputFrame text={typed} problem={null}>
            <Combo
              label={`Add ${label.toLowerCase()}`}
              className={inputClass}
              text={typed}
              placeholder="Add…"
              options={free.map((each) => ({
                value: each.id,
                label: each.name,
                icon: <KindIcon kind={each.kind} size={16} />,
              }))}
              onText={setTyped}
              onPick={add}
              onKeyDown={(event) => {
                event.stopPropagation()
                if (event.key === 'Enter') add(typed)
                if (event.key === 'Escape') setTyped('')
              }}
            />
          </InputFrame>
        )
      )}
    </fieldset>
  )
}

interface ChosenProps {
  readonly id: ResourceId
  readonly resource: Resource | undefined
  readonly onRemove: () => void
}

function Chosen({ id, resource, onRemove }: ChosenProps) {
  const colour = useGroupColour(id)
  const reveal = useStore((state) => state.reveal)
  const name = resource?.name ?? id
  return (
    <li className={styles.chosen}>
      <button type="button" className={styles.open} onClick={() => reveal({ resource: id })}>
        {resource?.kind === 'security-group' ? (
          <GroupTag name={name} colour={colour} />
        ) : (
          <span className={styles.plain}>{name}</span>
        )}
      </button>
      <button type="button" className={styles.remove} aria-label={`Remove ${name}`} onClick={onRemove}>
        <X aria-hidden="true" />
      </button>
    </li>
  )
}
