// The list of kinds. A kind is added by its folder and a line here.
import type { Kind, Kinds } from './kind.ts'
import { availabilityZone } from './availability-zone/index.ts'
import { awsService } from './aws-service/index.ts'
import { bastion } from './bastion/index.ts'
import { egressOnlyInternetGateway } from './egress-only-internet-gateway/index.ts'
import { elasticIp } from './elastic-ip/index.ts'
import { gatewayEndpoint } from './gateway-endpoint/index.ts'
import { instance } from './instance/index.ts'
import { interfaceEndpoint } from './interface-endpoint/index.ts'
import { internetGateway } from './internet-gateway/index.ts'
import { internet } from './internet/index.ts'
import { natGateway } from './nat-gateway/index.ts'
import { natInstance } from './nat-instance/index.ts'
import { networkAcl } from './network-acl/index.ts'
import { networkInterface } from './network-interface/index.ts'
import { prefixList } from './prefix-list/index.ts'
import { region } from './region/index.ts'
import { routeTable } from './route-table/index.ts'
import { securityGroup } from './security-group/index.ts'
import { subnet } from './subnet/index.ts'
import { unmodelled } from './unmodelled/index.ts'
import { vpcPeering } from './vpc-peering/index.ts'
import { vpc } from './vpc/index.ts'

const all: readonly Kind[] = [
  region,
  availabilityZone,
  vpc,
  subnet,
  internetGateway,
  natGateway,
  egressOnlyInternetGateway,
  gatewayEndpoint,
  interfaceEndpoint,
  vpcPeering,
  instance,
  bastion,
  natInstance,
  networkInterface,
  elasticIp,
  routeTable,
  networkAcl,
  securityGroup,
  prefixList,
  internet,
  awsService,
  unmodelled,
]

/** All kinds there are, by name. */
export const kinds: Kinds = new Map(all.map((kind) => [kind.name, kind]))
