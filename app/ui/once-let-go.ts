// What leaving a field changes may make room or take it: while a button is held that waits, so that the click lands on what
// was pressed.
let held = false
let waiting: (() => void)[] = []

if (typeof window !== 'undefined') {
  // The menu that the right button opens may keep its release.
  window.addEventListener('pointerdown', ({ button }) => (held = button === 0), true)
  // The click comes after this, and finds done what was waiting.
  for (const end of ['pointerup', 'pointercancel']) window.addEventListener(end, letGo, true)
}

function letGo(): void {
  held = false
  const due = waiting
  waiting = []
  for (const act of due) act()
}

/** At once where no button is held. */
export function onceLetGo(act: () => void): void {
  if (held) waiting.push(act)
  else act()
}
