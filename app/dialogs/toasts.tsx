// Short messages, where the canvas does not show by itself what happened.
import { X } from 'lucide-react'
import { useStore, type Tone } from '../store/index.ts'
import { FindingGlyph } from '../ui/finding-glyph.tsx'
import { VerdictGlyph } from '../ui/verdict.tsx'
import styles from './toasts.module.css'

const glyphs: Readonly<Record<Tone, React.ReactNode>> = {
  info: <FindingGlyph severity="note" />,
  success: <VerdictGlyph verdict="reachable" />,
  warning: <FindingGlyph severity="warning" />,
  error: <FindingGlyph severity="error" />,
}

export function Toasts() {
  const toasts = useStore((state) => state.toasts)
  const dismiss = useStore((state) => state.dismissToast)
  return (
    <output className={styles.toasts}>
      {toasts.map((toast) => (
        <div key={toast.id} className={styles.toast}>
          {glyphs[toast.tone]}
          <span>{toast.message}</span>
          <button type="button" aria-label="Dismiss" onClick={() => dismiss(toast.id)}>
            <X aria-hidden="true" />
          </button>
        </div>
      ))}
    </output>
  )
}
