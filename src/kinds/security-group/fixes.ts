// Letting a flow through a security group: by the group of the other end where there is one, or by its address.
import { code, say } from '../../design/phrase.ts'
import { ref, type Resource } from '../../design/resource.ts'
import type { Fix } from '../../forwarding/answer.ts'
import type { Trace } from '../../forwarding/trace-types.ts'
import { interfaceWith, peerCidr, trafficOf } from '../fix-words.ts'
import type { FixContext } from '../kind.ts'
import { newRowId, setting } from '../make.ts'
import { securityGroupsOf } from '../network.ts'
import type { SecurityGroup } from '../records.ts'

export function securityGroupFixes(context: FixContext): readonly Fix[] {
  const { view, blocker } = context
  const group = view.get(blocker.cause.resource) as SecurityGroup | undefined
  const reference = blocker.reason.code === 'security-group/reference-not-preserved'
  if (group?.kind !== 'security-group' || reference) return []
  const direction = blocker.cause.part?.startsWith('inbound') ? 'inbound' : 'outbound'
  const side = direction === 'inbound' ? 'source' : 'destination'
  const cidr = peerCidr(context, side)
  const named = [...groupsAt(context, side, group)]
    .slice(0, 1)
    .map((other) => allow(context, group, direction, other.id, other))
  return [...named, allow(context, group, direction, cidr, null)]
}

function allow(
  context: FixContext,
  group: SecurityGroup,
  direction: 'inbound' | 'outbound',
  peer: string,
  other: Resource | null,
): Fix {
  const { protocol, ports, text } = trafficOf(context)
  const rows = group.fields[direction]
  const word = direction === 'inbound' ? 'from' : 'to'
  const title = say`Allow ${code(text)} ${word} ${other ? ref(other.id) : code(peer)} in ${ref(group.id)}`
  return setting(title, group, {
    [direction]: [...rows, { id: newRowId(rows), protocol, ports, peer, description: '' }],
  })
}

/** Through an appliance, where rules that name a group do not match; rule 5.6. */
const isCarried = ({ stages, beyond }: Trace): boolean =>
  stages.some((stage) => stage.startsWith('interface/') && stage.endsWith('/forward')) ||
  (beyond !== undefined && isCarried(beyond))

/** Groups of the interface at the other end, in the same VPC, by which a rule could name it. */
function groupsAt(
  { view, blocker, answer }: FixContext,
  side: 'source' | 'destination',
  group: SecurityGroup,
): readonly SecurityGroup[] {
  const vpc = view.get(group.parent)
  if (!vpc || isCarried(answer.request)) return []
  const other = interfaceWith(view, blocker.packet.family, blocker.packet[side], vpc)
  return other ? securityGroupsOf(view, other).filter((one) => !one.fields.isDefault) : []
}
