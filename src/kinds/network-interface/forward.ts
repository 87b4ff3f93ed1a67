// An interface that carries packets of others, as the target of a route. docs/aws-rules.md 10.16, 16.
import { say } from '../../design/phrase.ts'
import type { Resource } from '../../design/resource.ts'
import type { View } from '../../design/view.ts'
import type { Rule, Stage, StageId } from '../../forwarding/program.ts'
import { intervals } from '../../net/interval-set.ts'
import { packets, subtract } from '../../net/packet-set.ts'
import { byReferenceMark, divertedMark } from '../marks.ts'
import { addressesOf, cidrsOf, interfacesOf, isCompute, spanOf } from '../network.ts'
import { blocked, notModelled, reason } from '../outcomes.ts'
import type { Compute, NetworkInterface, RouteTable } from '../records.ts'
import type { Own } from './own.ts'

/** What a machine does with a packet that is not its own; rules 10.16, 16.2. */
export function forward(
  { networkInterface, owner, vpc, at, own }: Own,
  next: StageId,
  view: View,
): Omit<Stage, 'id'> {
  const says = isCompute(owner) ? owner.fields.forwards : 'unchanged'
  const translates =
    says === 'translates' || (says === 'assume' && isDefaultTarget(view, networkInterface, owner))
  const assumed = says === 'assume'
  if (owner.kind === 'unmodelled') {
    return {
      at,
      role: { does: 'forward' },
      lists: [],
      otherwise: {
        next: notModelled('unmodelled/met', say`what ${at} does with packets of others is not modelled`),
        cause: own,
      },
    }
  }
  if (isCompute(owner) && hasOtherLeg(view, networkInterface, owner)) {
    return {
      at,
      role: { does: 'forward' },
      lists: [],
      otherwise: {
        next: notModelled(
          'network-interface/several-legs',
          say`${at} has interfaces in several subnets, and by which of them it sends on packets of others is for its system to say`,
        ),
        cause: own,
      },
    }
  }
  const inside = spanOf(cidrsOf(view, vpc), 4)
  const source = addressesOf(view, networkInterface).find((address) => address.family === 4)
  const rules: Rule[] = []
  rules.push({
    match: packets({ marks: intervals([byReferenceMark, byReferenceMark]) }),
    next: blocked(
      'security-group/reference-not-preserved',
      'SG_REFERENCES_NOT_PRESERVED',
      say`only a rule that names a security group let the packet out, and such rules do not hold on a way through ${at}`,
      'onward',
    ),
    cause: own,
  })
  if (translates && source && inside.length > 0) {
    rules.push({
      // From inside to outside only: between subnets of its VPC there is nothing to hide.
      match: subtract(packets({ family: 4, sources: inside }), packets({ family: 4, destinations: inside })),
      rewrite: { source: source.value, sourcePorts: { first: 1024, last: 65535 }, mark: 0 },
      next: 'onward',
      cause: own,
      ...(assumed
        ? {
            assumes: reason(
              'network-interface/assumed-translating',
              null,
              say`${at} translates addresses: it is the target of a default route and its source/destination check is off`,
            ),
          }
        : {}),
    })
  }
  return {
    at,
    role: { does: translates ? 'translate' : 'forward' },
    lists: [rules],
    otherwise: {
      rewrite: { mark: divertedMark },
      next: 'onward',
      cause: own,
      ...(!assumed
        ? {}
        : {
            assumes: reason(
              'network-interface/assumed-forwarding',
              null,
              say`${at} forwards packets unchanged: its source/destination check is off`,
            ),
          }),
    },
    onward: next,
    // What remembers connections drops what it sees only half of; what only sends on does not mind; rule 16.4.
    ...(assumed
      ? {
          bothWays: reason(
            'network-interface/asymmetric',
            null,
            say`${at} sees only one direction of it, and would drop that if it keeps track of connections`,
          ),
        }
      : {}),
    opens: `via/${networkInterface.id}`,
    returns: { owner: `via/${networkInterface.id}`, next: 'onward' },
  }
}

/** A firewall with a leg on either side sends on what comes to the one by the other; rule 16.2. */
const hasOtherLeg = (view: View, { id, parent }: NetworkInterface, owner: Compute): boolean =>
  interfacesOf(view, owner).some((one) => one.id !== id && one.parent !== parent)

/** Whether a default route leads to the interface, or to the machine it belongs to. */
function isDefaultTarget(view: View, networkInterface: NetworkInterface, owner: Resource): boolean {
  return [networkInterface.id, owner.id].some((id) =>
    (view.referring(id, 'route-table') as readonly RouteTable[]).some((table) =>
      table.fields.routes.some((route) => route.target === id && route.destination === '0.0.0.0/0'),
    ),
  )
}
