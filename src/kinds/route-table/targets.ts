// What can be wrong with the target of a route: gone, elsewhere, of the wrong family, or leading nowhere near.
import { code, say } from '../../design/phrase.ts'
import { ref } from '../../design/resource.ts'
import { parsePrefix, prefixWithin } from '../../net/prefix.ts'
import type { Finding } from '../kind.ts'
import { cidrsOf, destinationsOf, peerOf, vpcOf } from '../network.ts'
import type { Vpc, VpcPeering } from '../records.ts'
import { told, type Case } from './told.ts'

/** The first thing that is wrong with it. */
export const targetProblem = (one: Case): Finding | null =>
  dead(one) ?? foreign(one) ?? wrongFamily(one) ?? beyondPeer(one)

function dead(one: Case): Finding | null {
  const { view, vpc, table, route } = one
  if (route.target === 'local') return null
  const target = view.get(route.target)
  const why = (() => {
    if (!target) return say`Its target no longer exists.`
    if (route.state === 'blackhole') return say`AWS says that ${ref(target.id)} cannot take its packets.`
    const gateway = target.kind === 'internet-gateway' || target.kind === 'egress-only-internet-gateway'
    if (gateway && vpcOf(view, target) === undefined) return say`${ref(target.id)} is not attached to a VPC.`
    if (target.kind !== 'vpc-peering') return null
    const { status } = (target as VpcPeering).fields
    return status === 'active' ? null : say`${ref(target.id)} is not active: ${status}.`
  })()
  if (why === null) return null
  const title = say`The route of ${ref(table.id)} for ${code(route.destination)} is a blackhole`
  return told(
    one,
    'route-table/blackhole',
    'error',
    title,
    say`${why} It still wins over wider routes of ${ref(vpc.id)}, and drops what it wins.`,
    true,
  )
}

function foreign(one: Case): Finding | null {
  const { view, vpc, table, route } = one
  const target = view.get(route.target)
  if (!target || target.kind === 'unmodelled') return null
  const own =
    target.kind === 'vpc-peering' ? peersWith(target as VpcPeering, vpc) : vpcOf(view, target)?.id === vpc.id
  if (own) return null
  const title = say`${ref(table.id)} routes to ${ref(target.id)}, which is not part of ${ref(vpc.id)}`
  return told(
    one,
    'route-table/foreign-target',
    'error',
    title,
    ['A route leads to something in its own VPC, or to a peering of it.'],
    true,
  )
}

const peersWith = (peering: VpcPeering, vpc: Vpc): boolean =>
  peering.fields.requester === vpc.id || peering.fields.accepter === vpc.id

/** An egress-only gateway carries IPv6 only, and NAT turns IPv6 only for 64:ff9b::/96; egress-only-internet-gateway, nat-gateway-nat64-dns64. */
function wrongFamily(one: Case): Finding | null {
  const { view, table, route } = one
  const kind = view.get(route.target)?.kind
  const families = new Set(destinationsOf(view, route.destination).map((prefix) => prefix.family))
  const translated = parsePrefix('64:ff9b::/96')
  const onlyTranslated = destinationsOf(view, route.destination).every(
    (prefix) => translated !== null && prefixWithin(prefix, translated),
  )
  const why =
    kind === 'egress-only-internet-gateway' && families.has(4)
      ? 'An egress-only internet gateway carries IPv6 only.'
      : (kind === 'nat-gateway' || kind === 'nat-instance') && families.has(6) && !onlyTranslated
        ? 'NAT carries IPv4; IPv6 leaves through an internet gateway or an egress-only one.'
        : null
  if (why === null) return null
  const title = say`The target of ${ref(table.id)} for ${code(route.destination)} does not carry such packets`
  return told(one, 'route-table/wrong-family', 'error', title, [why], true)
}

/** A peering hands over only what is addressed to the other VPC; vpc-peering-basics. */
function beyondPeer(one: Case): Finding | null {
  const { view, vpc, table, route } = one
  const target = view.get(route.target)
  const peer = target?.kind === 'vpc-peering' ? peerOf(view, target as VpcPeering, vpc) : undefined
  if (!peer) return null
  const theirs = cidrsOf(view, peer)
  const outside = destinationsOf(view, route.destination).every(
    (prefix) => !theirs.some((own) => prefixWithin(prefix, own) || prefixWithin(own, prefix)),
  )
  if (!outside) return null
  const title = say`The route of ${ref(table.id)} for ${code(route.destination)} leads to no address of ${ref(peer.id)}`
  return told(one, 'route-table/beyond-peer', 'warning', title, [
    'A peering leads to the addresses of the other VPC and no further, so these packets are dropped.',
  ])
}
