// Temporary: reads just enough of a snapshot to check the reference walker alone.
import { readdirSync, readFileSync } from 'node:fs'
import type { Design } from '../design/design.ts'
import type { FieldValue, Resource } from '../design/resource.ts'

/* eslint-disable @typescript-eslint/no-explicit-any */
export function readTiny(folder: string): Design {
  const all: Record<string, any[]> = {}
  for (const file of readdirSync(folder)) {
    for (const [key, list] of Object.entries(JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as Record<string, any[]>)) all[key] = [...(all[key] ?? []), ...list]
  }
  const resources: Record<string, Resource> = {}
  const add = (kind: string, id: string, parent: string | null, fields: Record<string, FieldValue>) => {
    resources[id] = { id, kind, name: id, parent, fields }
  }
  add('region', 'region', null, { code: 'us-east-1' })
  const proto = (p: string) => ({ '-1': 'all', '6': 'tcp', '17': 'udp', '1': 'icmp', '58': 'icmpv6' })[p] ?? p
  for (const v of all['Vpcs'] ?? []) {
    add('vpc', v.VpcId, 'region', { cidr: v.CidrBlock, secondaryCidrs: v.CidrBlockAssociationSet.map((a: any) => a.CidrBlock).filter((c: string) => c !== v.CidrBlock), ipv6Cidrs: [], isDefault: v.IsDefault, dnsSupport: true, dnsHostnames: false })
  }
  for (const s of all['Subnets'] ?? []) {
    const find = (list: any[] | undefined) => (list ?? []).find((t) => t.Associations.some((a: any) => a.SubnetId === s.SubnetId))
    add('subnet', s.SubnetId, s.VpcId, { cidr: s.CidrBlock, ipv6Cidr: '', assignPublicIp: false, routeTable: find(all['RouteTables'])?.RouteTableId ?? null, networkAcl: find(all['NetworkAcls'])?.NetworkAclId ?? null })
  }
  for (const t of all['RouteTables'] ?? []) {
    const routes = t.Routes.filter((r: any) => r.GatewayId !== 'local' && !(r.GatewayId ?? '').startsWith('vpce')).map((r: any, i: number) => ({
      id: `r${i}`, destination: r.DestinationCidrBlock ?? r.DestinationPrefixListId, origin: 'static', state: r.State,
      target: r.GatewayId ?? r.NatGatewayId ?? r.VpcPeeringConnectionId ?? r.TransitGatewayId ?? r.NetworkInterfaceId ?? r.InstanceId,
    }))
    add('route-table', t.RouteTableId, t.VpcId, { main: t.Associations.some((a: any) => a.Main), routes, gateway: null })
    for (const r of routes) if (r.target.startsWith('tgw-')) add('unmodelled', r.target, 'region', { type: 'transit-gateway', cidrs: [] })
  }
  const ports = (p: any) => (p.IpProtocol === 'icmp' ? (p.FromPort === -1 ? 'all' : `${p.FromPort}`) : p.FromPort === undefined ? 'all' : `${p.FromPort}-${p.ToPort}`)
  for (const a of all['NetworkAcls'] ?? []) {
    const dir = (egress: boolean) => a.Entries.filter((e: any) => e.Egress === egress && e.RuleNumber < 32767).map((e: any) => ({
      id: `n${e.RuleNumber}`, number: e.RuleNumber, action: e.RuleAction, protocol: proto(e.Protocol), cidr: e.CidrBlock,
      ports: e.PortRange ? `${e.PortRange.From}-${e.PortRange.To}` : e.IcmpTypeCode && e.IcmpTypeCode.Type !== -1 ? `${e.IcmpTypeCode.Type}` : 'all',
    }))
    add('network-acl', a.NetworkAclId, a.VpcId, { isDefault: a.IsDefault, inbound: dir(false), outbound: dir(true) })
  }
  for (const g of all['SecurityGroups'] ?? []) {
    const rules = (list: any[]) => list.flatMap((p, i) => [...p.IpRanges.map((r: any) => r.CidrIp), ...p.UserIdGroupPairs.map((r: any) => r.GroupId), ...(p.PrefixListIds ?? []).map((r: any) => r.PrefixListId)].map((peer, j) => ({ id: `r${i}-${j}`, protocol: proto(p.IpProtocol), ports: ports(p), peer, description: '' })))
    add('security-group', g.GroupId, g.VpcId, { isDefault: g.GroupName === 'default', inbound: rules(g.IpPermissions), outbound: rules(g.IpPermissionsEgress) })
  }
  for (const r of all['Reservations'] ?? []) for (const i of r.Instances) add('instance', i.InstanceId, i.SubnetId, { state: i.State.Name, ephemeral: 'linux', forwards: 'assume' })
  for (const n of all['NatGateways'] ?? []) add('nat-gateway', n.NatGatewayId, n.SubnetId, { connectivity: n.ConnectivityType, state: n.State })
  for (const e of all['NetworkInterfaces'] ?? []) {
    const nat = (all['NatGateways'] ?? []).find((n) => n.NatGatewayAddresses.some((a: any) => a.NetworkInterfaceId === e.NetworkInterfaceId))
    add('network-interface', e.NetworkInterfaceId, e.SubnetId, { addresses: e.PrivateIpAddresses.map((p: any, i: number) => ({ id: `a${i}`, address: p.PrivateIpAddress, publicAddress: p.Association?.PublicIp ?? '' })), ipv6: [], securityGroups: e.Groups.map((g: any) => g.GroupId), sourceDestCheck: e.SourceDestCheck, attachedTo: nat?.NatGatewayId ?? e.Attachment?.InstanceId ?? null, primary: true })
  }
  for (const g of all['InternetGateways'] ?? []) add('internet-gateway', g.InternetGatewayId, g.Attachments[0]?.VpcId ?? 'region', {})
  for (const p of all['VpcPeeringConnections'] ?? []) add('vpc-peering', p.VpcPeeringConnectionId, 'region', { requester: p.RequesterVpcInfo.VpcId, accepter: p.AccepterVpcInfo.VpcId, status: p.Status.Code, requesterDns: false, accepterDns: false })
  for (const p of all['PrefixLists'] ?? []) add('prefix-list', p.PrefixListId, 'region', { cidrs: p.Cidrs, awsService: p.PrefixListName.split('.').at(-1) })
  for (const e of all['VpcEndpoints'] ?? []) add('gateway-endpoint', e.VpcEndpointId, e.VpcId, { service: e.ServiceName.split('.').at(-1), routeTables: e.RouteTableIds, state: 'available' })
  return { name: 'snapshot', resources, layout: {}, question: null }
}
