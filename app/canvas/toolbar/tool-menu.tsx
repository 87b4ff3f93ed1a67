// A button of the toolbar that opens a menu beneath it. It lives in the canvas, at its scale, so it is no floating popup; its
// keys are those of any menu: arrows, Home, End, Escape.
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import styles from './selection-toolbar.module.css'

interface ToolMenuProps {
  readonly label: string
  readonly icon: ReactNode
  readonly items: readonly {
    readonly label: string
    readonly icon?: ReactNode
    readonly onSelect: () => void
  }[]
}

export function ToolMenu({ label, icon, items }: ToolMenuProps) {
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const menu = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (open) menu.current?.querySelector('button')?.focus()
  }, [open])
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  const go = (from: EventTarget, to: (at: number, count: number) => number) => {
    const all = [...(menu.current?.children ?? [])] as HTMLElement[]
    all[(to(all.indexOf(from as HTMLElement), all.length) + all.length) % all.length]?.focus()
  }
  const onKey = (event: KeyboardEvent) => {
    const actions: Readonly<Record<string, () => void>> = {
      ArrowDown: () => go(event.target, (at) => at + 1),
      ArrowUp: () => go(event.target, (at) => at - 1),
      Home: () => go(event.target, () => 0),
      End: () => go(event.target, (_at, count) => count - 1),
      Escape: close,
      Tab: close,
    }
    const action = actions[event.key]
    if (!action) return
    event.preventDefault()
    event.stopPropagation()
    action()
  }
  return (
    <>
      <button
        ref={button}
        type="button"
        aria-label={label}
        title={label}
        aria-expanded={open}
        aria-haspopup="menu"
        onClick={() => setOpen(!open)}
      >
        {icon}
      </button>
      {open && (
        <div
          ref={menu}
          className={styles.menu}
          role="menu"
          aria-label={label}
          tabIndex={-1}
          onKeyDown={onKey}
        >
          {items.map((item) => (
            <button
              key={item.label}
              type="button"
              role="menuitem"
              tabIndex={-1}
              onClick={() => {
                setOpen(false)
                item.onSelect()
              }}
            >
              {item.icon}
              {item.label}
            </button>
          ))}
        </div>
      )}
    </>
  )
}
