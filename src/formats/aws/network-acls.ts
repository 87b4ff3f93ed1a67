// Network ACLs. The `*` entries (32767 for IPv4, 32768 for IPv6) are implied and not kept.
import { parsePrefix } from '../../net/prefix.ts'
import type { AclEntry, NetworkAcl, Vpc } from '../../kinds/records.ts'
import { firstIssue } from './gathering.ts'
import type { Draft } from './draft.ts'
import { hasPortColumn, icmpOf, isIcmpWord, portsOf, protocolOf } from './protocols.ts'
import { aclEntry } from './shapes/index.ts'
import { nameTag } from './tidy.ts'

const unreadList = 'Without it nobody can say what the list does: answers that meet it are "unknown".'

export function addNetworkAcls(draft: Draft): void {
  for (const { value, where } of draft.snapshot.lists.NetworkAcls) {
    const inbound: AclEntry[] = []
    const outbound: AclEntry[] = []
    let unread = false
    if (value.Entries === undefined) {
      draft.say('error', where, `'${value.NetworkAclId}' comes without its Entries.`, { detail: unreadList })
      continue
    }
    value.Entries.forEach((given, index) => {
      const read = readEntry(given)
      if (typeof read === 'string') {
        unread = true
        draft.say(
          'error',
          `${where}.Entries[${index}]`,
          `This entry of '${value.NetworkAclId}' cannot be read: ${read}`,
          { detail: unreadList },
        )
      } else if (read.entry.number < 32767) (read.egress ? outbound : inbound).push(read.entry)
    })
    // Its subnets go on naming it, and what crosses their borders is then answered "unknown".
    if (unread) continue
    draft.add('network-acl', value.NetworkAclId, nameTag(value), value.VpcId, {
      isDefault: value.IsDefault,
      inbound: withIds(inbound),
      outbound: withIds(outbound),
    } satisfies NetworkAcl['fields'])
  }
  for (const vpc of draft.of('vpc') as readonly Vpc[]) missDefault(draft, vpc)
}

function readEntry(given: unknown): { readonly egress: boolean; readonly entry: AclEntry } | string {
  const result = aclEntry.safeParse(given)
  if (!result.success) return firstIssue(result.error)
  const {
    RuleNumber: number,
    RuleAction: action,
    Egress: egress,
    CidrBlock,
    Ipv6CidrBlock,
    PortRange,
    IcmpTypeCode,
  } = result.data
  const protocol = protocolOf(result.data.Protocol)
  if (protocol === null) return `'${result.data.Protocol}' is no protocol.`
  const cidr = CidrBlock ?? Ipv6CidrBlock ?? ''
  if (!parsePrefix(cidr, 'zero')) return `'${cidr}' is no CIDR.`
  // Port ranges count for TCP and UDP, types for ICMP; other protocols have neither; CreateNetworkAclEntry.
  const ports = hasPortColumn(protocol)
    ? portsOf(PortRange?.From, PortRange?.To)
    : isIcmpWord(protocol)
      ? icmpOf(IcmpTypeCode?.Type, IcmpTypeCode?.Code)
      : 'all'
  return ports === null
    ? 'its ports or types are out of range.'
    : { egress, entry: { id: '', number, action, protocol, ports, cidr } }
}

/** A row is called by its number, which AWS keeps unique in a direction. */
function withIds(entries: readonly AclEntry[]): readonly AclEntry[] {
  const used = new Map<string, number>()
  return entries
    .toSorted((a, b) => a.number - b.number)
    .map((entry) => {
      const times = (used.get(String(entry.number)) ?? 0) + 1
      used.set(String(entry.number), times)
      return { ...entry, id: times === 1 ? `r${entry.number}` : `r${entry.number}-${times}` }
    })
}

/** Subnets that no ACL names use the VPC's default one; rule 6.5. Without it, what crosses their borders is unknown. */
function missDefault(draft: Draft, vpc: Vpc): void {
  const acls = (draft.of('network-acl') as readonly NetworkAcl[]).filter((acl) => acl.parent === vpc.id)
  if (acls.some((acl) => acl.fields.isDefault)) return
  draft.say(
    'warning',
    vpc.id,
    `The default network ACL of '${vpc.name}' is not in the snapshot; answers that cross the border of a subnet using it are "unknown".`,
    { fix: 'Add the output of `aws ec2 describe-network-acls`.' },
  )
}
