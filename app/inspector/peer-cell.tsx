// A cell that holds a CIDR or names a resource: typed, or chosen from what there is.
import { useState, type KeyboardEvent } from 'react'
import type { Field, FieldProblem, Resource } from '../library.ts'
import { useStore } from '../store/index.ts'
import { InputFrame, inputClass } from '../ui/checked-input.tsx'
import { Combo, type ComboOption } from '../ui/combo.tsx'
import { GroupTag } from '../ui/group-tag.tsx'
import { useGroupColour } from '../ui/group-colour.ts'
import { KindIcon } from '../ui/kind-icon.tsx'
import styles from './peer-cell.module.css'
import { candidates } from './values.ts'

interface PeerCellProps {
  readonly resource: Resource
  readonly column: Extract<Field, { type: 'peer' }>
  readonly text: string
  readonly problem: FieldProblem | null
  readonly describedBy: string | undefined
  readonly stored: string
  readonly faint: boolean
  readonly onText: (text: string) => void
  readonly onFocus: () => void
  readonly onBlur: () => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void
}

export function PeerCell({
  resource,
  column,
  text,
  problem,
  describedBy,
  stored,
  faint,
  onText,
  onFocus,
  onBlur,
  onKeyDown,
}: PeerCellProps) {
  const design = useStore((state) => state.design)
  const [entered, setEntered] = useState(false)
  const named = design.resources[stored]
  const dressed = !entered && problem === null && named !== undefined && named.name === text
  return (
    <InputFrame
      text={text}
      problem={problem}
      mono
      cell
      className={faint && !entered ? styles.faint : undefined}
    >
      {dressed && <Dressed resource={named} />}
      <Combo
        label={column.label}
        className={dressed ? `${inputClass} ${styles.unseen}` : inputClass}
        text={text}
        options={entered ? optionsFor(design, resource, column) : []}
        placeholder={placeholderFor(column)}
        invalid={problem !== null}
        describedBy={describedBy}
        onText={onText}
        onPick={onText}
        onFocus={() => {
          setEntered(true)
          onFocus()
        }}
        onBlur={() => {
          setEntered(false)
          onBlur()
        }}
        onKeyDown={onKeyDown}
      />
    </InputFrame>
  )
}

/** The resource as it is drawn elsewhere, in place of its bare name. */
function Dressed({ resource }: { readonly resource: Resource }) {
  const colour = useGroupColour(resource.id)
  return (
    <span className={styles.dressed} aria-hidden="true">
      {resource.kind === 'security-group' ? (
        <GroupTag name={resource.name} colour={colour} />
      ) : (
        <>
          <KindIcon kind={resource.kind} size={16} />
          <span className={styles.name}>{resource.name}</span>
        </>
      )}
    </span>
  )
}

function optionsFor(
  design: ReturnType<typeof useStore.getState>['design'],
  resource: Resource,
  column: PeerCellProps['column'],
): readonly ComboOption[] {
  const own = column.kinds.includes(resource.kind) ? [resource] : []
  const resources = [...own, ...candidates(design, resource, column.kinds)]
  const options: ComboOption[] = resources.map(({ name, kind, id }) => ({
    value: name,
    label: name,
    ...(id === resource.id ? { detail: 'itself' } : {}),
    icon: <KindIcon kind={kind} size={16} />,
  }))
  for (const word of column.words ?? []) options.push({ value: word, label: word })
  if (column.cidr) {
    options.push(
      { value: '0.0.0.0/0', label: '0.0.0.0/0', detail: 'every IPv4 address' },
      { value: '::/0', label: '::/0', detail: 'every IPv6 address' },
    )
    for (const each of Object.values(design.resources)) {
      const cidr = each.fields['cidr']
      if (typeof cidr === 'string' && cidr !== '')
        options.push({ value: cidr, label: cidr, detail: each.name })
    }
  }
  const seen = new Set<string>()
  return options.filter((option) => !seen.has(option.value) && seen.add(option.value))
}

function placeholderFor(column: PeerCellProps['column']): string {
  if (!column.cidr) return 'Choose'
  return column.kinds.includes('security-group') ? 'CIDR or group' : 'CIDR'
}
