// A small padlock on what is locked.
import { Lock } from 'lucide-react'
import { isLocked, type ResourceId } from '../../library.ts'
import { useStore } from '../../store/index.ts'

export function LockMark({ id, className }: { readonly id: ResourceId; readonly className?: string }) {
  const locked = useStore((state) => isLocked(state.design, id))
  if (!locked) return null
  return (
    <span className={className} title="Locked">
      <Lock size={11} aria-hidden="true" />
      <span className="visually-hidden">Locked</span>
    </span>
  )
}
