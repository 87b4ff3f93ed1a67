// What stands at the right: the trace, the list of findings, or what is selected. Nothing at all when there is nothing to say.
import { ArrowLeft } from 'lucide-react'
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
  // Following a link out of the trace shows the rule it names; the trace stays one step away.
  const aside = useStore((state) => state.tracing && state.focusPart !== null && state.selection.length === 1)
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
