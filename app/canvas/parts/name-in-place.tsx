// A resource's name, which a double click (or the command Rename) turns into a field. Enter commits, Escape puts it back.
import { useRef } from 'react'
import { rename, type ResourceId } from '../../library.ts'
import { useStore } from '../../store/index.ts'
import styles from './name-in-place.module.css'

export function NameInPlace({
  id,
  name,
  className,
}: {
  readonly id: ResourceId
  readonly name: string
  readonly className?: string
}) {
  const renaming = useStore((state) => state.renaming === id)
  if (!renaming)
    return (
      <span className={`${styles.name} ${className ?? ''}`} data-lod="1">
        {name}
      </span>
    )
  return <NameField id={id} name={name} />
}

function NameField({ id, name }: { readonly id: ResourceId; readonly name: string }) {
  const setRenaming = useStore((state) => state.setRenaming)
  const edit = useStore((state) => state.edit)
  const field = useRef<HTMLInputElement>(null)
  const leave = (keep: boolean) => {
    const typed = field.current?.value.trim() ?? ''
    if (keep && typed !== '' && typed !== name) edit(`Rename ${name}`, (design) => rename(design, id, typed))
    const node = field.current?.closest<HTMLElement>('.react-flow__node')
    setRenaming(null)
    node?.focus()
  }
  return (
    <input
      ref={(element) => {
        field.current = element
        if (element && document.activeElement !== element) {
          element.focus()
          element.select()
        }
      }}
      className={`${styles.field} nodrag nopan nokey`}
      aria-label={`Name of ${name}`}
      defaultValue={name}
      size={Math.max(4, name.length)}
      onBlur={() => leave(true)}
      onPointerDown={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Enter') leave(true)
        if (event.key === 'Escape') leave(false)
      }}
    />
  )
}
