// A menu under a button. Items are data, so that every menu looks and behaves alike.
import { Menu as Base } from '@base-ui/react/menu'
import type { ReactElement, ReactNode } from 'react'
import lists from './list.module.css'
import styles from './menu.module.css'

export interface MenuItem {
  readonly label: ReactNode
  /** A second, quieter line. */
  readonly detail?: ReactNode
  readonly icon?: ReactNode
  readonly shortcut?: string
  readonly disabled?: boolean
  readonly onSelect: () => void
}

interface MenuGroup {
  readonly title?: string
  readonly items: readonly MenuItem[]
}

interface MenuProps {
  readonly trigger: ReactElement<Record<string, unknown>>
  readonly groups: readonly MenuGroup[]
  readonly align?: 'start' | 'end'
}

export function Menu({ trigger, groups, align = 'start' }: MenuProps) {
  return (
    <Base.Root modal={false}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner align={align} sideOffset={6} collisionPadding={12} className={lists.place}>
          <Base.Popup className={`${lists.sheet} ${styles.popup}`}>
            {groups.map((group, i) => (
              <Base.Group key={group.title ?? i} className={styles.group}>
                {group.title !== undefined && (
                  <Base.GroupLabel className={styles.title}>{group.title}</Base.GroupLabel>
                )}
                {group.items.map((item, j) => (
                  <Base.Item
                    key={j}
                    className={`${lists.item} ${styles.item}`}
                    disabled={item.disabled ?? false}
                    onClick={item.onSelect}
                  >
                    {item.icon}
                    <span className={styles.label}>
                      {item.label}
                      {item.detail !== undefined && <span className={styles.detail}>{item.detail}</span>}
                    </span>
                    {item.shortcut !== undefined && <kbd className={styles.key}>{item.shortcut}</kbd>}
                  </Base.Item>
                ))}
              </Base.Group>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
