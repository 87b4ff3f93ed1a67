// What is seldom asked: the port the question comes from.
import { Popover } from '@base-ui/react/popover'
import { Ellipsis } from 'lucide-react'
import { parsePorts } from '../library.ts'
import { useStore } from '../store/index.ts'
import { IconButton } from '../ui/button.tsx'
import { TextField } from '../ui/text-field.tsx'
import lists from '../ui/list.module.css'
import styles from './more-fields.module.css'

export function MoreFields() {
  const sourcePort = useStore((state) => state.question.sourcePort)
  const ask = useStore((state) => state.ask)
  return (
    <Popover.Root>
      <Popover.Trigger
        render={
          <IconButton
            label="More of the question"
            size="small"
            className={sourcePort === null ? undefined : styles.set}
          >
            <Ellipsis aria-hidden="true" />
          </IconButton>
        }
      />
      <Popover.Portal>
        <Popover.Positioner sideOffset={8} collisionPadding={12} className={lists.place}>
          <Popover.Popup className={`${lists.sheet} ${styles.popup}`} aria-label="More of the question">
            <TextField
              label="Source port"
              mono
              placeholder="any"
              value={sourcePort ?? ''}
              check={(text) =>
                text.trim() === '' || parsePorts(text.trim()) !== null
                  ? null
                  : {
                      message: 'A port is a number from 0 to 65535, or a range such as 40000-50000.',
                      suggestions: [],
                    }
              }
              onChange={(text) => ask({ sourcePort: text.trim() === '' ? null : text.trim() })}
            />
            <p className={styles.note}>Left empty, every port that the source may pick is asked about.</p>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}
