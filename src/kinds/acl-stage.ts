// A subnet's network ACL as a stage, for whichever resource's hop it is part of; docs/aws-rules.md 6.
import { say } from '../design/phrase.ts'
import { ref, type Ref } from '../design/resource.ts'
import type { Lowering } from '../forwarding/compile.ts'
import type { Stage } from '../forwarding/program.ts'
import { networkAclOf } from './network.ts'
import { notModelled, passes } from './outcomes.ts'
import type { Subnet } from './records.ts'
import { lists } from './stage-ids.ts'

/** `onward` is left to the caller. */
export function aclStage(
  subnet: Subnet,
  direction: 'inbound' | 'outbound',
  at: Ref,
  lowering: Lowering,
): Omit<Stage, 'id' | 'onward'> {
  const acl = networkAclOf(lowering.view, subnet)
  if (!acl) {
    return {
      at,
      role: { does: 'pass' },
      lists: [],
      otherwise: {
        next: notModelled('network-acl/unknown', say`the network ACL of ${ref(subnet.id)} is not known`),
        cause: ref(subnet.id),
      },
    }
  }
  return {
    at,
    role: { does: 'filter', filters: [ref(acl.id)], direction },
    lists: [lists.networkAcl(acl.id, direction)],
    otherwise: passes(acl.id),
  }
}
