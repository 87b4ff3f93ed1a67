// The items of a menu on the canvas; its keys are those of any menu: arrows, Home, End, Escape.
import { useEffect, useRef, type CSSProperties, type KeyboardEvent, type ReactNode } from 'react'

export interface MenuListItem {
  readonly label: string
  readonly icon?: ReactNode
  readonly onSelect: () => void
}

interface MenuListProps {
  readonly label: string
  readonly className: string
  readonly style?: CSSProperties
  readonly items: readonly MenuListItem[]
  readonly onChosen: () => void
  readonly onLeave: () => void
  /** Something else was pressed, which keeps the keyboard; the button that opened the menu closes it by itself. */
  readonly onAway: () => void
}

export function MenuList({ label, className, style, items, onChosen, onLeave, onAway }: MenuListProps) {
  const menu = useRef<HTMLDivElement>(null)
  useEffect(() => menu.current?.querySelector('button')?.focus(), [])
  useEffect(() => {
    const away = ({ target }: PointerEvent) => {
      if (
        target instanceof Element &&
        !target.closest('[role=menu], [aria-haspopup=menu][aria-expanded=true]')
      )
        onAway()
    }
    window.addEventListener('pointerdown', away, { capture: true })
    return () => window.removeEventListener('pointerdown', away, { capture: true })
  }, [onAway])
  const go = (to: (at: number, count: number) => number) => {
    const all = [...(menu.current?.querySelectorAll('button') ?? [])]
    const at = all.findIndex((item) => item === document.activeElement)
    all[(to(at, all.length) + all.length) % all.length]?.focus()
  }
  const onKey = (event: KeyboardEvent) => {
    const actions: Readonly<Record<string, () => void>> = {
      ArrowDown: () => go((at) => at + 1),
      ArrowUp: () => go((at) => at - 1),
      Home: () => go(() => 0),
      End: () => go((_at, count) => count - 1),
      Escape: onLeave,
      Tab: onLeave,
    }
    const action = actions[event.key]
    if (!action) return
    event.preventDefault()
    event.stopPropagation()
    action()
  }
  return (
    <div
      ref={menu}
      className={className}
      style={style}
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
            onChosen()
            item.onSelect()
          }}
        >
          {item.icon}
          {item.label}
        </button>
      ))}
    </div>
  )
}
