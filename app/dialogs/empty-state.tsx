// What an empty canvas offers: examples, a file, an account, or nothing at all.
import { FolderOpen, Plus, ServerCog } from 'lucide-react'
import { openDialog } from '../files/index.ts'
import { useStore } from '../store/index.ts'
import { Button } from '../ui/button.tsx'
import { Panel } from '../ui/panel.tsx'
import styles from './dialogs.module.css'
import { ExampleCards } from './example-cards.tsx'
import { RecentList } from './recent-list.tsx'
import { useRecent } from './use-recent.ts'
import { useState } from 'react'

export function EmptyState() {
  const empty = useStore((state) => state.restored && Object.keys(state.design.resources).length === 0)
  const busy = useStore((state) => state.dragging !== null || state.dialog !== null)
  const setDialog = useStore((state) => state.setDialog)
  const [blank, setBlank] = useState(false)
  const recent = useRecent(empty)
  if (!empty || busy || blank) return null
  return (
    <div className={styles.empty}>
      <Panel label="Start" className={styles.start}>
        <header className={styles.startHead}>
          <div>
            <h1>Draw a network, ask where a packet gets to</h1>
            <p>Open an example, or drag a VPC from the left onto the canvas.</p>
          </div>
          <div className={styles.startButtons}>
            <Button icon={<FolderOpen aria-hidden="true" />} onClick={() => openDialog('file')}>
              Open a file
            </Button>
            <Button icon={<ServerCog aria-hidden="true" />} onClick={() => setDialog('import')}>
              Import from AWS
            </Button>
            <Button look="primary" icon={<Plus aria-hidden="true" />} onClick={() => setBlank(true)}>
              Blank canvas
            </Button>
          </div>
        </header>
        <ExampleCards />
        {recent.length > 0 && (
          <section className={styles.recent}>
            <h2>Recent designs</h2>
            <RecentList recent={recent} />
          </section>
        )}
      </Panel>
    </div>
  )
}
