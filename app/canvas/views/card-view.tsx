// A resource in a subnet: icon, name, address; its groups on the top border, what the internet can do with it at the right.
import { memo } from 'react'
import type { NodeProps } from '@xyflow/react'
import { addressOnCard, groupsOnCard, type ResourceId } from '../../library.ts'
import { useStore } from '../../store/index.ts'
import { ConnectHandle } from '../connecting/connect-handle.tsx'
import { KindIcon } from '../../ui/kind-icon.tsx'
import { CardGroups } from '../parts/card-groups.tsx'
import { InternetBadge } from '../parts/internet-badge.tsx'
import { LockMark } from '../parts/lock-mark.tsx'
import { NameInPlace } from '../parts/name-in-place.tsx'
import { WorstFinding } from '../parts/worst-finding.tsx'
import { TranslatedAddress } from '../path/translated-address.tsx'
import { useLight } from '../use-light.ts'
import styles from './card-view.module.css'

export const CardView = memo(function CardView({ id, selected }: NodeProps) {
  const resource = useStore((state) => state.design.resources[id])
  const address = useStore((state) =>
    state.design.resources[id] ? addressOnCard(state.network.view, state.design.resources[id]) : '',
  )
  const light = useLight(id)
  const hovered = useStore((state) => state.hovered === id)
  const ring = useGroupRing(id)
  if (!resource) return null
  return (
    <div
      className={styles.card}
      data-light={light}
      data-selected={selected}
      data-hovered={hovered}
      {...(ring === null
        ? {}
        : { 'data-member': '', style: { '--member': `var(--group-${ring})` } as React.CSSProperties })}
    >
      <div className={styles.content}>
        <KindIcon kind={resource.kind} size={32} />
        <NameInPlace id={id} name={resource.name} className={styles.name ?? ''} />
        <TranslatedAddress id={id} address={address} className={styles.address ?? ''} />
        <span className={styles.finding}>
          <WorstFinding id={id} />
        </span>
        <LockMark id={id} className={styles.lock ?? ''} />
        <span className={styles.badge} data-lod="1">
          <InternetBadge id={id} />
        </span>
      </div>
      <CardGroups id={id} />
      <ConnectHandle id={id} />
    </div>
  )
})

/** The colour of the selected group that this card is a member of. */
function useGroupRing(id: ResourceId): number | null {
  return useStore((state) => {
    const chosen = state.selection[0]
    if (chosen === undefined || state.design.resources[chosen]?.kind !== 'security-group') return null
    const resource = state.design.resources[id]
    return (
      (resource && groupsOnCard(state.network.view, resource).find((group) => group.id === chosen)?.colour) ??
      null
    )
  })
}
