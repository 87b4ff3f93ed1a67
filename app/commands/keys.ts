// How a shortcut is matched against a key press, and how it is written for people.

const mac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform)

/** Whether a press is this shortcut. Shift counts only where the shortcut names it or the key is a letter. */
export function matches(shortcut: string, event: KeyboardEvent): boolean {
  const parts = shortcut === '+' ? ['+'] : shortcut.split(/\+(?!$)/)
  const key = parts.at(-1) ?? ''
  const mod = parts.includes('Mod')
  const pressed = event.ctrlKey || event.metaKey
  if (mod !== pressed || event.altKey) return false
  const shift = parts.includes('Shift')
  // Digits: with Shift the key is a sign that differs from keyboard to keyboard, the code does not.
  if (/^\d$/.test(key)) return event.code === `Digit${key}` && shift === event.shiftKey
  const same = key.length === 1 ? letterOf(event) === key.toLowerCase() : event.key === key
  if (!same) return false
  return /^[A-Za-z]$/.test(key) || key.length > 1 ? shift === event.shiftKey : true
}

/** The letter on the key, where the keyboard writes another script, such as Hangul. */
function letterOf({ key, code }: KeyboardEvent): string {
  const other = key.length === 1 && key > '\u007f' ? /^Key([A-Z])$/.exec(code)?.[1] : undefined
  return (other ?? key).toLowerCase()
}

const signs: Readonly<Record<string, string>> = {
  Mod: mac ? '⌘' : 'Ctrl',
  Shift: mac ? '⇧' : 'Shift',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
}

/** `Mod+Shift+Z` as ⇧⌘Z or Ctrl+Shift+Z. */
export function shortcutText(shortcut: string): string {
  const parts = shortcut.split(/\+(?!$)/).map((part) => signs[part] ?? part)
  return parts.join(mac ? '' : '+')
}
