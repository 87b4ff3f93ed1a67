// Whether what is shown is dark: what was chosen, else what the system says.
import { useSyncExternalStore } from 'react'
import { useStore } from '../store/index.ts'

const system = window.matchMedia('(prefers-color-scheme: dark)')

const subscribe = (changed: () => void) => {
  system.addEventListener('change', changed)
  return () => system.removeEventListener('change', changed)
}

export function useIsDark(): boolean {
  const theme = useStore((state) => state.theme)
  const systemIsDark = useSyncExternalStore(subscribe, () => system.matches)
  return theme === 'system' ? systemIsDark : theme === 'dark'
}
