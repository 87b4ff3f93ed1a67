// Counts how often the keyboard has gone from one thing to another: what is typed between two of these is one step of history.
let session = 0

if (typeof window !== 'undefined') window.addEventListener('focusin', () => session++)

export const focusSession = (): number => session
