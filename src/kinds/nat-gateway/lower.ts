// A NAT gateway: sends in its own name, remembers for whom, and lets nothing else back. docs/aws-rules.md 10A, 17-F.
import { say } from '../../design/phrase.ts'
import { ref, type Ref, type Resource } from '../../design/resource.ts'
import type { View } from '../../design/view.ts'
import type { Lowering, Offer } from '../../forwarding/compile.ts'
import type { End, Next, StageId } from '../../forwarding/program.ts'
import { aclStage } from '../acl-stage.ts'
import { publicRanges } from '../address-ranges.ts'
import { formatAddress, type Address } from '../../net/address.ts'
import { intervals } from '../../net/interval-set.ts'
import { ICMP, TCP, UDP } from '../../net/packet.ts'
import { packets } from '../../net/packet-set.ts'
import { parsePrefix } from '../../net/prefix.ts'
import { interfacesOf, mappingsOf, routeTableOf, subnetOf, vpcOf, zoneOf } from '../network.ts'
import { byReferenceMark, replyMark } from '../marks.ts'
import { blocked, notModelled, onward, passes, reason } from '../outcomes.ts'
import type { NatGateway, Subnet } from '../records.ts'
import { routeStage } from '../route-stage.ts'
import { lists, stages } from '../stage-ids.ts'

const protocols = intervals([TCP, TCP], [UDP, UDP], [ICMP, ICMP])
const nat64 = parsePrefix('64:ff9b::/96')!

export function lowerNatGateway(nat: NatGateway, lowering: Lowering): void {
  const { view } = lowering
  const subnet = subnetOf(view, nat)
  const at = ref(nat.id)
  const placed = subnet && vpcOf(view, subnet)
  lowering.stage(stages.originate(nat.id), () => ({
    at,
    role: { does: 'pass' },
    lists: [],
    otherwise: { next: { end: neverOpens(at, placed ? `nat/${nat.id}/inside` : undefined) }, cause: at },
  }))
  if (!placed) return
  const name = (step: string): StageId => `nat/${nat.id}/${step}`
  const [address, ...others] = ownAddresses(view, nat)

  lowering.stage(stages.natEnter(nat.id), () => ({
    ...aclStage(subnet, 'inbound', ref(subnet.id), lowering),
    onward: name('available'),
  }))
  lowering.stage(stages.natSameSubnet(nat.id), () => ({
    at,
    role: { does: 'pass' },
    lists: [],
    otherwise: {
      next: blocked(
        'nat-gateway/same-subnet',
        null,
        say`${at} sends it to itself: a NAT gateway cannot serve its own subnet, whose routes it uses too`,
      ),
      cause: at,
    },
  }))
  lowering.stage(name('available'), () => ({
    at,
    role: { does: 'pass' },
    lists: [],
    otherwise:
      nat.fields.state === 'available' && address
        ? onward(at)
        : {
            next: blocked(
              'nat-gateway/not-available',
              'BAD_STATE',
              say`${at} is ${nat.fields.state === 'available' ? 'without an address' : nat.fields.state}`,
              address ? 'onward' : undefined,
            ),
            cause: at,
          },
    onward: name('translate'),
  }))
  lowering.stage(name('translate'), () => ({
    at,
    role: { does: 'translate' },
    lists: [
      [
        {
          // Answers to what came in another way: no session of this gateway knows them; rule 9.5.
          match: packets({ marks: [replyMark, replyMark] }),
          next: noSession(at),
          cause: at,
        },
        {
          match: packets({ marks: [byReferenceMark, byReferenceMark] }),
          next: blocked(
            'security-group/reference-not-preserved',
            'SG_REFERENCES_NOT_PRESERVED',
            say`only a rule that names a security group let the packet out, and such rules do not hold on a way through ${at}`,
          ),
          cause: at,
        },
        ...(address
          ? [
              {
                match: packets({ family: 4, protocols }),
                rewrite: { source: address.value, sourcePorts: { first: 1024, last: 65535 }, mark: 0 },
                next: 'onward' as const,
                cause: at,
                ...(others.length > 0
                  ? {
                      assumes: reason(
                        'nat-gateway/several-addresses',
                        null,
                        say`${at} has ${others.length + 1} addresses and sends from any of them: this is the answer for ${formatAddress(address)}`,
                      ),
                    }
                  : {}),
              },
            ]
          : []),
        {
          match: packets({ family: 6, destinations: intervals([nat64.first, nat64.last]) }),
          next: notModelled('nat-gateway/nat64', say`translation from IPv6 to IPv4 by ${at} is not modelled`),
          cause: at,
        },
      ],
    ],
    otherwise: {
      next: blocked(
        'nat-gateway/protocol',
        'PROTOCOL_RESTRICTION',
        say`${at} carries IPv4 TCP, UDP and ICMP only`,
      ),
      cause: at,
    },
    onward: name('inside'),
    opens: `nat/${nat.id}`,
  }))

  // Arriving at its own address: only answers are let back.
  lowering.stage(stages.natReturn(nat.id), () => ({
    at,
    role: { does: 'translate' },
    lists: [],
    returns: { owner: `nat/${nat.id}`, next: 'onward' },
    otherwise: {
      next: noSession(at),
      cause: at,
    },
    onward: name('inside'),
  }))
  lowering.stage(name('inside'), () => ({
    at,
    role: { does: 'pass' },
    lists: [lists.neighbours(subnet.id)],
    otherwise: passes(nat.id),
    onward: name('leave'),
  }))
  lowering.stage(name('leave'), () => ({
    ...aclStage(subnet, 'outbound', at, lowering),
    onward: name('route'),
  }))
  lowering.stage(name('route'), () => routeStage(subnet, nat, lowering))
}

/** The way beyond is what packets that it carries take; nobody answers one of its own. */
const neverOpens = (at: Ref, intended: StageId | undefined): End => ({
  disposition: 'blocked',
  reason: reason(
    'nat-gateway/cannot-originate',
    null,
    say`${at} opens no connections by itself, only for the subnets that route to it: ask from one of them`,
  ),
  unanswerable: true,
  ...(intended === undefined ? {} : { intended }),
})

const noSession = (at: Ref): Next =>
  blocked(
    'nat-gateway/no-session',
    null,
    say`${at} opened no session that this answers, and lets nothing else in`,
  )

/** The primary private address, in whose name it sends; rule 10.4. */
function ownAddresses(view: View, nat: NatGateway): readonly Address[] {
  const [own] = interfacesOf(view, nat)
  return own ? mappingsOf(view, own).flatMap(({ address }) => (address.family === 4 ? [address] : [])) : []
}

export function entryOfNatGateway(nat: NatGateway, from: Resource, view: View): StageId | null {
  const subnet = subnetOf(view, nat)
  if (!subnet || vpcOf(view, nat)?.id !== vpcOf(view, from)?.id) return null
  // Deleted: the route is a blackhole. Not a target of gateway route tables; rule 3.5.5.
  if (nat.fields.state === 'deleted' || from.kind === 'internet-gateway') return null
  return subnetOf(view, from)?.id === subnet.id ? stages.natSameSubnet(nat.id) : stages.natEnter(nat.id)
}

export function offersOfNatGateway(nat: NatGateway, subnet: Resource, view: View): readonly Offer[] {
  const home = subnetOf(view, nat)
  if (
    !home ||
    // A table that the NAT gateway's own subnet uses would send it its own packets; rule 10.10.
    routeTableOf(view, home)?.id === routeTableOf(view, subnet as Subnet)?.id ||
    nat.fields.connectivity === 'private' ||
    vpcOf(view, nat)?.id !== vpcOf(view, subnet)?.id
  )
    return []
  const near = zoneOf(view, home)?.id === view.ancestor(subnet.id, 'availability-zone')?.id
  return [
    {
      match: packets({ family: 4, protocols, destinations: publicRanges }),
      destination: '0.0.0.0/0',
      preference: near ? 25 : 20,
    },
  ]
}
