// An interface: its source/destination check, its security groups, and who has a packet once it is let in.
// docs/aws-rules.md 1.9, 5, 7, 8, 16.
import { say } from '../../design/phrase.ts'
import { ref, type Ref, type Resource } from '../../design/resource.ts'
import type { View } from '../../design/view.ts'
import type { Lowering, Steps } from '../../forwarding/compile.ts'
import type { Outcome, Rule, Stage, StageId } from '../../forwarding/program.ts'
import { intervals } from '../../net/interval-set.ts'
import { nothing, packets, subtract, union, type PacketSet } from '../../net/packet-set.ts'
import { aclStage } from '../acl-stage.ts'
import { byReferenceMark, divertedMark, replyMark } from '../marks.ts'
import {
  addressesOf,
  cidrsOf,
  interfacesOf,
  pointsOf,
  securityGroupsOf,
  spanOf,
  subnetOf,
  vpcOf,
} from '../network.ts'
import { blocked, delivered, notModelled, onward, reason, to } from '../outcomes.ts'
import type { Compute, NetworkInterface, RouteTable, Subnet, Unmodelled, Vpc } from '../records.ts'
import { lists, stages } from '../stage-ids.ts'

/** The resource a person sees: the instance, gateway or endpoint; a detached interface stands for itself. */
function ownerOf(view: View, networkInterface: NetworkInterface): Resource {
  return view.get(networkInterface.fields.attachedTo) ?? networkInterface
}

/** Machines whose software sends and receives for itself; the rest is AWS's and always behaves. */
const isCompute = (owner: Resource): owner is Compute => 'forwards' in owner.fields

/**
 * Services whose interfaces send and receive as machines do: what one opens is its own, and it takes the replies; rules
 * 5.11, 15.5, 18.2. What they do with what comes to them is not modelled. Gateways carry what others send.
 */
const openers = new Set([
  'api-gateway-managed',
  'branch',
  'database',
  'ec2-instance-connect-endpoint',
  'efs',
  'lambda',
  'load-balancer',
  'network-load-balancer',
  'quicksight',
  'service',
])

const isOpener = (owner: Resource): boolean =>
  owner.kind === 'unmodelled' && openers.has((owner as Unmodelled).fields.type)

/** What the stages of an interface must know of it. */
interface Own {
  readonly networkInterface: NetworkInterface
  readonly owner: Resource
  readonly subnet: Subnet
  readonly vpc: Vpc
  /** The resource whose hop it is, and the interface itself. */
  readonly at: Ref
  readonly own: Ref
  /** Why nobody sends or answers; null when somebody does. */
  readonly quiet: Outcome | null
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

/** The groups on the interface, stateful: a reply to what they let through passes whatever their rules; rule 5.4. */
function groups(
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
  return view.memo(`${direction} groups ${subnet.id}/${named.join('/')}`, (): Filter => {
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

/** What a machine does with a packet that is not its own; rules 10.16, 16.2. */
function forward(
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
