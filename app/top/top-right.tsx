// Findings, theme and export.
import { Moon, Sun } from 'lucide-react'
import { useStore } from '../store/index.ts'
import { IconButton } from '../ui/button.tsx'
import { Bar, BarDivider } from '../ui/panel.tsx'
import { ExportMenu } from './export-menu.tsx'
import { FindingsButton } from './findings-button.tsx'
import styles from './top.module.css'
import { useIsDark } from './use-is-dark.ts'

export function TopRight() {
  const dark = useIsDark()
  const setTheme = useStore((state) => state.setTheme)
  return (
    <Bar label="Findings, theme and export" className={styles.right}>
      <FindingsButton />
      <span className={styles.tools}>
        <IconButton
          label={dark ? 'Light theme' : 'Dark theme'}
          onClick={() => setTheme(dark ? 'light' : 'dark')}
        >
          {dark ? <Sun aria-hidden="true" /> : <Moon aria-hidden="true" />}
        </IconButton>
        <BarDivider />
        <ExportMenu />
      </span>
    </Bar>
  )
}
