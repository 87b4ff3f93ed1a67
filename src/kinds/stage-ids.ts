// The names of stages that kinds hand packets to each other by.
import type { ResourceId } from '../design/resource.ts'
import type { StageId } from '../forwarding/program.ts'

export const stages = {
  /** What the stages of an interface begin with. */
  interface: (networkInterface: ResourceId): string => `interface/${networkInterface}`,
  /** A packet that an interface sends, its own or forwarded. */
  interfaceOut: (networkInterface: ResourceId): StageId => `interface/${networkInterface}/out`,
  /** A packet of what only answers, and sends nothing of its own. */
  originate: (owner: ResourceId): StageId => `originate/${owner}`,
  /** A packet addressed to the interface, on its subnet. */
  interfaceIn: (networkInterface: ResourceId): StageId => `interface/${networkInterface}/in`,
  /** The same, let in by its groups: the default receiver. */
  interfaceAccept: (networkInterface: ResourceId): StageId => `interface/${networkInterface}/accept`,
  /** A packet that a route of another subnet hands to the interface, whoever it is addressed to. */
  interfaceVia: (networkInterface: ResourceId): StageId => `interface/${networkInterface}/via`,
  /** The same from its own subnet, where no network ACL is passed. */
  interfaceViaLink: (networkInterface: ResourceId): StageId => `interface/${networkInterface}/via-link`,
  /** A packet sent inside the subnet: to a neighbour or to the router. */
  subnetInside: (subnet: ResourceId): StageId => `subnet/${subnet}/inside`,
  /** A packet that crosses the border outwards: network ACL, then the route table. */
  subnetLeave: (subnet: ResourceId): StageId => `subnet/${subnet}/leave`,
  subnetRoute: (subnet: ResourceId): StageId => `subnet/${subnet}/route`,
  /** Where a packet that no route covers could have gone. */
  subnetMeant: (subnet: ResourceId): StageId => `subnet/${subnet}/meant`,
  /** A packet that crosses the border inwards: network ACL, then the neighbour it is addressed to. */
  subnetEnter: (subnet: ResourceId): StageId => `subnet/${subnet}/enter`,
  subnetDeliver: (subnet: ResourceId): StageId => `subnet/${subnet}/deliver`,
  /** The VPC's router hands a packet to the subnet that holds its destination. */
  vpcDeliver: (vpc: ResourceId): StageId => `vpc/${vpc}/deliver`,
  /** Someone outside sends to an address that only the VPC knows. */
  vpcFromOutside: (vpc: ResourceId): StageId => `vpc/${vpc}/from-outside`,
  /** An IPv6 packet for the VPC from the internet. */
  vpcIpv6In: (vpc: ResourceId): StageId => `vpc/${vpc}/ipv6-in`,
  /** Replies to a NAT gateway behind a peering, on their way back without a route; rule 10.9. */
  vpcPeeringReturn: (vpc: ResourceId): StageId => `vpc/${vpc}/peering-return`,
  /** The same, if they came by this peering; else on to the next. */
  vpcPeeringReturnBy: (vpc: ResourceId, peering: ResourceId): StageId =>
    `vpc/${vpc}/peering-return/${peering}`,
  gatewayOut: (gateway: ResourceId): StageId => `internet-gateway/${gateway}/out`,
  gatewayIn: (gateway: ResourceId): StageId => `internet-gateway/${gateway}/in`,
  gatewayDiverted: (gateway: ResourceId, subnet: ResourceId): StageId =>
    `internet-gateway/${gateway}/diverted/${subnet}`,
  egressOut: (gateway: ResourceId): StageId => `egress-only/${gateway}/out`,
  egressIn: (gateway: ResourceId): StageId => `egress-only/${gateway}/in`,
  natEnter: (nat: ResourceId): StageId => `nat/${nat}/enter`,
  natSameSubnet: (nat: ResourceId): StageId => `nat/${nat}/same-subnet`,
  natReturn: (nat: ResourceId): StageId => `nat/${nat}/return`,
  peering: (peering: ResourceId, from: ResourceId): StageId => `peering/${peering}/from/${from}`,
  /** The same from a NAT gateway, whose replies come back without a route; rule 10.9. */
  peeringFromNat: (peering: ResourceId, from: ResourceId): StageId => `peering/${peering}/from-nat/${from}`,
  gatewayEndpoint: (endpoint: ResourceId): StageId => `gateway-endpoint/${endpoint}/out`,
  interfaceEndpoint: (endpoint: ResourceId): StageId => `interface-endpoint/${endpoint}/receive`,
  /** A packet among public addresses: to a gateway of the design, an AWS service, or an outside host. */
  internet: 'internet/arrive' as StageId,
  unmodelled: (resource: ResourceId): StageId => `unmodelled/${resource}/in`,
  unmodelledByRoute: (resource: ResourceId): StageId => `unmodelled/${resource}/by-route`,
}

/** The names of lists of rules that stages share. */
export const lists = {
  /** Addresses that an interface of the VPC reaches past every filter. */
  exempt: (vpc: ResourceId): string => `exempt/${vpc}`,
  /** Addresses of the router on the link of the subnet, which are reached so too. */
  router: (subnet: ResourceId): string => `router/${subnet}`,
  /** Addresses of the subnet's own link. */
  neighbours: (subnet: ResourceId): string => `neighbours/${subnet}`,
  networkAcl: (acl: ResourceId, direction: 'inbound' | 'outbound'): string =>
    `network-acl/${acl}/${direction}`,
  /** certain: rules that hold on every way; unknown: those whose peer is not known. */
  securityGroup: (
    group: ResourceId,
    direction: 'inbound' | 'outbound',
    sort: 'certain' | 'unknown',
  ): string => `security-group/${group}/${direction}/${sort}`,
  /** Rules that name a group, as an interface in the subnet sees its members. */
  groupReferences: (group: ResourceId, direction: 'inbound' | 'outbound', subnet: ResourceId): string =>
    `security-group/${group}/${direction}/references/${subnet}`,
  /** The routes in force for what leaves a subnet or gateway. */
  routes: (table: ResourceId, from: ResourceId): string => `routes/${table}/from/${from}`,
}
