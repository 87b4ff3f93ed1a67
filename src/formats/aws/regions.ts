// Which Region each VPC is in, by whatever says so: its zones, ARNs, service names, peerings, folders.
import type { Snapshot } from './snapshot.ts'
import { regionIn } from './tidy.ts'

/** The Region's code by the id of a VPC; VPCs of which nothing says it are missing. */
export function regionCodes({ lists }: Snapshot): ReadonlyMap<string, string> {
  const codes = new Map<string, string>()
  const learn = (vpc: string | undefined, ...texts: readonly (string | null | undefined)[]) => {
    if (vpc === undefined || codes.has(vpc)) return
    const code = texts.map((text) => regionIn(text ?? undefined)).find((found) => found !== null)
    if (code) codes.set(vpc, code)
  }
  for (const { value } of lists.Subnets) learn(value.VpcId, value.AvailabilityZone, value.SubnetArn)
  for (const { value } of lists.Instances) learn(value.VpcId, value.Placement?.AvailabilityZone)
  for (const { value } of lists.NetworkInterfaces) learn(value.VpcId, value.AvailabilityZone)
  for (const { value } of lists.VpcEndpoints) learn(value.VpcId, value.ServiceName)
  for (const { value } of lists.VpcPeeringConnections)
    for (const side of [value.RequesterVpcInfo, value.AccepterVpcInfo]) learn(side?.VpcId, side?.Region)
  for (const { value, region } of [...lists.Vpcs, ...lists.Subnets]) learn(value.VpcId, region)
  // Last, what is said of no VPC in particular: where everything is in one Region, it is that one.
  const elsewhere = [
    ...lists.AvailabilityZones.map(({ value }) => value.RegionName),
    ...lists.Addresses.map(({ value }) => regionIn(value.NetworkBorderGroup)),
    ...codes.values(),
  ]
  const only = onlyOne(elsewhere.flatMap((code) => code ?? []))
  for (const { value } of [...lists.Vpcs, ...lists.Subnets]) learn(value.VpcId, only)
  return codes
}

export function onlyOne(values: Iterable<string>): string | null {
  const distinct = new Set(values)
  return distinct.size === 1 ? [...distinct][0]! : null
}
