// A box that holds others. Its head drags it; its body lets the pointer through, so that a marquee can start inside it.
import { memo } from 'react'
import type { NodeProps } from '@xyflow/react'
import { headReach, kinds, type ResourceId } from '../../library.ts'
import { standing as standingOf, useStore, type Store } from '../../store/index.ts'
import { awsIconUrl } from '../../ui/aws-icons.ts'
import { ConnectHandle } from '../connecting/connect-handle.tsx'
import { KindIcon } from '../../ui/kind-icon.tsx'
import { LockMark } from '../parts/lock-mark.tsx'
import { NameInPlace } from '../parts/name-in-place.tsx'
import { ResizeHandles } from '../parts/resize-handles.tsx'
import { StandingGlyph } from '../parts/standing-glyph.tsx'
import { WorstFinding } from '../parts/worst-finding.tsx'
import { useLight } from '../use-light.ts'
import { iconOf, lookOf } from './look.ts'
import styles from './container-view.module.css'

export const ContainerView = memo(function ContainerView({ id, selected }: NodeProps) {
  const resource = useStore((state) => state.design.resources[id])
  const standing = useStore(standingOf(id))
  const light = useLight(id)
  const ground = useLight(resource?.parent ?? '')
  const hovered = useStore((state) => state.hovered === id)
  const look = lookOf(resource?.kind ?? '', standing)
  const hidden = useStore(look.gatewaysOnBorder ? hiddenHead(id) : nothing)
  if (!resource) return null
  const icon = awsIconUrl(iconOf(kinds.get(resource.kind)?.awsIcon, standing))
  const detail = look.detail === undefined ? '' : resource.fields[look.detail]
  const colours = {
    '--line-of': `var(--${look.colour}-line)`,
    '--ink-of': `var(--${look.colour}-ink)`,
    '--tint-of': `var(--${look.colour}-tint)`,
  } as React.CSSProperties

  return (
    <div
      className={styles.container}
      style={colours}
      data-kind={resource.kind}
      data-light={light}
      data-dashed={look.dashed}
      data-selected={selected}
      data-hovered={hovered}
    >
      <div className={styles.sheet} />
      <div className={styles.edges} data-drag aria-hidden="true">
        <i />
        <i />
        <i />
        <i />
      </div>
      {look.nameOnBorder ? (
        <div className={styles.caption} data-drag data-ground={ground}>
          <NameInPlace id={id} name={resource.name} />
          <LockMark id={id} />
          <WorstFinding id={id} />
        </div>
      ) : (
        <div className={styles.head} data-drag style={hidden > 0 ? { paddingRight: hidden + 10 } : undefined}>
          {icon === undefined ? (
            <KindIcon kind={resource.kind} size={22} />
          ) : (
            <img className={styles.icon} src={icon} alt="" width={22} height={22} draggable={false} />
          )}
          <NameInPlace id={id} name={resource.name} />
          {typeof detail === 'string' && detail !== '' && (
            <code
              className={styles.detail}
              data-lod="1"
              data-field={look.detail}
              title="Double click to change it"
            >
              {detail}
            </code>
          )}
          <LockMark id={id} />
          <WorstFinding id={id} />
          {standing && (
            <span className={styles.standing}>
              <StandingGlyph tone={standing.tone} />
              {standing.word}
            </span>
          )}
        </div>
      )}
      {selected && <ResizeHandles id={id} />}
      <ConnectHandle id={id} />
    </div>
  )
})

const nothing = () => 0

/** How much of the head's right end lies under a gateway on the border, and right of it. */
const hiddenHead =
  (id: ResourceId) =>
  ({ network, design: { layout } }: Store): number => {
    const width = layout[id]?.width ?? 0
    return (
      width -
      headReach(
        network.view.children(id).flatMap((inner) => layout[inner.id] ?? []),
        width,
      )
    )
  }
