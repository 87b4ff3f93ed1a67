// What can be placed, and what there is: tools, then the palette or the outline.
import { useState } from 'react'
import { useStore } from '../store/index.ts'
import { Panel } from '../ui/panel.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { AddList } from './add-list.tsx'
import { Outline } from './outline.tsx'
import styles from './palette-panel.module.css'
import { Tools } from './tools.tsx'

const tabs = [
  { value: 'add', label: 'Add' },
  { value: 'outline', label: 'Outline' },
] as const

export function PalettePanel() {
  const shown = useStore((state) => state.palette)
  const setPalette = useStore((state) => state.setPalette)
  // In a narrow window the list is folded away until it is asked for.
  const [unfolded, setUnfolded] = useState(false)
  return (
    <Panel label="Palette" className={styles.panel}>
      <Tools unfolded={unfolded} onUnfold={() => setUnfolded(!unfolded)} />
      <div className={unfolded ? `${styles.content} ${styles.unfolded}` : styles.content}>
        <div className={styles.tabs}>
          <Segmented label="Palette" value={shown} options={tabs} onChange={setPalette} />
        </div>
        <div className={styles.scroll}>{shown === 'add' ? <AddList /> : <Outline />}</div>
      </div>
    </Panel>
  )
}
