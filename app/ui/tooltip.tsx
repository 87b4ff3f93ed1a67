// A short name for what the pointer or the keyboard is on. Nothing that matters is said here only.
import { Tooltip } from '@base-ui/react/tooltip'
import type { ReactElement, ReactNode } from 'react'
import styles from './tooltip.module.css'

let lastKey = ''
if (typeof window !== 'undefined') {
  window.addEventListener('keydown', ({ key }) => (lastKey = key), { capture: true })
  window.addEventListener('pointerdown', () => (lastKey = ''), { capture: true })
}
const movedByKey = () => lastKey === 'Tab' || lastKey.startsWith('Arrow')

interface TipProps {
  readonly text: ReactNode
  readonly shortcut?: string
  readonly side?: 'top' | 'bottom' | 'left' | 'right'
  readonly children: ReactElement<Record<string, unknown>>
}

export function Tip({ text, shortcut, side = 'bottom', children }: TipProps) {
  return (
    <Tooltip.Root
      onOpenChange={(open, details) => {
        // Focus that a menu or a dialog gives back on closing asks for nothing.
        if (open && details.reason === 'trigger-focus' && !movedByKey()) details.cancel()
      }}
    >
      <Tooltip.Trigger delay={500} render={children} />
      <Tooltip.Portal>
        <Tooltip.Positioner side={side} sideOffset={6} collisionPadding={8} className={styles.place}>
          <Tooltip.Popup className={styles.tip}>
            {text}
            {shortcut !== undefined && <kbd className={styles.key}>{shortcut}</kbd>}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  )
}
