// A button of the toolbar that opens a menu beneath it, or above where there is no room. It lives in the canvas, at its scale, so
// it is no floating popup.
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { overflowBelow } from '../overflow-below.ts'
import { MenuList, type MenuListItem } from './menu-list.tsx'
import lists from '../../ui/list.module.css'
import styles from './selection-toolbar.module.css'

interface ToolMenuProps {
  readonly label: string
  readonly icon: ReactNode
  readonly items: readonly MenuListItem[]
}

export function ToolMenu({ label, icon, items }: ToolMenuProps) {
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const [above, setAbove] = useState(false)
  useLayoutEffect(() => {
    const menu = button.current?.nextElementSibling
    setAbove(open && menu instanceof HTMLElement && overflowBelow(menu) > 0)
  }, [open])
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
        <MenuList
          label={label}
          className={`${lists.sheet} ${styles.menu} ${above ? styles.above : ''}`}
          items={items}
          onChosen={() => setOpen(false)}
          onLeave={() => {
            setOpen(false)
            button.current?.focus()
          }}
          onAway={() => setOpen(false)}
        />
      )}
    </>
  )
}
