// A dialog over the scrim: a title, what it is about, and its buttons at the foot.
import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { useRef, type ReactNode } from 'react'
import styles from './dialog.module.css'

interface DialogProps {
  readonly title: string
  readonly onClose: () => void
  readonly width?: number
  /** Nothing in it takes the focus: the keyboard scrolls it as a whole. */
  readonly toRead?: boolean
  readonly children: ReactNode
  /** The button that has `data-first` takes the focus. */
  readonly foot?: ReactNode
}

export function Dialog({ title, onClose, width = 520, toRead = false, children, foot }: DialogProps) {
  const popup = useRef<HTMLDivElement>(null)
  return (
    <Base.Root open onOpenChange={(open) => !open && onClose()}>
      <Base.Portal>
        <Base.Backdrop className={styles.scrim} />
        <Base.Popup
          ref={popup}
          className={styles.dialog}
          style={{ width }}
          initialFocus={() => popup.current?.querySelector<HTMLElement>('[data-first]') ?? true}
        >
          <header className={styles.head}>
            <Base.Title className={styles.title}>{title}</Base.Title>
            <Base.Close className={styles.close} aria-label="Close">
              <X aria-hidden="true" />
            </Base.Close>
          </header>
          {/* What scrolls and holds nothing to focus is out of the keyboard's reach otherwise. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <div className={styles.body} tabIndex={toRead ? 0 : -1}>
            {children}
          </div>
          {foot !== undefined && <footer className={styles.foot}>{foot}</footer>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
