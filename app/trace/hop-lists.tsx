// Request and reply, hop by hop. Request and reply differ four ways: amber/blue, solid/dashed, round/square number, and their place.
import { formatIpValue, hasPorts, type Answer, type Packet } from '../library.ts'
import { hopList, useStore, type ListedHop } from '../store/index.ts'
import { Section } from '../ui/panel.tsx'
import { HopRow } from './hop-row.tsx'
import styles from './hop-lists.module.css'

export function HopLists({ answer }: { readonly answer: Answer }) {
  const list = useStore((state) => hopList(state.answer))
  const request = list.filter((hop) => hop.direction === 'request' && !hop.beyond)
  const reply = list.filter((hop) => hop.direction === 'reply' && !hop.beyond)
  const stoppedInReply = answer.blockers.some((blocker) => blocker.direction === 'reply')
  if (!answer.delivered) {
    return (
      <>
        {answer.reply !== null && !stoppedInReply && answer.blockers.length > 0 && (
          <Section className={styles.note}>
            <Swatch direction="reply" />
            The reply would pass once the request does.
          </Section>
        )}
        <details className={styles.details}>
          <summary>How far the request gets</summary>
          <Hops hops={request} direction="request" />
        </details>
      </>
    )
  }
  return (
    <>
      <Section className={styles.section}>
        <Head direction="request" packet={answer.request.hops[0].left} />
        <Hops hops={request} direction="request" />
      </Section>
      {answer.reply && reply.length > 0 && (
        <Section className={styles.section}>
          <Head direction="reply" packet={answer.reply.hops[0].arrived} />
          <Hops hops={reply} direction="reply" />
        </Section>
      )}
    </>
  )
}

function Head({
  direction,
  packet,
}: {
  readonly direction: ListedHop['direction']
  readonly packet: Packet
}) {
  const address = formatIpValue(packet.destination)
  const host = address.includes(':') && hasPorts(packet.protocol) ? `[${address}]` : address
  return (
    <div className={styles.head}>
      <Swatch direction={direction} />
      <h3>{direction === 'request' ? 'Request' : 'Reply'}</h3>
      <span className={styles.to}>
        to {host}
        {hasPorts(packet.protocol) ? `:${packet.destinationPort}` : ''}
      </span>
    </div>
  )
}

function Hops({
  hops,
  direction,
}: {
  readonly hops: readonly ListedHop[]
  readonly direction: ListedHop['direction']
}) {
  return (
    <ol
      className={direction === 'request' ? styles.request : styles.reply}
      aria-label={direction === 'request' ? 'Request' : 'Reply'}
    >
      {hops.map((hop) => (
        <HopRow key={hop.number} listed={hop} />
      ))}
    </ol>
  )
}

/** A short piece of the line as the canvas draws it. */
function Swatch({ direction }: { readonly direction: ListedHop['direction'] }) {
  return (
    <svg className={styles.swatch} width="22" height="8" viewBox="0 0 22 8" aria-hidden="true">
      {direction === 'request' ? (
        <>
          <path d="M0 4h22" stroke="var(--light-edge)" strokeWidth="6" />
          <path d="M0 4h22" stroke="var(--light)" strokeWidth="4" />
        </>
      ) : (
        <path d="M0 4h22" stroke="var(--reply)" strokeWidth="2" strokeDasharray="8 6" />
      )}
    </svg>
  )
}
