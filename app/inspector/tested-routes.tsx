// Where does a packet to this address go? An address, the route it takes, and why that one.
import { useId, useState } from 'react'
import { parseAddress, routeFor, type ChosenRoute, type Resource } from '../library.ts'
import { useStore } from '../store/index.ts'
import { CheckedInput } from '../ui/checked-input.tsx'
import { KindIcon } from '../ui/kind-icon.tsx'
import { RefLink } from '../ui/phrase-text.tsx'
import { RowsTable } from './rows-table.tsx'
import styles from './forms/forms.module.css'

/** The routes, the one that takes the packet being tinted, and the field for an address. */
export function TestedRoutes({ table }: { readonly table: Resource }) {
  const view = useStore((state) => state.network.view)
  const [text, setText] = useState('8.8.8.8')
  const address = parseAddress(text.trim())
  const found = address && routeFor(view, table, address)
  return (
    <>
      <RowsTable
        id={table.id}
        field="routes"
        bare
        tinted={typeof found === 'object' ? found?.row : undefined}
      />
      <PacketTester text={text} onText={setText} found={found} />
    </>
  )
}

interface PacketTesterProps {
  readonly text: string
  readonly onText: (text: string) => void
  /** Null: the text is no address. */
  readonly found: ReturnType<typeof routeFor> | null
}

function PacketTester({ text, onText, found }: PacketTesterProps) {
  const id = useId()
  return (
    <div className={styles.tester}>
      <label htmlFor={id} className={styles.quiet}>
        Where does a packet go?
      </label>
      <CheckedInput
        id={id}
        mono
        value={text}
        problem={found !== null || text.trim() === '' ? null : { message: '', suggestions: [] }}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={(event) => event.stopPropagation()}
      />
      <output className={styles.result} htmlFor={id}>
        {found === null ? (
          <span className={styles.quiet}>Type an address, such as 8.8.8.8.</span>
        ) : found === 'none' ? (
          'Nowhere: no route covers it.'
        ) : found === 'unknown' ? (
          'Not known: a prefix list that may cover it is not in the design, or several do.'
        ) : (
          <Chosen route={found} />
        )}
      </output>
      <p className={styles.hint}>The longest matching prefix wins. The order of the rows has no meaning.</p>
    </div>
  )
}

function Chosen({ route }: { readonly route: ChosenRoute }) {
  const target = useStore((state) => state.network.view.get(route.target))
  return (
    <>
      <span aria-hidden="true">→</span> <code>{route.destination}</code>{' '}
      <span className={styles.quiet}>{route.dead ? 'drops it; it led to' : 'leads to'}</span>{' '}
      {target ? (
        <>
          <KindIcon kind={target.kind} size={16} /> <RefLink to={{ resource: target.id }} mono />
        </>
      ) : (
        route.target
      )}
    </>
  )
}
