// A gateway on a border, a peering between VPCs, or something outside: icon, name and what it is, in one low card.
import { memo } from 'react'
import type { NodeProps } from '@xyflow/react'
import { captionOf } from '../../library.ts'
import { useStore } from '../../store/index.ts'
import { ConnectHandle } from '../connecting/connect-handle.tsx'
import { KindIcon } from '../../ui/kind-icon.tsx'
import { LockMark } from '../parts/lock-mark.tsx'
import { NameInPlace } from '../parts/name-in-place.tsx'
import { WorstFinding } from '../parts/worst-finding.tsx'
import { useLight } from '../use-light.ts'
import cardStyles from './card-view.module.css'
import styles from './wide-view.module.css'

export const WideView = memo(function WideView({ id, selected }: NodeProps) {
  const resource = useStore((state) => state.design.resources[id])
  const light = useLight(id)
  const hovered = useStore((state) => state.hovered === id)
  if (!resource) return null
  return (
    <div
      className={cardStyles.card}
      data-light={light}
      data-selected={selected}
      data-hovered={hovered}
      data-wide=""
    >
      <div className={styles.content}>
        <KindIcon kind={resource.kind} size={30} />
        <span className={styles.words} data-lod="1">
          <NameInPlace id={id} name={resource.name} className={styles.name ?? ''} />
          <span className={styles.caption} data-lod="2">
            {captionOf(resource)}
          </span>
        </span>
        <LockMark id={id} className={styles.lock ?? ''} />
        <span className={styles.finding}>
          <WorstFinding id={id} />
        </span>
      </div>
      <ConnectHandle id={id} />
    </div>
  )
})
