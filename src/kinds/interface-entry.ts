// How a route hands packets to an interface, or to the machine it belongs to.
import type { Resource } from '../design/resource.ts'
import type { View } from '../design/view.ts'
import type { StageId } from '../forwarding/program.ts'
import { interfacesOf, subnetOf, vpcOf } from './network.ts'
import type { NetworkInterface } from './records.ts'
import { stages } from './stage-ids.ts'

/** An instance as a route's target: its primary interface. */
export function entryOfOwner(owner: Resource, from: Resource, view: View): StageId | null {
  const [primary] = interfacesOf(view, owner)
  return primary ? entryOfInterface(primary, from, view) : null
}

export function entryOfInterface(
  networkInterface: NetworkInterface,
  from: Resource,
  view: View,
): StageId | null {
  if (networkInterface.fields.attachedTo === null) return null
  const subnet = subnetOf(view, networkInterface)
  // A route leads to nothing of another VPC.
  const vpc = vpcOf(view, from)
  if (!subnet || !vpc || vpcOf(view, subnet)?.id !== vpc.id) return null
  return subnetOf(view, from)?.id === subnet.id
    ? stages.interfaceViaLink(networkInterface.id)
    : stages.interfaceVia(networkInterface.id)
}
