// A new peering joins the first two VPCs that may be joined and are not yet.
import { say } from '../../design/phrase.ts'
import type { View } from '../../design/view.ts'
import type { CreateContext, Created } from '../kind.ts'
import { make } from '../make.ts'
import { peerOf, peeringsOf, regionOf } from '../network.ts'
import { overlapBetween } from '../overlaps.ts'
import type { Vpc, VpcPeering } from '../records.ts'

export function createVpcPeering({ view, parent, newId, newName }: CreateContext): Created {
  const all = view.of('vpc') as readonly Vpc[]
  if (all.length < 2)
    return {
      refused: say`A peering connection joins two VPCs, and there ${all.length === 1 ? 'is only one' : 'is none'} yet.`,
    }
  const pairs = all.flatMap((requester, index) =>
    all.slice(index + 1).map((accepter) => ({ requester, accepter })),
  )
  const open = pairs.filter(({ requester, accepter }) => !peered(view, requester, accepter))
  if (open.length === 0)
    return { refused: say`Every two VPCs are peered already; AWS takes one peering a pair.` }
  const here = parent?.kind === 'region' ? parent.id : null
  const possible = open.filter(({ requester, accepter }) => !overlapBetween(view, requester, accepter))
  const pair = possible.find(({ requester }) => regionOf(view, requester)?.id === here) ?? possible[0]
  if (!pair)
    return {
      refused: say`The VPCs that are not peered yet have overlapping CIDRs, and such VPCs cannot be peered.`,
    }
  const id = newId('vpc-peering')
  const name = newName(`pcx-${pair.requester.name}-${pair.accepter.name}`)
  const peering = make<VpcPeering>('vpc-peering', id, name, regionOf(view, pair.requester)?.id ?? null, {
    requester: pair.requester.id,
    accepter: pair.accepter.id,
    status: 'active',
    requesterDns: false,
    accepterDns: false,
  })
  return { resources: [peering], main: id }
}

const peered = (view: View, a: Vpc, b: Vpc): boolean =>
  peeringsOf(view, a).some((peering) => peerOf(view, peering, a)?.id === b.id)
