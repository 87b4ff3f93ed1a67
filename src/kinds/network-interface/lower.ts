// An interface: its source/destination check, its security groups, and who has a packet once it is let in.
// docs/aws-rules.md 1.9, 5, 7, 8, 16.
import { say } from '../../design/phrase.ts'
import { ref, type Ref, type Resource } from '../../design/resource.ts'
import type { View } from '../../design/view.ts'
import type { Lowering, Steps } from '../../forwarding/compile.ts'
import type { Outcome, StageId } from '../../forwarding/program.ts'
import { nothing, packets, union, type PacketSet } from '../../net/packet-set.ts'
import { aclStage } from '../acl-stage.ts'
import { addressesOf, isCompute, pointsOf, subnetOf, vpcOf } from '../network.ts'
import { blocked, delivered, onward, reason, to } from '../outcomes.ts'
import type { Compute, NetworkInterface } from '../records.ts'
import { lists, stages } from '../stage-ids.ts'
import { forward } from './forward.ts'
import { groups } from './groups.ts'
import { isOpener } from './openers.ts'
import type { Own } from './own.ts'

/** The resource a person sees: the instance, gateway or endpoint; a detached interface stands for itself. */
function ownerOf(view: View, networkInterface: NetworkInterface): Resource {
  return view.get(networkInterface.fields.attachedTo) ?? networkInterface
}

export function lowerInterface(networkInterface: NetworkInterface, lowering: Lowering): void {
  const { view } = lowering
  const subnet = subnetOf(view, networkInterface)
  const vpc = subnet && vpcOf(view, subnet)
  if (!vpc) return lowerAdrift(networkInterface, lowering)
  const owner = ownerOf(view, networkInterface)
  const quiet = silence(networkInterface, owner)
  const [at, own] = [ref(owner.id), ref(networkInterface.id)]
  lowering.stages(stages.interface(networkInterface.id), steps, {
    networkInterface,
    owner,
    subnet,
    vpc,
    at,
    own,
    quiet,
  })
}

const steps: Steps<Own> = {
  // Sending. What AWS's own services answer on the link is met before any filter; rule 7.
  out: ({ networkInterface, owner, subnet, vpc, at, own, quiet }) => ({
    at,
    role: { does: 'pass' },
    lists: quiet ? [] : [lists.exempt(vpc.id), lists.router(subnet.id)],
    otherwise: quiet ?? (isOpener(owner) ? { ...onward(own), assumes: opensItself(at) } : onward(own)),
    onward: step(networkInterface, 'groups-out'),
    ...(isOpener(owner) ? { opens: `own/${networkInterface.id}` } : {}),
  }),
  'groups-out': (known, { view }) => groups(known, 'outbound', stages.subnetInside(known.subnet.id), view),

  // Receiving.
  in: (known, lowering) => {
    const { networkInterface, owner } = known
    const receiver = isOpener(owner) ? step(networkInterface, 'replies') : receiverOf(known, lowering)
    return groups(known, 'inbound', receiver, lowering.view)
  },
  replies: (known, lowering) => ({
    at: known.at,
    role: { does: 'pass' },
    lists: [],
    returns: {
      owner: `own/${known.networkInterface.id}`,
      next: { to: step(known.networkInterface, 'accepted') },
    },
    otherwise: { next: to(receiverOf(known, lowering)), cause: known.own },
  }),
  accept: ({ networkInterface, at, own, quiet }) => ({
    at,
    role: { does: 'pass' },
    lists: [],
    // A machine that translates for others knows the replies to what it sent in their name.
    returns: { owner: `via/${networkInterface.id}`, next: { to: step(networkInterface, 'groups-out') } },
    otherwise: quiet ?? accepts(networkInterface, at, own),
    onward: step(networkInterface, 'accepted'),
  }),
  accepted: ({ networkInterface, at, own }) => ({
    at,
    role: { does: 'pass' },
    lists: [],
    otherwise: accepts(networkInterface, at, own),
  }),

  // Carrying packets of others, as the target of a route; rules 8.3, 16.
  via: ({ networkInterface, subnet }, lowering) => ({
    ...aclStage(subnet, 'inbound', ref(subnet.id), lowering),
    onward: stages.interfaceViaLink(networkInterface.id),
  }),
  'via-link': ({ networkInterface, owner, at, own }, { view }) => ({
    at,
    role: { does: 'pass' },
    lists: [
      [
        {
          match: addressedTo(view, networkInterface),
          next: to(stages.interfaceIn(networkInterface.id)),
          cause: own,
        },
      ],
    ],
    otherwise: runs(owner)
      ? onward(own)
      : {
          next: blocked(
            'route-table/blackhole',
            'BAD_STATE_ROUTE',
            say`${at} is not running, so routes to it drop packets`,
            'onward',
          ),
          cause: own,
        },
    onward: step(networkInterface, 'via-check'),
  }),
  'via-check': ({ networkInterface, owner, at, own }) => ({
    at,
    role: { does: 'pass' },
    lists: [],
    otherwise:
      networkInterface.fields.sourceDestCheck && isCompute(owner)
        ? {
            next: blocked(
              'network-interface/source-dest-check',
              'ENI_SOURCE_DEST_CHECK_RESTRICTION',
              say`${at} drops packets that are not addressed to it, because its source/destination check is on`,
              'onward',
            ),
            cause: own,
          }
        : onward(own),
    onward: step(networkInterface, 'groups-via'),
  }),
  'groups-via': (known, { view }) => groups(known, 'inbound', step(known.networkInterface, 'forward'), view),
  forward: (known, { view }) => forward(known, step(known.networkInterface, 'groups-out'), view),
}

const receiverOf = ({ owner, networkInterface }: Own, lowering: Lowering): StageId =>
  lowering.receiver(owner, networkInterface) ?? stages.interfaceAccept(networkInterface.id)

const opensItself = (at: Ref) =>
  reason('network-interface/assumed-opening', null, say`${at} opens such connections, and takes the replies`)

const step = ({ id }: NetworkInterface, name: string): StageId => `${stages.interface(id)}/${name}`

const accepts = ({ id }: NetworkInterface, at: Ref, own: Ref): Outcome => ({
  next: delivered(at, stages.interfaceOut(id)),
  cause: own,
})

function addressedTo(view: View, networkInterface: NetworkInterface): PacketSet {
  const addresses = addressesOf(view, networkInterface)
  return ([4, 6] as const)
    .map((family) => ({ family, destinations: pointsOf(addresses, family) }))
    .filter((match) => match.destinations.length > 0)
    .reduce<PacketSet>((all, match) => union(all, packets(match)), nothing)
}

const runs = (owner: Resource): boolean => !isCompute(owner) || owner.fields.state === 'running'

/** Why nobody sends or answers behind the interface; null when somebody does. */
function silence(networkInterface: NetworkInterface, owner: Resource): Outcome | null {
  if (owner === networkInterface) {
    return {
      next: blocked(
        'network-interface/not-attached',
        'BAD_STATE_ATTACHMENT',
        say`${ref(networkInterface.id)} is attached to nothing that could send or answer`,
      ),
      cause: ref(networkInterface.id),
    }
  }
  if (runs(owner)) return null
  const state = (owner as Compute).fields.state
  return {
    next: blocked('instance/not-running', 'BAD_STATE', say`${ref(owner.id)} is ${state}`, 'onward'),
    cause: ref(owner.id),
  }
}

/** In no subnet of a VPC, as only a broken file has it: nothing leads from it. */
function lowerAdrift(networkInterface: NetworkInterface, lowering: Lowering): void {
  const own = ref(networkInterface.id)
  lowering.stage(stages.interfaceOut(networkInterface.id), () => ({
    at: ref(ownerOf(lowering.view, networkInterface).id),
    role: { does: 'pass' },
    lists: [],
    otherwise: {
      next: blocked(
        'network-interface/outside-vpc',
        'UNASSOCIATED_COMPONENT',
        say`${own} stands in no subnet of a VPC`,
      ),
      cause: own,
    },
  }))
}
