// What the SVG writer is told: the theme that is shown.
import type { SvgOptions } from '../library.ts'
import { useStore } from '../store/index.ts'

export function pictureOptions(): Promise<SvgOptions> {
  const { theme } = useStore.getState()
  const dark = theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches)
  return Promise.resolve({ theme: dark ? 'dark' : 'light' })
}
