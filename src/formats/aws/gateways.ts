// Internet gateways, egress-only internet gateways and NAT gateways.
import type { NatGateway } from '../../kinds/records.ts'
import type { Draft } from './draft.ts'
import type { Places } from './places.ts'
import { inForce, nameTag } from './tidy.ts'
import { addUnmodelled } from './unmodelled.ts'

export function addGateways(draft: Draft, places: Places): void {
  const { lists } = draft.snapshot
  const attachable = [
    ...lists.InternetGateways.map((found) => ({
      ...found,
      kind: 'internet-gateway',
      id: found.value.InternetGatewayId,
    })),
    ...lists.EgressOnlyInternetGateways.map((found) => ({
      ...found,
      kind: 'egress-only-internet-gateway',
      id: found.value.EgressOnlyInternetGatewayId,
    })),
  ]
  for (const { kind, id, value, where, region } of attachable) {
    const vpc = value.Attachments.find((attachment) => inForce(attachment))?.VpcId
    if (vpc !== undefined && draft.has(vpc, 'vpc')) draft.add(kind, id, nameTag(value), vpc, {})
    else {
      draft.add(kind, id, nameTag(value), places.region(region), {})
      if (vpc !== undefined)
        draft.say(
          'warning',
          where,
          `'${id}' is attached to '${vpc}', which is not in the snapshot; it is drawn detached.`,
        )
    }
  }
  for (const { value, where } of lists.NatGateways) addNatGateway(draft, value, where)
}

const natStates: readonly string[] = ['available', 'pending', 'failed', 'deleting']

function addNatGateway(
  draft: Draft,
  value: Draft['snapshot']['lists']['NatGateways'][number]['value'],
  where: string,
): void {
  const { NatGatewayId: id, SubnetId: subnet, VpcId: vpc } = value
  const state = value.State.toLowerCase()
  // AWS shows a deleted gateway for about an hour; routes to it are blackholes with or without it.
  if (state === 'deleted') return draft.say('note', where, `'${id}' is deleted and left out.`)
  if (value.AvailabilityMode === 'regional' || subnet === undefined)
    return addUnmodelled(
      draft,
      id,
      'regional-nat-gateway',
      vpc !== undefined && draft.has(vpc, 'vpc') ? vpc : null,
      where,
      named(nameTag(value)),
    )
  if (!draft.has(subnet, 'subnet'))
    return draft.say(
      'warning',
      where,
      `'${id}' stands in the subnet '${subnet}', which is not in the snapshot; it is left out.`,
    )
  draft.add('nat-gateway', id, nameTag(value), subnet, {
    connectivity: value.ConnectivityType === 'private' ? 'private' : 'public',
    state: natStates.includes(state) ? (state as 'available') : 'pending',
  } satisfies NatGateway['fields'])
}

const named = (name: string | undefined) => (name === undefined ? {} : { name })
