// An organisation's network of any size, from a seed: the same numbers give the same design.
// Each VPC has an internet gateway, a NAT gateway in each of two zones, a network ACL before its private subnets, and
// groups whose rules name CIDRs and each other; every VPC is peered with the next and with the first.
import type { Design } from '../src/design/design.ts'
import { initialFields } from '../src/design/fields.ts'
import type { FieldValue, Resource, ResourceId } from '../src/design/resource.ts'
import { kinds } from '../src/kinds/index.ts'

export interface Size {
  readonly vpcs: number
  readonly subnetsPerVpc: number
  /** Interfaces with an instance; those of the NAT gateways are counted in. */
  readonly interfacesPerSubnet: number
  readonly groupsPerVpc: number
  readonly rulesPerGroup: number
  readonly seed: number
}

/** 100 VPCs, 1,000 subnets, 10,000 network interfaces, 500 groups of 20 rules. */
export const organisation: Size = {
  vpcs: 100,
  subnetsPerVpc: 10,
  interfacesPerSubnet: 10,
  groupsPerVpc: 5,
  rulesPerGroup: 20,
  seed: 1,
}

/** About 500 resources, as one team may have on a canvas. */
export const team: Size = { ...organisation, vpcs: 2, interfacesPerSubnet: 11 }

export function generateOrganisation(size: Size): Design {
  return new Generator(size).design()
}

type Fields = Readonly<Record<string, FieldValue>>

class Generator {
  private readonly resources: Record<ResourceId, Resource> = {}
  private readonly size: Size
  private readonly random: (below: number) => number

  constructor(size: Size) {
    this.size = size
    this.random = randomFrom(size.seed)
  }

  design(): Design {
    this.add('internet', 'internet', null, {})
    this.add('region', 'region', null, { code: 'us-east-1' })
    for (let vpc = 0; vpc < this.size.vpcs; vpc++) this.vpc(vpc)
    for (let vpc = 0; vpc < this.size.vpcs; vpc++)
      for (const other of this.peersOf(vpc)) this.peering(vpc, other)
    return { name: 'Organisation', resources: this.resources, layout: {}, question: null }
  }

  private add(id: ResourceId, kind: string, parent: ResourceId | null, fields: Fields): void {
    const declared = kinds.get(kind)
    if (!declared) throw new Error(`kind ${kind}`)
    this.resources[id] = {
      id,
      kind,
      name: id,
      parent,
      fields: { ...initialFields(declared.fields), ...fields },
    }
  }

  private vpc(number: number): void {
    const id = `vpc-${number}`
    this.add(id, 'vpc', 'region', { cidr: `${blockOf(number)}.0.0/16` })
    this.add(`igw-${number}`, 'internet-gateway', id, {})
    for (const zone of ['a', 'b'])
      this.add(`${id}-${zone}`, 'availability-zone', id, { zone: `us-east-1${zone}` })
    this.tables(number)
    this.add(`acl-${number}`, 'network-acl', id, { isDefault: true, inbound: [open], outbound: [open] })
    this.add(`acl-private-${number}`, 'network-acl', id, this.privateAcl(number))
    for (let group = 0; group < this.size.groupsPerVpc; group++) this.group(number, group)
    for (let subnet = 0; subnet < this.size.subnetsPerVpc; subnet++) this.subnet(number, subnet)
  }

  private tables(number: number): void {
    const peers = this.peersOf(number).map((other) =>
      route(`${blockOf(other)}.0.0/16`, peeringId(number, other)),
    )
    const table = (id: ResourceId, main: boolean, routes: readonly Fields[]) =>
      this.add(id, 'route-table', `vpc-${number}`, { main, routes: numbered(routes) })
    table(`rt-${number}`, true, [])
    table(`rt-public-${number}`, false, [route('0.0.0.0/0', `igw-${number}`), ...peers])
    for (const zone of ['a', 'b'])
      table(`rt-private-${number}-${zone}`, false, [route('0.0.0.0/0', `nat-${number}-${zone}`), ...peers])
  }

  private privateAcl(number: number): Fields {
    const entry = (at: number, action: string, protocol: string, ports: string, cidr: string) => ({
      number: at,
      action,
      protocol,
      ports,
      cidr,
    })
    const inbound = [
      entry(100, 'allow', 'all', 'all', `${blockOf(number)}.0.0/16`),
      entry(110, 'deny', 'tcp', '22', '0.0.0.0/0'),
      entry(120, 'allow', 'tcp', '1024-65535', '0.0.0.0/0'),
      entry(130, 'allow', 'all', 'all', '10.0.0.0/8'),
    ]
    return { inbound: numbered(inbound), outbound: [open] }
  }

  private group(vpc: number, group: number): void {
    const rule = (): Fields => ({
      protocol: this.random(8) === 0 ? 'udp' : 'tcp',
      ports:
        this.random(4) === 0
          ? `${8000 + this.random(500)}-${8500 + this.random(500)}`
          : String(1 + this.random(9999)),
      peer: this.random(3) === 0 ? `sg-${vpc}-${this.random(this.size.groupsPerVpc)}` : this.cidr(vpc),
      description: '',
    })
    const https = {
      protocol: 'tcp',
      ports: '443',
      peer: group === 0 ? '0.0.0.0/0' : `${blockOf(vpc)}.0.0/16`,
      description: '',
    }
    const inbound = [https, ...Array.from({ length: this.size.rulesPerGroup - 2 }, rule)]
    const outbound = [{ protocol: 'all', ports: 'all', peer: '0.0.0.0/0', description: '' }]
    this.add(`sg-${vpc}-${group}`, 'security-group', `vpc-${vpc}`, {
      inbound: numbered(inbound),
      outbound: numbered(outbound),
    })
  }

  private cidr(vpc: number): string {
    const other = this.random(2) === 0 ? vpc : this.random(this.size.vpcs)
    return this.random(2) === 0
      ? `${blockOf(other)}.0.0/16`
      : `${blockOf(other)}.${this.random(this.size.subnetsPerVpc)}.0/24`
  }

  /** The first subnet of each zone is public and holds the zone's NAT gateway. */
  private subnet(vpc: number, subnet: number): void {
    const id = `subnet-${vpc}-${subnet}`
    const zone = subnet % 2 === 0 ? 'a' : 'b'
    const isPublic = subnet < 2
    this.add(id, 'subnet', `vpc-${vpc}-${zone}`, {
      cidr: `${blockOf(vpc)}.${subnet}.0/24`,
      routeTable: isPublic ? `rt-public-${vpc}` : `rt-private-${vpc}-${zone}`,
      networkAcl: isPublic ? null : `acl-private-${vpc}`,
    })
    for (let host = 0; host < this.size.interfacesPerSubnet; host++) {
      const address = `${blockOf(vpc)}.${subnet}.${10 + host}`
      if (isPublic && host === 0) this.nat(vpc, zone, id, address)
      else this.instance(vpc, subnet, host, id, address, isPublic)
    }
  }

  private nat(vpc: number, zone: string, subnet: ResourceId, address: string): void {
    const id = `nat-${vpc}-${zone}`
    this.add(id, 'nat-gateway', subnet, {})
    this.interface(`eni-${id}`, subnet, id, address, { sourceDestCheck: false })
    const elastic = `203.${vpc % 256}.${113 + Math.floor(vpc / 256)}.${zone === 'a' ? 1 : 2}`
    this.add(`eip-${id}`, 'elastic-ip', 'region', { address: elastic, networkInterface: `eni-${id}` })
  }

  private instance(
    vpc: number,
    subnet: number,
    host: number,
    parent: ResourceId,
    address: string,
    isPublic: boolean,
  ): void {
    const id = `i-${vpc}-${subnet}-${host}`
    this.add(id, 'instance', parent, {})
    const groups = new Set([0, this.random(this.size.groupsPerVpc)].map((group) => `sg-${vpc}-${group}`))
    const publicAddress = isPublic
      ? `54.${vpc % 256}.${subnet + 10 * Math.floor(vpc / 256)}.${10 + host}`
      : ''
    this.interface(`eni-${id}`, parent, id, address, { securityGroups: [...groups] }, publicAddress)
  }

  private interface(
    id: ResourceId,
    subnet: ResourceId,
    attachedTo: ResourceId,
    address: string,
    fields: Fields,
    publicAddress = '',
  ): void {
    const addresses = [{ id: 'a1', address, publicAddress }]
    this.add(id, 'network-interface', subnet, { addresses, attachedTo, primary: true, ...fields })
  }

  /** The next VPC and the first; each pair once, as seen from either side. */
  private peersOf(vpc: number): readonly number[] {
    const { vpcs } = this.size
    const all = [vpc + 1, vpc - 1, ...(vpc === 0 ? Array.from({ length: vpcs }, (_, other) => other) : [0])]
    return [...new Set(all)].filter((other) => other !== vpc && other >= 0 && other < vpcs)
  }

  private peering(vpc: number, other: number): void {
    if (other < vpc) return
    this.add(peeringId(vpc, other), 'vpc-peering', 'region', {
      requester: `vpc-${vpc}`,
      accepter: `vpc-${other}`,
      status: 'active',
    })
  }
}

const open = { id: 'r1', number: 100, action: 'allow', protocol: 'all', ports: 'all', cidr: '0.0.0.0/0' }

const blockOf = (vpc: number): string => `${10 + Math.floor(vpc / 256)}.${vpc % 256}`

const peeringId = (a: number, b: number): ResourceId => `pcx-${Math.min(a, b)}-${Math.max(a, b)}`

const route = (destination: string, target: ResourceId): Fields => ({
  destination,
  target,
  origin: 'static',
  state: 'active',
})

const numbered = (rows: readonly Fields[]): readonly FieldValue[] =>
  rows.map((row, i) => ({ id: `r${i + 1}`, ...row }))

/** mulberry32: small, and the same everywhere. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below) | 0
  }
}
