// Where does a packet to this address go? An address, the route it takes, and why that one.
import { useId, useMemo, useState } from 'react'
import { parseAddress, parsePrefix, prefixContains, type Prefix, type Resource } from '../library.ts'
import { useStore } from '../store/index.ts'
import { rowsOf } from '../trace/words.ts'
import { CheckedInput } from '../ui/checked-input.tsx'
import { KindIcon } from '../ui/kind-icon.tsx'
import { RefLink } from '../ui/phrase-text.tsx'
import { impliedRows } from './implied-rows.ts'
import styles from './forms/forms.module.css'
import { asText } from './as-text.ts'

export function PacketTester({ table }: { readonly table: Resource }) {
  const design = useStore((state) => state.design)
  const view = useStore((state) => state.network.view)
  const [text, setText] = useState('8.8.8.8')
  const id = useId()
  const address = parseAddress(text.trim())
  const found = useMemo(() => {
    if (!address) return null
    const implied = impliedRows(view, table.id, 'routes')
    const all = [...implied.first, ...rowsOf(design, table.id, 'routes'), ...implied.last].flatMap(
      (route) => {
        const destination = asText(route['destination'])
        const list = design.resources[destination]?.fields['cidrs']
        const cidrs = Array.isArray(list) ? (list as readonly string[]) : [destination]
        return cidrs.flatMap((cidr): { prefix: Prefix; cidr: string; target: string }[] => {
          const prefix = parsePrefix(cidr, 'zero')
          return prefix && prefixContains(prefix, address)
            ? [{ prefix, cidr, target: asText(route['target']) }]
            : []
        })
      },
    )
    return all.toSorted((a, b) => b.prefix.length - a.prefix.length)[0] ?? null
    // `address` follows from `text`.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [design, view, table.id, text])
  const target = found && design.resources[found.target]
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
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => event.stopPropagation()}
      />
      <output className={styles.result} htmlFor={id}>
        {address === null ? (
          <span className={styles.quiet}>Type an address, such as 8.8.8.8.</span>
        ) : found === null ? (
          'Nowhere: no route covers it.'
        ) : (
          <>
            <span aria-hidden="true">→</span> <code>{found.cidr}</code>{' '}
            <span className={styles.quiet}>leads to</span>{' '}
            {target ? (
              <>
                <KindIcon kind={target.kind} size={16} /> <RefLink to={{ resource: target.id }} mono />
              </>
            ) : (
              found.target || 'nothing yet'
            )}
          </>
        )}
      </output>
      <p className={styles.hint}>The longest matching prefix wins. The order of the rows has no meaning.</p>
    </div>
  )
}
