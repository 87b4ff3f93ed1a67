// What stands at the right: the trace, the list of findings, or what is selected. Nothing at all when there is nothing to say.
import { ArrowLeft } from 'lucide-react'
import { useState } from 'react'
import { FindingsPanel } from '../findings/index.ts'
import { useStore } from '../store/index.ts'
import { TracePanel } from '../trace/index.ts'
import { Button } from '../ui/button.tsx'
import { Inspector } from './inspector.tsx'
import { SelectionList } from './selection-list.tsx'
import styles from './right-panel.module.css'

export function RightPanel() {
  const tracing = useStore((state) => state.tracing)
  const panel = useStore((state) => state.panel)
  const selection = useStore((state) => state.selection)
  const aside = useAside()
  const select = useStore((state) => state.select)
  const [first] = selection
  if (tracing && !aside) return <TracePanel />
  if (panel === 'findings' && !aside) return <FindingsPanel />
  if (panel === null || first === undefined) return null
  return (
    <div className={styles.stack}>
      {aside && (
        <Button icon={<ArrowLeft aria-hidden="true" />} className={styles.back} onClick={() => select([])}>
          Back to the trace
        </Button>
      )}
      {selection.length === 1 ? <Inspector key={first} id={first} /> : <SelectionList ids={selection} />}
    </div>
  )
}

/**
 * Whether something was selected since the question was asked: a rule that the trace names, a card to be mended. It is
 * then shown in place of the trace, which stays one step away.
 */
function useAside(): boolean {
  const tracing = useStore((state) => state.tracing)
  const question = useStore((state) => state.question)
  const selection = useStore((state) => state.selection)
  const [asked, setAsked] = useState({ tracing, question, selection })
  if (asked.tracing !== tracing || asked.question !== question) setAsked({ tracing, question, selection })
  return tracing && selection !== asked.selection && selection.length > 0
}
