// How things are shown: theme, tool, panels, zoom and short messages. Nothing here changes the design.
import type { Slice } from './store.ts'

export type Theme = 'system' | 'light' | 'dark'
export type Tool = 'select' | 'hand' | 'connect' | 'trace'
export type Tone = 'info' | 'success' | 'warning' | 'error'

interface Toast {
  readonly id: number
  readonly message: string
  readonly tone: Tone
}

export interface ViewSlice {
  readonly theme: Theme
  readonly tool: Tool
  readonly panel: 'inspector' | 'findings' | null
  readonly palette: 'add' | 'outline'
  /** The name of the open dialog: 'commands', 'shortcuts', 'diagnostics', 'about' … */
  readonly dialog: string | null
  /** 1 is 100 %. */
  readonly zoom: number
  readonly toasts: readonly Toast[]
  readonly setTheme: (theme: Theme) => void
  readonly setTool: (tool: Tool) => void
  readonly setPanel: (panel: ViewSlice['panel']) => void
  readonly setPalette: (palette: ViewSlice['palette']) => void
  readonly setDialog: (dialog: string | null) => void
  readonly setZoom: (zoom: number) => void
  readonly toast: (message: string, tone?: Tone) => void
  readonly dismissToast: (id: number) => void
  /** The resource whose name is being typed on the canvas. */
  readonly renaming: string | null
  readonly setRenaming: (id: string | null) => void
  /** The field of a container that is being typed on its head. */
  readonly retyping: { readonly id: string; readonly field: string } | null
  readonly setRetyping: (retyping: ViewSlice['retyping']) => void
}

const themeKey = 'pathlight theme'

export const viewSlice: Slice<ViewSlice> = (set, get) => ({
  theme: storedTheme(),
  tool: 'select',
  panel: 'inspector',
  palette: 'add',
  dialog: null,
  zoom: 1,
  toasts: [],
  renaming: null,
  retyping: null,
  setTheme(theme) {
    try {
      localStorage.setItem(themeKey, theme)
    } catch {
      // Storage may be blocked; the choice then lasts as long as the page.
    }
    set({ theme })
  },
  setTool(tool) {
    if (tool === 'trace') get().startTrace()
    else if (get().tracing) {
      // The hand may pan across a trace; any other tool ends it.
      if (tool === 'hand') set({ tool })
      else {
        get().endTrace()
        set({ tool })
      }
    } else {
      set({ tool, picking: null })
      get().cancelConnecting()
    }
  },
  setPanel: (panel) => set({ panel }),
  setPalette: (palette) => set({ palette }),
  setDialog: (dialog) => set({ dialog }),
  setZoom(zoom) {
    if (zoom !== get().zoom) set({ zoom })
  },
  toast(message, tone = 'info') {
    const id = (get().toasts.at(-1)?.id ?? 0) + 1
    set({ toasts: [...get().toasts, { id, message, tone }].slice(-4) })
    setTimeout(() => get().dismissToast(id), tone === 'error' ? 12_000 : 5_000)
  },
  dismissToast: (id) => set({ toasts: get().toasts.filter((toast) => toast.id !== id) }),
  setRenaming: (renaming) => set({ renaming }),
  setRetyping: (retyping) => set({ retyping }),
})

function storedTheme(): Theme {
  try {
    const stored = localStorage.getItem(themeKey)
    return stored === 'light' || stored === 'dark' ? stored : 'system'
  } catch {
    return 'system'
  }
}
