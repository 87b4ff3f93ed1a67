// The list of checks. One is added by its folder and a line here.
import type { Check } from './check.ts'
import { endpointShut } from './endpoint-shut/index.ts'
import { forwardingCheckOn } from './forwarding-check-on/index.ts'
import { missingInternetGateway } from './missing-internet-gateway/index.ts'
import { natWithoutElasticIp } from './nat-without-elastic-ip/index.ts'
import { natWithoutWayOut } from './nat-without-way-out/index.ts'
import { oneNatForSeveralZones } from './one-nat-for-several-zones/index.ts'
import { oneSidedPeering } from './one-sided-peering/index.ts'
import { publicAddressWithoutWay } from './public-address-without-way/index.ts'
import { staleGroupReference } from './stale-group-reference/index.ts'
import { tableWithoutEndpoint } from './table-without-endpoint/index.ts'

export const checks: readonly Check[] = [
  missingInternetGateway,
  natWithoutWayOut,
  natWithoutElasticIp,
  publicAddressWithoutWay,
  forwardingCheckOn,
  oneSidedPeering,
  staleGroupReference,
  endpointShut,
  tableWithoutEndpoint,
  oneNatForSeveralZones,
]
