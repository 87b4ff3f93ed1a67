// Security groups: one row for each range, prefix list or group that a permission names.
import type { GroupRule, SecurityGroup } from '../../kinds/records.ts'
import { firstIssue } from './gathering.ts'
import type { Item } from './snapshot.ts'
import type { Draft } from './draft.ts'
import { hasPortColumn, icmpOf, isIcmpWord, portsOf, protocolOf } from './protocols.ts'
import { notRead } from './prefix-lists.ts'
import { permission } from './shapes/index.ts'
import { isCidr, nameTag } from './tidy.ts'

const unreadGroup =
  'Without it nobody can say what the group lets through: answers that meet it are "unknown".'

export function addSecurityGroups(draft: Draft): void {
  const { lists, given } = draft.snapshot
  const byName = new Map(
    lists.SecurityGroups.map(({ value }) => [`${value.VpcId}/${value.GroupName}`, value.GroupId]),
  )
  for (const { value, where } of lists.SecurityGroups) {
    let unread = false
    const rows = (direction: 'IpPermissions' | 'IpPermissionsEgress'): readonly GroupRule[] =>
      (value[direction] ?? [withoutRules(draft, value.GroupId, direction, where)])
        .flatMap((one, index) => {
          const read = readPermission(draft, one, value, byName, `${where}.${direction}[${index}]`)
          if (read === null) unread = true
          return read ?? []
        })
        .map((rule, index) => ({ ...rule, id: `r${index + 1}` }))
    const fields = {
      isDefault: value.GroupName === 'default' || value.Description === 'default VPC security group',
      inbound: rows('IpPermissions'),
      outbound: rows('IpPermissionsEgress'),
    } satisfies SecurityGroup['fields']
    // Its interfaces go on naming it, and what only it might let through is then answered "unknown".
    if (unread) continue
    draft.add('security-group', value.GroupId, nameTag(value) ?? value.GroupName, value.VpcId, fields)
  }
  if (!given.has('SecurityGroups') && draft.of('network-interface').length > 0)
    draft.say(
      'warning',
      'SecurityGroups',
      'The snapshot has no security groups; interfaces keep the ids of theirs, and what depends on them is answered "unknown".',
      {
        fix: 'Add the output of `aws ec2 describe-security-groups`.',
      },
    )
}

/**
 * AWS prints an empty list where a direction has no rules. Where it prints none at all, what is let through is not known:
 * as if by a prefix list whose entries nobody has read.
 */
function withoutRules(draft: Draft, group: string, direction: string, where: string): unknown {
  draft.say(
    'warning',
    where,
    `'${group}' comes without its ${direction}; what depends on them is answered "unknown".`,
  )
  const Description = `${direction} were not read`
  return { IpProtocol: '-1', PrefixListIds: [{ PrefixListId: notRead, Description }] }
}

function readPermission(
  draft: Draft,
  given: unknown,
  group: Item<'SecurityGroups'>,
  byName: ReadonlyMap<string, string>,
  where: string,
): GroupRule[] | null {
  const giveUp = (why: string): null => {
    draft.say('error', where, `This permission of '${group.GroupId}' cannot be read: ${why}`, {
      detail: unreadGroup,
    })
    return null
  }
  const result = permission.safeParse(given)
  if (!result.success) return giveUp(firstIssue(result.error))
  const { IpProtocol, FromPort, ToPort, IpRanges, Ipv6Ranges, PrefixListIds, UserIdGroupPairs } = result.data
  const protocol = protocolOf(IpProtocol)
  if (protocol === null) return giveUp(`'${IpProtocol}' is no protocol.`)
  // For ICMP the first port is the type and the second the code; other protocols have no ports; IpPermission.
  const ports = hasPortColumn(protocol)
    ? portsOf(FromPort, ToPort)
    : isIcmpWord(protocol)
      ? icmpOf(FromPort, ToPort)
      : 'all'
  if (ports === null) return giveUp('its ports or types are out of range.')

  const ranges = [
    ...IpRanges.map((range) => [range.CidrIp, range.Description] as const),
    ...Ipv6Ranges.map((range) => [range.CidrIpv6, range.Description] as const),
  ]
  const odd = ranges.find(([cidr]) => !isCidr(cidr))
  if (odd) return giveUp(`'${odd[0]}' is no CIDR.`)
  const peers = [
    ...ranges,
    ...PrefixListIds.map((list) => [list.PrefixListId, list.Description] as const),
    ...UserIdGroupPairs.map(
      (pair) => [pair.GroupId ?? byName.get(`${group.VpcId}/${pair.GroupName}`), pair.Description] as const,
    ),
  ]
  for (const pair of UserIdGroupPairs) noteForeign(draft, pair.GroupId, group.GroupId, where)
  const read: GroupRule[] = []
  for (const [peer, description] of peers) {
    if (peer === undefined) return giveUp('it names a group by a name that no group of the VPC has.')
    read.push({ id: '', protocol, ports, peer, description: description ?? '' })
  }
  return read
}

/** A group of a VPC that was not read: nobody in the design carries it, so the rule lets nobody in; rule 5.9. */
function noteForeign(draft: Draft, peer: string | undefined, group: string, where: string): void {
  const { lists, given } = draft.snapshot
  if (
    peer === undefined ||
    !given.has('SecurityGroups') ||
    lists.SecurityGroups.some(({ value }) => value.GroupId === peer)
  )
    return
  draft.say(
    'note',
    where,
    `'${group}' names the security group '${peer}', which is not in the snapshot; the rule matches nobody here.`,
  )
}
