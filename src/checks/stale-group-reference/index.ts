// A rule that names a group of another VPC matches only over an active peering within one Region; vpc-peering-security-groups.
import { say } from '../../design/phrase.ts'
import { ref } from '../../design/resource.ts'
import type { Resource } from '../../design/resource.ts'
import type { View } from '../../design/view.ts'
import { finding } from '../../kinds/finding.ts'
import { setting } from '../../kinds/make.ts'
import { peerOf, peeringsOf, sameRegion, vpcOf } from '../../kinds/network.ts'
import type { SecurityGroup, Vpc } from '../../kinds/records.ts'
import { defineCheck } from '../check.ts'

export const staleGroupReference = defineCheck({
  name: 'stale-group-reference',
  title: 'Rule that names a group out of reach',
  run: ({ view }) =>
    (view.of('security-group') as readonly SecurityGroup[]).flatMap((group) =>
      (['inbound', 'outbound'] as const).flatMap((direction) =>
        group.fields[direction].flatMap((rule) => {
          const peer = view.get(rule.peer)
          const [own, other] = [vpcOf(view, group), peer && vpcOf(view, peer)]
          if (peer?.kind !== 'security-group' || !own || !other || own.id === other.id) return []
          const why = outOfReach(view, own, other)
          if (why === null) return []
          const at = ref(group.id, `${direction}.${rule.id}`)
          const rows = group.fields[direction].map((row) =>
            row.id === rule.id ? { ...row, peer: other.fields.cidr } : row,
          )
          const fix = setting(say`Name the CIDR of ${ref(other.id)} instead`, group, { [direction]: rows })
          return [
            finding(
              'design/stale-group-reference',
              'warning',
              at,
              say`A rule of ${ref(group.id)} matches nothing`,
              say`It names ${ref(peer.id)}, and ${why}`,
              [fix],
            ),
          ]
        }),
      ),
    ),
})

function outOfReach(view: View, own: Vpc, other: Vpc): ReturnType<typeof say> | null {
  const peering = peeringsOf(view, own).find((one) => peerOf(view, one, own)?.id === other.id)
  if (!peering) return say`${ref(own.id)} is not peered with ${names(other)}.`
  if (peering.fields.status !== 'active') return say`${ref(peering.id)} is not active.`
  return sameRegion(view, own, other)
    ? null
    : say`${names(other)} is in another Region, where only CIDRs work.`
}

const names = (vpc: Resource) => say`${ref(vpc.id)}`
