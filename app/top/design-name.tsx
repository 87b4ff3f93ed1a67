// The design's name. A click, or Enter, makes it a field.
import { useState } from 'react'
import { useStore } from '../store/index.ts'
import { Tip } from '../ui/tooltip.tsx'
import styles from './design-name.module.css'

export function DesignName() {
  const name = useStore((state) => state.design.name)
  const rename = useStore((state) => state.rename)
  const [typing, setTyping] = useState<string | null>(null)
  if (typing === null) {
    return (
      <Tip text="Rename">
        <button
          type="button"
          className={styles.name}
          aria-label={`${name}, rename the design`}
          onClick={() => setTyping(name)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' && event.key !== 'F2') return
            event.preventDefault()
            setTyping(name)
          }}
        >
          {name}
        </button>
      </Tip>
    )
  }
  const commit = () => {
    rename(typing)
    setTyping(null)
  }
  return (
    <input
      className={styles.field}
      aria-label="Design name"
      value={typing}
      ref={(input) => {
        if (input && document.activeElement !== input) input.select()
      }}
      spellCheck={false}
      onChange={(event) => setTyping(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Enter') commit()
        if (event.key === 'Escape') setTyping(null)
      }}
    />
  )
}
