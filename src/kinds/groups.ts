// Security groups that come with other resources.
import type { Resource } from '../design/resource.ts'
import type { View } from '../design/view.ts'
import type { CreateContext } from './kind.ts'
import { make } from './make.ts'
import type { GroupRule, SecurityGroup, Vpc } from './records.ts'

export function defaultGroup(view: View, vpc: Resource): SecurityGroup | undefined {
  return (view.children(vpc.id, 'security-group') as readonly SecurityGroup[]).find(
    (group) => group.fields.isDefault,
  )
}

/** A group as AWS makes it: nothing comes in but what is listed, and everything may go out; security-group-rules. */
export function newGroup(
  { newId, newName }: CreateContext,
  vpc: Resource,
  stem: string,
  inbound: readonly GroupRule[],
): Resource {
  const ipv6 = (vpc as Vpc).fields.ipv6Cidrs.length > 0
  const outbound: GroupRule[] = [allow('r1', 'all', 'all', '0.0.0.0/0')]
  if (ipv6) outbound.push(allow('r2', 'all', 'all', '::/0'))
  return make<SecurityGroup>('security-group', newId('security-group'), newName(stem), vpc.id, {
    isDefault: false,
    inbound,
    outbound,
  })
}

export function allow(
  id: string,
  protocol: string,
  ports: string,
  peer: string,
  description = '',
): GroupRule {
  return { id, protocol, ports, peer, description }
}
