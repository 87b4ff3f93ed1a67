// The four tools, each with its key, and the search.
import { Hand, MousePointer2, Plus, Route, Search, Spline } from 'lucide-react'
import { useStore, type Tool } from '../store/index.ts'
import { IconButton } from '../ui/button.tsx'
import styles from './tools.module.css'

const tools: readonly {
  readonly tool: Tool
  readonly label: string
  readonly shortcut: string
  readonly Icon: typeof Hand
}[] = [
  { tool: 'select', label: 'Select', shortcut: 'V', Icon: MousePointer2 },
  { tool: 'hand', label: 'Pan', shortcut: 'H', Icon: Hand },
  { tool: 'connect', label: 'Connect', shortcut: 'C', Icon: Spline },
  { tool: 'trace', label: 'Follow a packet', shortcut: 'T', Icon: Route },
]

interface ToolsProps {
  readonly unfolded: boolean
  readonly onUnfold: () => void
}

export function Tools({ unfolded, onUnfold }: ToolsProps) {
  const current = useStore((state) => state.tool)
  const setTool = useStore((state) => state.setTool)
  const setDialog = useStore((state) => state.setDialog)
  return (
    <div className={styles.tools} role="toolbar" aria-label="Tools">
      {tools.map(({ tool, label, shortcut, Icon }) => (
        <IconButton
          key={tool}
          label={label}
          shortcut={shortcut}
          pressed={tool === current}
          onClick={() => setTool(tool)}
        >
          <Icon aria-hidden="true" />
        </IconButton>
      ))}
      <IconButton label="Search" shortcut="Ctrl+K" onClick={() => setDialog('commands')}>
        <Search aria-hidden="true" />
      </IconButton>
      <IconButton
        label="What can be added"
        className={styles.narrow}
        aria-expanded={unfolded}
        onClick={onUnfold}
      >
        <Plus aria-hidden="true" />
      </IconButton>
    </div>
  )
}
