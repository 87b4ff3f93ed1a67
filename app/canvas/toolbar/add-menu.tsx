// What can be added inside the selected container.
import { Plus } from 'lucide-react'
import { kinds, shownOn } from '../../library.ts'
import { useStore, type Store } from '../../store/index.ts'
import { KindIcon } from '../../ui/kind-icon.tsx'
import { ToolMenu } from './tool-menu.tsx'

export function AddMenu() {
  const inside = useStore(kindsInside)
  const placeInto = useStore((state) => state.placeInto)
  const container = useStore((state) => state.selection[0] ?? null)
  if (inside === '') return null
  return (
    <ToolMenu
      label="Add inside"
      icon={<Plus size={16} aria-hidden="true" />}
      items={inside.split(' ').map((name) => ({
        label: kinds.get(name)?.title ?? name,
        icon: <KindIcon kind={name} size={18} />,
        onSelect: () => placeInto(name, container),
      }))}
    />
  )
}

/** Kinds of the palette that go into the selected container, as one string, so that the selector stays stable. */
export function kindsInside({ selection, design }: Store): string {
  const only = selection.length === 1 ? design.resources[selection[0] ?? ''] : undefined
  if (!only || shownOn(design, only.id) !== 'container') return ''
  return [...kinds.values()]
    .filter((kind) => kind.palette !== undefined && kind.placement.in.includes(only.kind))
    .map((kind) => kind.name)
    .join(' ')
}
