// Letting a packet through a network ACL: without the rule that denies it, or by one that allows it before.
import { code, say } from '../../design/phrase.ts'
import { ref } from '../../design/resource.ts'
import type { Fix } from '../../forwarding/answer.ts'
import { peerCidr, trafficOf } from '../fix-words.ts'
import type { FixContext } from '../kind.ts'
import { newRowId, setting } from '../make.ts'
import { inOrder } from '../network.ts'
import type { AclEntry, NetworkAcl } from '../records.ts'
import { entryMatches } from './lower.ts'

const highest = 32766

export function networkAclFixes(context: FixContext): readonly Fix[] {
  const { view, blocker } = context
  const acl = view.get(blocker.cause.resource) as NetworkAcl | undefined
  if (acl?.kind !== 'network-acl') return []
  const direction = blocker.reason.code.endsWith('inbound') ? 'inbound' : 'outbound'
  const rows = inOrder(acl.fields[direction])
  const deciding = rows.find((row) => blocker.cause.part === `${direction}.${row.id}`)
  const without = deciding && rows.filter((row) => row !== deciding)
  const removal =
    deciding && without?.find((row) => entryMatches(row, direction, blocker.packet))?.action === 'allow'
      ? [
          setting(say`Remove rule ${code(String(deciding.number))} from ${ref(acl.id)}`, acl, {
            [direction]: acl.fields[direction].filter((row) => row.id !== deciding.id),
          }),
        ]
      : []
  const number = freeNumber(rows, deciding)
  if (number === null) return removal
  const { protocol, ports, text } = trafficOf(context)
  const cidr = peerCidr(context, direction === 'inbound' ? 'source' : 'destination')
  const entry: AclEntry = {
    id: newRowId(acl.fields[direction]),
    number,
    action: 'allow',
    protocol,
    ports,
    cidr,
  }
  const title = say`Add rule ${code(String(number))} to ${ref(acl.id)}: allow ${code(text)} ${direction === 'inbound' ? 'from' : 'to'} ${code(cidr)}`
  return [...removal, setting(title, acl, { [direction]: inOrder([...acl.fields[direction], entry]) })]
}

/** Before the rule that denies, or after the last one where only `*` does. */
function freeNumber(rows: readonly AclEntry[], deciding: AclEntry | undefined): number | null {
  const taken = new Set(rows.map((row) => row.number))
  if (!deciding) {
    const last = rows.at(-1)?.number ?? 0
    const next = Math.min(Math.floor(last / 10) * 10 + 10, highest)
    return taken.has(next) ? null : next
  }
  for (let number = deciding.number - 1; number >= 1; number--) if (!taken.has(number)) return number
  return null
}
