// Letting a packet through a network ACL: by a rule that allows it before the one that denies it, or without that one.
import { code, say } from '../../design/phrase.ts'
import { ref } from '../../design/resource.ts'
import type { Fix } from '../../forwarding/answer.ts'
import { beyondQuota, cidrsFor, countsFor, listed, peerSpan, trafficOf } from '../fix-words.ts'
import type { FixContext } from '../kind.ts'
import { newRowId, setting } from '../make.ts'
import { inOrder } from '../network.ts'
import type { AclEntry, NetworkAcl } from '../records.ts'
import { entryMatches } from './lower.ts'

const highest = 32766
/** In each direction and family; rule 21. */
const mostRules = 20

export function networkAclFixes(context: FixContext): readonly Fix[] {
  const { view, blocker } = context
  const acl = view.get(blocker.cause.resource) as NetworkAcl | undefined
  if (acl?.kind !== 'network-acl') return []
  const direction = blocker.cause.part?.startsWith('inbound.') ? 'inbound' : 'outbound'
  const rows = inOrder(acl.fields[direction])
  const deciding = rows.find((row) => blocker.cause.part === `${direction}.${row.id}`)
  const without = deciding && rows.filter((row) => row !== deciding)
  const removal =
    deciding && without?.find((row) => entryMatches(row, direction, blocker.packet))?.action === 'allow'
      ? [
          setting(say`Remove ${direction} rule ${code(String(deciding.number))} from ${ref(acl.id)}`, acl, {
            [direction]: acl.fields[direction].filter((row) => row.id !== deciding.id),
          }),
        ]
      : []
  const allowing = allow(context, acl, direction, deciding)
  return [...(allowing ? [allowing] : []), ...removal]
}

function allow(
  context: FixContext,
  acl: NetworkAcl,
  direction: 'inbound' | 'outbound',
  deciding: AclEntry | undefined,
): Fix | null {
  const { family } = context.blocker.packet
  const rows = acl.fields[direction]
  const cidrs = cidrsFor(context, peerSpan(context, direction === 'inbound' ? 'source' : 'destination'))
  const numbers = freeNumbers(rows, deciding, cidrs.length)
  if (numbers.length < cidrs.length) return null
  const { protocol, ports, text } = trafficOf(context)
  const all = cidrs.reduce<readonly AclEntry[]>(
    (known, cidr, i) => [
      ...known,
      { id: newRowId(known), number: numbers[i]!, action: 'allow', protocol, ports, cidr },
    ],
    rows,
  )
  const replies = context.blocker.direction === 'reply' && protocol !== 'icmp' ? say` for replies` : ''
  const count = all.filter(({ cidr }) => countsFor(family, cidr)).length
  return setting(
    say`Add ${direction} ${numbers.length === 1 ? 'rule' : 'rules'} ${listed(numbers.map((number) => code(String(number))))} to ${ref(acl.id)}: allow ${text} ${direction === 'inbound' ? 'from' : 'to'} ${listed(cidrs.map(code))}${replies}${beyondQuota(count, mostRules)}`,
    acl,
    { [direction]: inOrder(all) },
  )
}

/** That many, in order: just before the rule that denies, or after the last one where only `*` does. */
function freeNumbers(
  rows: readonly AclEntry[],
  deciding: AclEntry | undefined,
  count: number,
): readonly number[] {
  const taken = new Set(rows.map((row) => row.number))
  const found: number[] = []
  if (!deciding) {
    const last = Math.max(0, ...taken)
    for (let next = Math.floor(last / 10) * 10 + 10; next <= highest && found.length < count; next += 10)
      found.push(next)
    if (found.length === count) return found
    found.length = 0
  }
  // Where the numbers after the last are used up, any other will do: nothing numbered matches the packet.
  for (let next = (deciding?.number ?? highest + 1) - 1; next >= 1 && found.length < count; next--)
    if (!taken.has(next)) found.unshift(next)
  return found
}
