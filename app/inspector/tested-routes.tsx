// Where does a packet to this address go? An address, the route it takes, and why that one.
import { useId, useMemo, useState } from 'react'
import { parseAddress, parsePrefix, prefixContains, type Prefix, type Resource } from '../library.ts'
import { useStore } from '../store/index.ts'
import { rowsOf } from '../trace/words.ts'
import { CheckedInput } from '../ui/checked-input.tsx'
import { KindIcon } from '../ui/kind-icon.tsx'
import { RefLink } from '../ui/phrase-text.tsx'
import { impliedRows } from './implied-rows.ts'
import { RowsTable } from './rows-table.tsx'
import styles from './forms/forms.module.css'
import { asText } from './as-text.ts'

interface Way {
  /** The row that takes the packet. */
  readonly row: string
  readonly prefix: Prefix
  readonly cidr: string
  readonly target: string
}

/** The routes, the one that takes the packet being tinted, and the field for an address. */
export function TestedRoutes({ table }: { readonly table: Resource }) {
  const [text, setText] = useState('8.8.8.8')
  const way = useWay(table, text)
  return (
    <>
      <RowsTable id={table.id} field="routes" bare tinted={way?.row} />
      <PacketTester text={text} onText={setText} way={way} />
    </>
  )
}

function useWay(table: Resource, text: string): Way | null {
  const design = useStore((state) => state.design)
  const view = useStore((state) => state.network.view)
  return useMemo(() => {
    const address = parseAddress(text.trim())
    if (!address) return null
    const implied = impliedRows(view, table.id, 'routes')
    const all = [...implied.first, ...rowsOf(design, table.id, 'routes'), ...implied.last].flatMap(
      (route) => {
        const destination = asText(route['destination'])
        const list = design.resources[destination]?.fields['cidrs']
        const cidrs = Array.isArray(list) ? (list as readonly string[]) : [destination]
        return cidrs.flatMap((cidr): Way[] => {
          const prefix = parsePrefix(cidr, 'zero')
          return prefix && prefixContains(prefix, address)
            ? [{ row: route.id, prefix, cidr, target: asText(route['target']) }]
            : []
        })
      },
    )
    return all.toSorted((a, b) => b.prefix.length - a.prefix.length)[0] ?? null
  }, [design, view, table.id, text])
}

interface PacketTesterProps {
  readonly text: string
  readonly onText: (text: string) => void
  readonly way: Way | null
}

function PacketTester({ text, onText, way }: PacketTesterProps) {
  const id = useId()
  const address = parseAddress(text.trim())
  const target = useStore((state) => (way ? state.design.resources[way.target] : undefined))
  return (
    <div className={styles.tester}>
      <label htmlFor={id} className={styles.quiet}>
        Where does a packet go?
      </label>
      <CheckedInput
        id={id}
        mono
        value={text}
        problem={address || text.trim() === '' ? null : { message: '', suggestions: [] }}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={(event) => event.stopPropagation()}
      />
      <output className={styles.result} htmlFor={id}>
        {address === null ? (
          <span className={styles.quiet}>Type an address, such as 8.8.8.8.</span>
        ) : way === null ? (
          'Nowhere: no route covers it.'
        ) : (
          <>
            <span aria-hidden="true">→</span> <code>{way.cidr}</code>{' '}
            <span className={styles.quiet}>leads to</span>{' '}
            {target ? (
              <>
                <KindIcon kind={target.kind} size={16} /> <RefLink to={{ resource: target.id }} mono />
              </>
            ) : (
              way.target || 'nothing yet'
            )}
          </>
        )}
      </output>
      <p className={styles.hint}>The longest matching prefix wins. The order of the rows has no meaning.</p>
    </div>
  )
}
