// Of the ports asked about, those that get through.
import { formatIcmp, formatPorts, isIcmp, protocolName, type Answer } from '../library.ts'
import { Section } from '../ui/panel.tsx'
import styles from './open-ports.module.css'

export function OpenPorts({ answer }: { readonly answer: Answer }) {
  const protocols = [...new Set(answer.open.map((each) => each.protocol))]
  return (
    <Section>
      <h3 className={styles.title}>Gets through</h3>
      <dl className={styles.list}>
        {protocols.slice(0, 8).map((protocol) => {
          const ports = answer.open.filter((each) => each.protocol === protocol).map((each) => each.ports)
          const write = isIcmp(protocol) ? formatIcmp : formatPorts
          return (
            <div key={protocol}>
              <dt>{protocolName(protocol)}</dt>
              <dd>
                {ports.slice(0, 12).map(write).join(', ')}
                {ports.length > 12 ? ` and ${ports.length - 12} more` : ''}
              </dd>
            </div>
          )
        })}
      </dl>
      {protocols.length > 8 && <p className={styles.rest}>and {protocols.length - 8} more protocols</p>}
    </Section>
  )
}
