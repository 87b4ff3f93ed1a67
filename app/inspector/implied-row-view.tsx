// A row that the table has by itself: read, not edited.
import { useEffect, useRef } from 'react'
import type { Field, ImpliedRow } from '../library.ts'
import { useStore } from '../store/index.ts'
import { KindIcon } from '../ui/kind-icon.tsx'
import { RefLink } from '../ui/phrase-text.tsx'
import styles from './implied-row-view.module.css'
import { cellText } from './values.ts'
import { asText } from './as-text.ts'

interface ImpliedRowViewProps {
  readonly row: ImpliedRow
  readonly columns: readonly (readonly [string, Field])[]
  readonly shown: boolean
  readonly tinted: boolean
}

export function ImpliedRowView({ row, columns, shown, tinted }: ImpliedRowViewProps) {
  const design = useStore((state) => state.design)
  const body = useRef<HTMLTableSectionElement>(null)
  useEffect(() => {
    if (shown) body.current?.scrollIntoView({ block: 'nearest' })
  }, [shown])
  return (
    <tbody ref={body} className={shown || tinted ? styles.shown : styles.row}>
      <tr>
        {columns.map(([name, column], i) => {
          const resource = design.resources[asText(row[name])]
          return (
            <td key={name}>
              {resource ? (
                <span className={styles.resource}>
                  <KindIcon kind={resource.kind} size={16} />
                  <RefLink to={{ resource: resource.id }} mono />
                </span>
              ) : (
                cellText(design, column, row[name])
              )}
              {i === 0 && !resource && row.note !== undefined && (
                <span className={styles.note}> {row.note}</span>
              )}
            </td>
          )
        })}
        <td aria-label="Cannot be removed" />
      </tr>
    </tbody>
  )
}
