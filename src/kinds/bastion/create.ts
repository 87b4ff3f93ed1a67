// A bastion is no use where nobody outside can reach it, so it goes to a public subnet or says why not.
import { code, say } from '../../design/phrase.ts'
import { ref } from '../../design/resource.ts'
import { createCompute } from '../compute.ts'
import { allow, newGroup } from '../groups.ts'
import type { CreateContext, Created } from '../kind.ts'
import { subnetsOf, vpcOf } from '../network.ts'
import type { Subnet } from '../records.ts'
import { isPublic } from '../standing.ts'

export function createBastion(context: CreateContext): Created {
  const { view, parent } = context
  const vpc = parent && vpcOf(view, parent)
  if (parent?.kind !== 'subnet' || !vpc) return { refused: say`A bastion host stands in a public subnet.` }
  if (!isPublic(view, parent as Subnet)) {
    const why = say`A bastion host must be reachable from outside, and ${ref(parent.id)} has no route to an internet gateway.`
    const better = subnetsOf(view, vpc).find((subnet) => isPublic(view, subnet))
    return {
      refused: better
        ? say`${why} ${ref(better.id)} is a public subnet; place it there.`
        : say`${why} No subnet of ${ref(vpc.id)} has one yet: add an internet gateway and a route ${code('0.0.0.0/0')} to it.`,
    }
  }
  // 198.51.100.0/24 is kept for documentation (RFC 5737): a group that is open to all would be a bad lesson.
  const group = newGroup(context, vpc, 'bastion-ssh', [
    allow('r1', 'tcp', '22', '198.51.100.0/24', 'your office; change me'),
  ])
  return createCompute(context, { kind: 'bastion', stem: 'bastion', group, alwaysPublic: true })
}
