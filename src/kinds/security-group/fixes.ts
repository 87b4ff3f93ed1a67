// Letting a flow through a security group: by the group of the other end where there is one, or by its address.
import { code, say, type Fragment } from '../../design/phrase.ts'
import { ref, type Resource } from '../../design/resource.ts'
import type { Fix } from '../../forwarding/answer.ts'
import type { Hop, Trace } from '../../forwarding/trace-types.ts'
import { intervalsEqual } from '../../net/interval-set.ts'
import { beyondQuota, cidrsFor, countsFor, interfaceWith, listed, peerSpan, trafficOf } from '../fix-words.ts'
import type { FixContext } from '../kind.ts'
import { newRowId, setting } from '../make.ts'
import { divertedMark } from '../marks.ts'
import { interfacesOf, membersOf, prefixes, regionOf, securityGroupsOf, spanOf } from '../network.ts'
import type { GroupRule, NetworkInterface, PrefixList, SecurityGroup } from '../records.ts'

type Direction = 'inbound' | 'outbound'

/** In each direction and family; rule 21. */
const mostRules = 60

export function securityGroupFixes(context: FixContext): readonly Fix[] {
  const { view, blocker } = context
  if (blocker.reason.code === 'security-group/reference-not-preserved') return byAddressInstead(context)
  const named = view.get(blocker.cause.resource) as SecurityGroup | undefined
  if (named?.kind !== 'security-group') return []
  const direction = blocker.cause.part?.startsWith('inbound') ? 'inbound' : 'outbound'
  const group = narrowest(context, named)
  const peers = groupsAt(context, direction, group).slice(0, 1)
  return [
    ...peers.map((peer) => allow(context, group, direction, [peer.id])),
    allow(context, group, direction, addressPeers(context, direction, group)),
  ]
}

/** Of the groups on the interface that drops it, the one that fewest others carry: a rule there opens least. */
function narrowest({ view, blocker }: FixContext, named: SecurityGroup): SecurityGroup {
  const at = view.get(blocker.at.resource)
  if (!at) return named
  const carriers = at.kind === 'network-interface' ? [at as NetworkInterface] : interfacesOf(view, at)
  const mine = carriers.filter(({ fields }) => fields.securityGroups.includes(named.id))
  if (mine.length !== 1) return named
  return securityGroupsOf(view, mine[0]!).toSorted(
    (a, b) => membersOf(view, a).length - membersOf(view, b).length,
  )[0]!
}

function addressPeers(context: FixContext, direction: Direction, group: SecurityGroup): readonly string[] {
  const { view, blocker } = context
  const { family } = blocker.packet
  const span = peerSpan(context, direction === 'inbound' ? 'source' : 'destination')
  const region = regionOf(view, group)?.id
  const list = (view.of('prefix-list') as readonly PrefixList[]).find(
    (one) => one.parent === region && intervalsEqual(spanOf(prefixes(one.fields.cidrs), family), span),
  )
  return list ? [list.id] : cidrsFor(context, span)
}

function allow(
  context: FixContext,
  group: SecurityGroup,
  direction: Direction,
  peers: readonly string[],
): Fix {
  const { view, blocker } = context
  const { protocol, ports, text } = trafficOf(context)
  const rows = peers.reduce<readonly GroupRule[]>(
    (known, peer) => [...known, { id: newRowId(known), protocol, ports, peer, description: '' }],
    group.fields[direction],
  )
  // A prefix list counts as many rules as it has entries.
  const count = rows
    .filter(({ peer }) => countsFor(blocker.packet.family, peer))
    .reduce((sum, { peer }) => sum + sizeOf(view.get(peer)), 0)
  const told = peers.map((peer): Fragment => (view.get(peer) ? ref(peer) : code(peer)))
  return setting(
    say`Allow ${text} ${direction === 'inbound' ? 'from' : 'to'} ${listed(told)} in ${ref(group.id)}${beyondQuota(count, mostRules)}`,
    group,
    { [direction]: rows },
  )
}

const sizeOf = (peer: Resource | undefined): number =>
  peer?.kind === 'prefix-list' ? (peer as PrefixList).fields.cidrs.length : 1

/** Through an appliance, where rules that name a group do not match; rule 5.6. */
const isCarried = ({ stages, beyond }: Trace): boolean =>
  stages.some((stage) => stage.startsWith('interface/') && stage.endsWith('/forward')) ||
  (beyond !== undefined && isCarried(beyond))

/** Groups of the interface at the other end, in the same VPC, by which a rule could name it. */
function groupsAt(
  { view, blocker, answer }: FixContext,
  direction: Direction,
  group: SecurityGroup,
): readonly SecurityGroup[] {
  const { packet } = blocker
  const vpc = view.get(group.parent)
  const way = blocker.direction === 'request' ? answer.request : answer.reply
  // What comes in has its way behind it, and bears the mark of an appliance; what goes out has it ahead.
  const carried = direction === 'inbound' ? packet.mark === divertedMark : way !== null && isCarried(way)
  if (!vpc || carried) return []
  const side = direction === 'inbound' ? 'source' : 'destination'
  const other = interfaceWith(view, packet.family, packet[side], vpc)
  return other ? securityGroupsOf(view, other).filter((one) => !one.fields.isDefault) : []
}

/** The group that let the packet out by a name lets it out by the address as well. */
function byAddressInstead(context: FixContext): readonly Fix[] {
  const { view, blocker, answer } = context
  const hops = [...hopsOf(answer.request), ...(answer.reply ? hopsOf(answer.reply) : [])]
  const rule = hops
    .slice(0, blocker.hop + 1)
    .flatMap(({ steps }) => steps)
    .findLast(
      (step) =>
        step.kind === 'filter' &&
        step.direction === 'outbound' &&
        step.rule !== 'default' &&
        view.get(step.rule.resource)?.kind === 'security-group',
    )
  const group = rule?.kind === 'filter' && rule.rule !== 'default' ? view.get(rule.rule.resource) : undefined
  if (!group) return []
  return [
    allow(
      context,
      group as SecurityGroup,
      'outbound',
      addressPeers(context, 'outbound', group as SecurityGroup),
    ),
  ]
}

const hopsOf = ({ hops, beyond }: Trace): readonly Hop[] => [...hops, ...(beyond ? hopsOf(beyond) : [])]
