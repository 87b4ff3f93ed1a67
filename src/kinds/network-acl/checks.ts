// What can be wrong with a network ACL; custom-network-acl, nacl-rules.
import { code, say } from '../../design/phrase.ts'
import { ref } from '../../design/resource.ts'
import type { Resource } from '../../design/resource.ts'
import type { View } from '../../design/view.ts'
import { ICMP, ICMPV6, parseProtocol, protocolName } from '../../net/packet.ts'
import { parsePrefix, prefixesOverlap, type Prefix } from '../../net/prefix.ts'
import { intersect, isEmpty, subtract, type PacketSet } from '../../net/packet-set.ts'
import { finding, listed } from '../finding.ts'
import type { Finding } from '../kind.ts'
import { fixesOfRows, setting } from '../make.ts'
import { inOrder, subnetsOf, subnetsUsing, vpcOf } from '../network.ts'
import { protocolMatch } from '../protocol-match.ts'
import type { AclEntry, NetworkAcl } from '../records.ts'
import { matchOf, type Direction } from './match.ts'
import { checkReplies } from './replies.ts'

export function checkNetworkAcl(resource: Resource, view: View): readonly Finding[] {
  const acl = resource as NetworkAcl
  const both: readonly Direction[] = ['inbound', 'outbound']
  return [
    ...both.flatMap((direction) => [
      ...unread(acl, direction),
      ...sameNumber(acl, direction),
      ...otherFamily(acl, direction),
      ...shadowed(acl, direction),
    ]),
    ...(subnetsUsing(view, acl).length > 0
      ? [...deniesAll(acl, view), ...checkReplies(acl, view)]
      : unused(acl, view)),
  ]
}

/** Before there are subnets nobody could use it. The default one is there for those to come. */
function unused(acl: NetworkAcl, view: View): readonly Finding[] {
  const vpc = vpcOf(view, acl)
  if (!vpc || acl.fields.isDefault || subnetsOf(view, vpc).length === 0) return []
  const title = say`No subnet uses ${ref(acl.id)}`
  const detail = say`Its rules judge nothing until a subnet of ${ref(vpc.id)} uses it.`
  return [finding('network-acl/unused', 'note', acl, title, detail)]
}

function unread(acl: NetworkAcl, direction: Direction): readonly Finding[] {
  return acl.fields[direction].flatMap((entry) => {
    const title = say`Rule ${code(String(entry.number))} of ${ref(acl.id)} is left out`
    const leftOut = (detail: string) => [
      finding('network-acl/left-out', 'error', at(acl, direction, entry), title, [detail]),
    ]
    if (parsePrefix(entry.cidr, 'zero') === null)
      return leftOut(
        entry.cidr === ''
          ? 'It names no addresses.'
          : `${entry.cidr} is not a CIDR; a network ACL takes CIDRs only.`,
      )
    if (protocolMatch(entry.protocol, entry.ports) === null)
      return leftOut(`${entry.protocol} ${entry.ports} is not a protocol with its ports.`)
    if (Number.isInteger(entry.number) && entry.number >= 1 && entry.number <= 32766) return []
    return [
      finding(
        'network-acl/number',
        'error',
        at(acl, direction, entry),
        say`${ref(acl.id)} has a rule numbered ${entry.number}`,
        ['Rules are numbered from 1 to 32766.'],
      ),
    ]
  })
}

/** ICMP belongs to IPv4 and ICMPv6 to IPv6; rule 6.4. */
function otherFamily(acl: NetworkAcl, direction: Direction): readonly Finding[] {
  return acl.fields[direction].flatMap((entry) => {
    const family = parsePrefix(entry.cidr, 'zero')?.family
    const protocol = parseProtocol(entry.protocol)
    const detail =
      protocol === ICMPV6 && family === 4
        ? 'AWS does not say whether such a rule means ICMP; write icmp for pings over IPv4.'
        : protocol === ICMP && family === 6
          ? 'Pings over IPv6 are ICMPv6, which this rule does not match; write icmpv6.'
          : null
    const name = protocolName(protocol ?? 0)
    const title = say`Rule ${code(String(entry.number))} of ${ref(acl.id)} is for ${name} and IPv${family ?? 4} addresses`
    return detail === null
      ? []
      : [finding('network-acl/icmp-family', 'warning', at(acl, direction, entry), title, [detail])]
  })
}

function sameNumber(acl: NetworkAcl, direction: Direction): readonly Finding[] {
  const entries = acl.fields[direction]
  const free = nextNumber(entries)
  const seen = new Set<number>()
  return entries.flatMap((entry) => {
    if (!seen.has(entry.number)) {
      seen.add(entry.number)
      return []
    }
    const title = say`${ref(acl.id)} has two ${direction} rules numbered ${entry.number}`
    const fixes = fixesOfRows(entries, () => {
      const rows = entries.map((row) => (row.id === entry.id ? { ...row, number: free } : row))
      return [setting(say`Number it ${free}`, acl, { [direction]: rows })]
    })
    return [
      finding(
        'network-acl/same-number',
        'error',
        at(acl, direction, entry),
        title,
        ['A number is used once a direction, since the lowest decides.'],
        fixes,
      ),
    ]
  })
}

interface Read {
  readonly entry: AclEntry
  readonly match: PacketSet
  readonly prefix: Prefix
}

/** The first rule that matches decides, so one whose packets are all taken by lower numbers never does. */
function shadowed(acl: NetworkAcl, direction: Direction): readonly Finding[] {
  const found: Finding[] = []
  const before: Read[] = []
  for (const entry of inOrder(acl.fields[direction])) {
    const match = matchOf(entry, direction)
    const prefix = parsePrefix(entry.cidr, 'zero')
    if (!match || !prefix) continue
    const own = { entry, match, prefix }
    const taking = takingFrom(own, before)
    if (taking) found.push(neverDecides(acl, direction, entry, taking))
    before.push(own)
  }
  return found
}

/** The rules before it that take some of its packets, where together they take all; null: they leave some. */
function takingFrom({ match, prefix }: Read, before: readonly Read[]): readonly AclEntry[] | null {
  // Most rules of a long list are about other addresses, which is told without comparing sets.
  const taking = before.filter(
    (one) => prefixesOverlap(one.prefix, prefix) && !isEmpty(intersect(match, one.match)),
  )
  let left = match
  for (const one of taking) left = subtract(left, one.match)
  return isEmpty(left) ? taking.map(({ entry }) => entry) : null
}

function neverDecides(
  acl: NetworkAcl,
  direction: Direction,
  entry: AclEntry,
  taking: readonly AclEntry[],
): Finding {
  const contradicted = taking.some((one) => one.action !== entry.action)
  const numbers = taking.map((one) => one.number).join(', ')
  const entries = acl.fields[direction]
  const title = say`Rule ${code(String(entry.number))} of ${ref(acl.id)} never decides`
  const detail = say`Whatever it matches is decided before by rule ${code(numbers)}${contradicted ? ', which does the opposite' : ''}.`
  const fixes = fixesOfRows(entries, () => [
    setting(say`Remove rule ${entry.number}`, acl, {
      [direction]: entries.filter((row) => row.id !== entry.id),
    }),
  ])
  return finding(
    'network-acl/shadowed',
    contradicted ? 'warning' : 'note',
    at(acl, direction, entry),
    title,
    detail,
    fixes,
  )
}

function deniesAll(acl: NetworkAcl, view: View): readonly Finding[] {
  if ([...acl.fields.inbound, ...acl.fields.outbound].some((entry) => entry.action === 'allow')) return []
  const entry: AclEntry = {
    id: 'r100',
    number: 100,
    action: 'allow',
    protocol: 'all',
    ports: 'all',
    cidr: '0.0.0.0/0',
  }
  const title = say`${ref(acl.id)} lets nothing in or out of ${listed(subnetsUsing(view, acl))}`
  // A rule that denies would still come first, so the offer is made to an empty list only.
  const empty = acl.fields.inbound.length + acl.fields.outbound.length === 0
  const fixes = empty
    ? [setting(say`Allow everything by rule ${100}, both ways`, acl, { inbound: [entry], outbound: [entry] })]
    : []
  return [
    finding(
      'network-acl/denies-everything',
      'warning',
      acl,
      title,
      ['It has no rule that allows anything, and what no rule allows is denied.'],
      fixes,
    ),
  ]
}

function nextNumber(entries: readonly AclEntry[]): number {
  const highest = Math.max(0, ...entries.map((entry) => entry.number))
  return Math.min(32766, highest < 100 ? 100 : Math.floor(highest / 10) * 10 + 10)
}

const at = (acl: NetworkAcl, direction: Direction, entry: AclEntry) => ref(acl.id, `${direction}.${entry.id}`)
