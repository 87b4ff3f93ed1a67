// A user action, described once: menus, keys and the command palette all read it.
import type { Store } from '../store/index.ts'

export interface Command {
  readonly id: string
  /** Sentence case, as menus show it. */
  readonly name: string
  /** Where the palette and the list of shortcuts put it. */
  readonly group: 'Edit' | 'View' | 'Tools' | 'Trace' | 'File' | 'Help'
  /** Further words it is found by. */
  readonly keywords?: string
  /** As it is written on screen: `Mod+Shift+Z`, `Delete`, `V`. Mod is Cmd on a Mac and Ctrl elsewhere. */
  readonly shortcut?: string
  /** Further keys that do the same, not shown. */
  readonly also?: readonly string[]
  /** Works while a field has the keyboard, too. */
  readonly inFields?: true
  readonly enabled: (state: Store) => boolean
  readonly perform: (state: Store) => void | Promise<void>
}

export const always = () => true
