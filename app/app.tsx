// The page: the canvas, and the chrome that floats over it.
import { useEffect } from 'react'
import { watchDesign } from './analysis/watch.ts'
import { Canvas } from './canvas/canvas.tsx'
import { useCommandKeys } from './commands/index.ts'
import { Dialogs } from './dialogs/index.ts'
import { useFileDrop } from './files/index.ts'
import { RightPanel } from './inspector/index.ts'
import { OtherTab } from './other-tab.tsx'
import { PalettePanel } from './palette/index.ts'
import { QuestionBar } from './question/index.ts'
import { startAutosave } from './store/autosave.ts'
import { useStore } from './store/index.ts'
import { holdDraft } from './store/one-tab.ts'
import { restoreOrGreet } from './store/start.ts'
import { TopLeft, TopRight } from './top/index.ts'
import { TracePlayer } from './trace/index.ts'
import styles from './app.module.css'

export function App() {
  useDocument()
  useTheme()
  useCommandKeys()
  const dropping = useFileDrop()
  return (
    <div className={styles.app} data-dropping={dropping}>
      <Canvas />
      <div className={styles.frame} data-not-in-picture>
        <div className={styles.top}>
          <div className={styles.topLeft}>
            <TopLeft />
          </div>
          <div className={styles.question}>
            <QuestionBar />
          </div>
        </div>
        <div className={styles.topRight}>
          <TopRight />
        </div>
        <div className={styles.left}>
          <PalettePanel />
        </div>
        <div className={styles.right}>
          <RightPanel />
        </div>
        <div className={styles.notice}>
          <OtherTab />
        </div>
        <div className={styles.player}>
          <TracePlayer />
        </div>
      </div>
      <div data-not-in-picture>
        <Dialogs />
      </div>
      {dropping && (
        <div className={styles.drop}>
          Let go to open: a design, a picture made here, or the folder of a snapshot
        </div>
      )}
    </div>
  )
}

/** Starts what runs as long as the page: analysis, restoring, saving. */
function useDocument(): void {
  useEffect(() => {
    const stops = [watchDesign()]
    let left = false
    void restoreOrGreet().then(() => {
      // Only what was restored may be saved: an empty design must never replace it.
      if (!left) stops.push(startAutosave(), holdDraft())
    })
    return () => {
      left = true
      for (const stop of stops) stop()
    }
  }, [])
}

function useTheme(): void {
  const theme = useStore((state) => state.theme)
  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset['theme']
    else document.documentElement.dataset['theme'] = theme
  }, [theme])
}
