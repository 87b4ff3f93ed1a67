// The icon of one resource: where AWS has several for its kind, the one that fits it, as on the canvas.
import { kinds, type ResourceId } from '../../library.ts'
import { standing, useStore } from '../../store/index.ts'
import { KindIcon } from '../../ui/kind-icon.tsx'
import { iconOf } from '../views/look.ts'

export function ResourceIcon({ id, size }: { readonly id: ResourceId; readonly size: number }) {
  const kind = useStore((state) => state.design.resources[id]?.kind ?? '')
  const now = useStore(standing(id))
  return <KindIcon kind={kind} size={size} awsIcon={iconOf(kinds.get(kind)?.awsIcon, now)} />
}
