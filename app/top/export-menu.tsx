// Ways to take the design away.
import { Clipboard, FileCode2, FileJson, Image } from 'lucide-react'
import { copyView, exportJson, exportPng, exportSvg } from '../files/index.ts'
import { Button } from '../ui/button.tsx'
import { Menu } from '../ui/menu.tsx'

export function ExportMenu() {
  return (
    <Menu
      align="end"
      trigger={<Button look="bare">Export</Button>}
      groups={[
        {
          title: 'The whole design',
          items: [
            {
              label: 'PNG',
              detail: 'A picture',
              icon: <Image aria-hidden="true" />,
              shortcut: '1×',
              onSelect: () => void exportPng(1),
            },
            {
              label: 'PNG, twice the size',
              detail: 'For print and sharp screens',
              icon: <Image aria-hidden="true" />,
              shortcut: '2×',
              onSelect: () => void exportPng(2),
            },
            {
              label: 'SVG',
              detail: 'Lines that stay sharp at any size',
              icon: <FileCode2 aria-hidden="true" />,
              onSelect: () => void exportSvg(),
            },
            {
              label: 'JSON',
              detail: 'The design file, to open again',
              icon: <FileJson aria-hidden="true" />,
              shortcut: 'Ctrl+S',
              onSelect: () => void exportJson(),
            },
          ],
        },
        {
          title: 'What the screen shows',
          items: [
            {
              label: 'Copy view',
              detail: 'As a picture, trace and badges included',
              icon: <Clipboard aria-hidden="true" />,
              onSelect: () => void copyView(),
            },
          ],
        },
      ]}
    />
  )
}
