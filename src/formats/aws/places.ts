// Regions, VPCs, zones and subnets. Later steps ask here where things are.
import { regionName } from '../../kinds/aws-regions.ts'
import type { AvailabilityZone, Region, Subnet, Vpc } from '../../kinds/records.ts'
import type { Draft } from './draft.ts'
import { onlyOne, regionCodes } from './regions.ts'
import type { ListName } from './snapshot.ts'
import { inForce, isCidr, nameTag } from './tidy.ts'

export interface Places {
  /** The id of a Region's resource, made when it is first asked for. Unknown code: the only Region there is, or null. */
  region(code: string | null | undefined): string | null
  /** The Region's code of a VPC. */
  codeOf(vpc: string | undefined): string | null
  /** The VPC of a subnet, zones between them skipped. */
  vpcOf(subnet: string): string | undefined
}

export function addPlaces(draft: Draft): Places {
  const codes = regionCodes(draft.snapshot)
  const only = onlyOne(codes.values())
  const blocked = new Set(draft.snapshot.publicAccessBlocked)
  sayWherePublicAccessIsBlocked(draft, codes, blocked)
  const vpcs = new Map(draft.snapshot.lists.Subnets.map(({ value }) => [value.SubnetId, value.VpcId]))
  const places: Places = {
    region(code) {
      const known = code ?? only
      if (known === null) return null
      if (!draft.has(known))
        draft.add('region', known, regionName(known), null, {
          code: known,
          blockPublicAccess: blocked.has(known) || blocked.has(''),
        } satisfies Region['fields'])
      return known
    },
    codeOf: (vpc) => (vpc === undefined ? null : (codes.get(vpc) ?? null)),
    vpcOf: (subnet) => vpcs.get(subnet),
  }
  addVpcs(draft, places)
  addUnlistedVpcs(draft, places)
  addSubnets(draft)
  return places
}

/** VPCs and subnets tell it of themselves, also where the account's setting was not taken; rule 19.1. */
function sayWherePublicAccessIsBlocked(
  draft: Draft,
  codes: ReadonlyMap<string, string>,
  blocked: Set<string>,
): void {
  const { Vpcs, Subnets } = draft.snapshot.lists
  for (const { value, where, region } of [...Vpcs, ...Subnets]) {
    const mode = value.BlockPublicAccessStates?.InternetGatewayBlockMode ?? 'off'
    const code = codes.get(value.VpcId) ?? region ?? ''
    if (mode === 'off' || blocked.has(code)) continue
    blocked.add(code)
    draft.say(
      'warning',
      where,
      `VPC Block Public Access is on (${mode}) for '${value.VpcId}' and not modelled: answers through internet gateways of its Region are "unknown".`,
    )
  }
}

function addVpcs(draft: Draft, places: Places): void {
  for (const { value, where, region } of draft.snapshot.lists.Vpcs) {
    const id = value.VpcId
    const blocks = value.CidrBlockAssociationSet.filter((set) => inForce(set.CidrBlockState)).map(
      (set) => set.CidrBlock,
    )
    const cidrs = readable(
      draft,
      4,
      [...(value.CidrBlock === undefined ? [] : [value.CidrBlock]), ...blocks],
      where,
    )
    const v6 = value.Ipv6CidrBlockAssociationSet.filter((set) => inForce(set.Ipv6CidrBlockState))
    const dns = draft.snapshot.attributes.get(id)
    draft.add('vpc', id, nameTag(value), places.region(places.codeOf(id) ?? region), {
      cidr: cidrs[0] ?? '',
      secondaryCidrs: cidrs.slice(1),
      ipv6Cidrs: readable(
        draft,
        6,
        v6.map((set) => set.Ipv6CidrBlock),
        where,
      ),
      privateIpv6Cidrs: readable(
        draft,
        6,
        v6.filter((set) => set.Ipv6AddressAttribute === 'private').map((set) => set.Ipv6CidrBlock),
        where,
      ),
      isDefault: value.IsDefault,
      // Assumed on where describe-vpc-attribute was not read: describe-vpcs does not print them.
      dnsSupport: isOn(dns?.EnableDnsSupport),
      dnsHostnames: isOn(dns?.EnableDnsHostnames),
    } satisfies Vpc['fields'])
  }
}

/** VPCs that own subnets but stand in no list: of another account that shares them, or the list was not taken. */
function addUnlistedVpcs(draft: Draft, places: Places): void {
  const { Subnets, RouteTables } = draft.snapshot.lists
  for (const { value, where } of Subnets) {
    const id = value.VpcId
    if (draft.has(id)) continue
    const routes = RouteTables.filter((table) => table.value.VpcId === id).flatMap(
      (table) => table.value.Routes,
    )
    const local = (routes as readonly { GatewayId?: unknown; DestinationCidrBlock?: unknown }[]).flatMap(
      (route) =>
        route.GatewayId === 'local' && typeof route.DestinationCidrBlock === 'string'
          ? [route.DestinationCidrBlock]
          : [],
    )
    const own = Subnets.filter((subnet) => subnet.value.VpcId === id).flatMap(
      (subnet) => subnet.value.CidrBlock ?? [],
    )
    const [cidr = '', ...secondaryCidrs] = readable(draft, 4, local.length > 0 ? local : own, where)
    draft.add('vpc', id, undefined, places.region(places.codeOf(id)), {
      cidr,
      secondaryCidrs,
      dnsHostnames: true,
    })
    const source = local.length > 0 ? 'local routes' : 'subnets'
    draft.say(
      'warning',
      where,
      `The VPC '${id}' is in no list of Vpcs; its CIDRs are taken from its ${source}.`,
      {
        fix: 'Add the output of `aws ec2 describe-vpcs`.',
      },
    )
  }
}

function addSubnets(draft: Draft): void {
  const { Subnets, RouteTables, NetworkAcls } = draft.snapshot.lists
  const tables = new Map(
    RouteTables.flatMap(({ value }) =>
      value.Associations.filter((one) => inForce(one.AssociationState)).map((one) => [
        one.SubnetId,
        value.RouteTableId,
      ]),
    ),
  )
  const acls = new Map(
    NetworkAcls.flatMap(({ value }) => value.Associations.map((one) => [one.SubnetId, value.NetworkAclId])),
  )
  // The rest of a list that was cut short may name the subnet: an id that leads nowhere is answered "unknown", while
  // none would stand for the main table and the default ACL.
  const { cutShort } = draft.snapshot
  const missing = (list: ListName, id: string) => (cutShort.has(list) ? `not-read@${id}` : null)
  for (const { value, where } of Subnets) {
    const { SubnetId: id, VpcId: vpc, AvailabilityZone: name } = value
    const zone = name === undefined ? undefined : `${name}@${vpc}`
    if (name !== undefined && !draft.has(`${name}@${vpc}`))
      draft.add('availability-zone', `${name}@${vpc}`, name, vpc, {
        zone: name,
      } satisfies AvailabilityZone['fields'])
    const v6 = value.Ipv6CidrBlockAssociationSet.filter((set) => inForce(set.Ipv6CidrBlockState))
    draft.add('subnet', id, nameTag(value), zone ?? vpc, {
      cidr: readable(draft, 4, value.CidrBlock === undefined ? [] : [value.CidrBlock], where)[0] ?? '',
      ipv6Cidr:
        readable(
          draft,
          6,
          v6.map((set) => set.Ipv6CidrBlock),
          where,
        )[0] ?? '',
      assignPublicIp: value.MapPublicIpOnLaunch,
      routeTable: tables.get(id) ?? missing('RouteTables', id),
      networkAcl: acls.get(id) ?? missing('NetworkAcls', id),
    } satisfies Subnet['fields'])
  }
}

/** Each block once, without those that cannot be read. */
function readable(draft: Draft, family: 4 | 6, cidrs: readonly string[], where: string): readonly string[] {
  return [...new Set(cidrs)].filter((cidr) => {
    if (isCidr(cidr, family)) return true
    draft.say('error', where, `'${cidr}' is no IPv${family} CIDR; it is left out.`)
    return false
  })
}

function isOn(attribute: unknown): boolean {
  return !(
    typeof attribute === 'object' &&
    attribute !== null &&
    'Value' in attribute &&
    attribute.Value === false
  )
}
