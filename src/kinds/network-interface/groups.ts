// The security groups on an interface. docs/aws-rules.md 5.
import { say } from '../../design/phrase.ts'
import { ref, type Ref } from '../../design/resource.ts'
import type { View } from '../../design/view.ts'
import type { Outcome, Stage, StageId } from '../../forwarding/program.ts'
import { replyMark } from '../marks.ts'
import { isCompute, securityGroupsOf } from '../network.ts'
import { blocked, notModelled, onward } from '../outcomes.ts'
import type { NetworkInterface, Subnet } from '../records.ts'
import { lists } from '../stage-ids.ts'
import type { Own } from './own.ts'

/** Stateful: a reply to what they let through passes whatever their rules; rule 5.4. */
export function groups(
  { networkInterface, owner, subnet, at, own }: Own,
  direction: 'inbound' | 'outbound',
  next: StageId,
  view: View,
): Omit<Stage, 'id'> {
  const named = networkInterface.fields.securityGroups
  if (named.length === 0) {
    // AWS gives every interface a group, so one without is not known whole; what AWS runs itself may have none;
    // rule 5.11.
    const otherwise: Outcome =
      isCompute(owner) || owner.kind === 'interface-endpoint'
        ? {
            next: notModelled(
              'network-interface/unknown-group',
              say`the security groups of ${own} are not known: it has none in this design`,
            ),
            cause: own,
          }
        : onward(own)
    return { at, role: { does: 'pass' }, lists: [], otherwise, onward: next }
  }
  const session = `groups/${networkInterface.id}`
  const filter = filterOf(networkInterface, subnet, direction, view)
  return {
    at,
    role: filter.role,
    lists: filter.lists,
    otherwise: filter.otherwise ?? {
      next: notModelled(
        'network-interface/unknown-group',
        say`${own} has a security group that is not in this design`,
      ),
      cause: own,
    },
    onward: next,
    opens: session,
    returns: {
      owner: session,
      next: 'onward',
      ...(direction === 'outbound' ? { mark: replyMark } : {}),
    },
  }
}

/** What interfaces of a subnet that have the same groups share. Not all of the groups are known where `otherwise` is null. */
interface Filter extends Pick<Stage, 'role' | 'lists'> {
  readonly otherwise: Outcome | null
}

function filterOf(
  networkInterface: NetworkInterface,
  subnet: Subnet,
  direction: 'inbound' | 'outbound',
  view: View,
): Filter {
  const named = networkInterface.fields.securityGroups
  // A broken file may name a group by any text, so that no separator would keep two lists of names apart.
  return view.memo(`${direction} groups ${subnet.id}/${JSON.stringify(named)}`, (): Filter => {
    const known = securityGroupsOf(view, networkInterface)
    const filters = known.map((group) => ref(group.id))
    const empty = known.every((group) => group.fields[direction].length === 0)
    const deny = blocked(
      empty ? `security-group/no-rules-${direction}` : `security-group/denied-${direction}`,
      empty ? 'SG_HAS_NO_RULES' : 'ENI_SG_RULES_MISMATCH',
      empty
        ? say`${list(filters)} ${filters.length === 1 ? 'has' : 'have'} no ${direction} rules, so nothing is let ${direction === 'inbound' ? 'in' : 'out'}`
        : say`no ${direction} rule of ${list(filters)} allows it`,
      'onward',
    )
    return {
      role: { does: 'filter', filters, direction },
      // Rules that hold on every way are tried first, so that a packet they let out is not held to have needed a reference.
      lists: [
        ...known.map(({ id }) => lists.securityGroup(id, direction, 'certain')),
        ...known.map(({ id }) => lists.groupReferences(id, direction, subnet.id)),
        ...known.map(({ id }) => lists.securityGroup(id, direction, 'unknown')),
      ],
      otherwise: known.length < named.length ? null : { next: deny, cause: ref(known[0]!.id, direction) },
    }
  })
}

function list(refs: readonly Ref[]) {
  return refs.flatMap((one, i) => (i === 0 ? [one] : [i === refs.length - 1 ? ' and ' : ', ', one]))
}
