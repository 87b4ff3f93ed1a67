// The rows that say what AWS does not accept, and their valid neighbours: what the design review finds.

export interface Configuration {
  readonly id: string
  readonly setup: string
  /** The checks of which one must find an error; none: no error may be found. */
  readonly found: readonly string[]
}

const inSubnet = (address: string) => `
vpc main 10.0.0.0/16
  subnet a 10.0.0.0/24
    instance web ${address}`
const vpc = (cidrs: string) => `vpc main ${cidrs}`
const withRoute = (secondary: string) => `
vpc main 10.2.0.0/16 ${secondary}
unmodelled vgw virtual-private-gateway
table main: 10.0.0.0/24 -> vgw`
const edge = (routes: string) => `
vpc main 10.0.0.0/16
  subnet app 10.0.1.0/24
  subnet fw-subnet 10.0.2.0/24
    instance fw 10.0.2.10 elastic no-source-dest-check
igw igw
unmodelled vgw virtual-private-gateway
prefix-list list 10.0.1.0/24
table edge-rt edge igw: ${routes}`
const inside = (route: string) => `
vpc main 10.0.0.0/16
  subnet a 10.0.1.0/24
  subnet b 10.0.2.0/24
    instance fw 10.0.2.10 no-source-dest-check
vpc peer 10.9.0.0/16
peering pcx main <-> peer
igw igw in main
unmodelled tgw transit-gateway
unmodelled vgw virtual-private-gateway in main
table main in main: ${route}`
const peered = (a: string, b: string) => `
vpc a ${a}
vpc b ${b}
peering ab a <-> b`
const reserved = [
  'network-interface/reserved-address',
  'network-interface/address-reserved',
  'network-interface/reserved',
]
const insideVpc = ['route-table/inside-vpc']
const cidrSize = ['vpc/cidr-size']
const range = ['vpc/secondary-range']

export const invalid: readonly Configuration[] = [
  ...['10.0.0.0', '10.0.0.1', '10.0.0.2', '10.0.0.3', '10.0.0.255'].map((address) => ({
    id: 'AD-1',
    setup: inSubnet(address),
    found: reserved,
  })),
  { id: 'AD-2', setup: vpc('10.0.0.0/15'), found: cidrSize },
  { id: 'AD-2', setup: vpc('10.0.0.0/29'), found: cidrSize },
  { id: 'AD-3', setup: `vpc main 10.0.0.0/24\n  subnet a 10.0.0.0/25\n  subnet b 10.0.0.128/25`, found: [] },
  { id: 'AD-4', setup: withRoute('10.0.0.0/24'), found: ['vpc/block-covers-route'] },
  { id: 'AD-4', setup: withRoute('10.0.0.0/23'), found: ['vpc/block-covers-route'] },
  { id: 'AD-5', setup: withRoute('10.0.0.0/25'), found: [] },
  { id: 'AD-6', setup: vpc('10.5.0.0/16 172.16.0.0/16'), found: range },
  { id: 'AD-6', setup: vpc('10.5.0.0/16 192.168.0.0/16'), found: range },
  { id: 'AD-6', setup: vpc('10.5.0.0/16 198.19.0.0/16'), found: range },
  { id: 'AD-7', setup: vpc('10.5.0.0/16 100.64.0.0/16'), found: [] },
  { id: 'AD-8', setup: vpc('172.16.0.0/16 172.31.0.0/16'), found: range },
  { id: 'AD-9', setup: vpc('10.1.0.0/16 10.0.0.0/17'), found: range },
  { id: 'AD-10', setup: vpc('169.254.0.0/16'), found: ['vpc/forbidden-range'] },
  { id: 'AD-10', setup: vpc('127.0.0.0/16'), found: ['vpc/forbidden-range'] },
  { id: 'AD-10', setup: vpc('224.0.0.0/16'), found: ['vpc/forbidden-range'] },
  { id: 'PC-10', setup: peered('10.0.0.0/16', '10.0.0.0/16'), found: ['vpc-peering/overlap'] },
  {
    id: 'PC-10',
    setup: peered('10.0.0.0/16 100.64.0.0/16', '10.1.0.0/16 100.64.128.0/17'),
    found: ['vpc-peering/overlap'],
  },
  {
    id: 'PC-10',
    setup: peered('10.0.0.0/16 2001:db8:1::/56', '10.1.0.0/16 2001:db8:1::/56'),
    found: ['vpc-peering/overlap'],
  },
  {
    id: 'PC-11',
    setup: `${peered('10.0.0.0/16', '10.1.0.0/16')}\npeering again b <-> a`,
    found: ['vpc-peering/twice'],
  },
  { id: 'RT-18', setup: inside('10.0.1.0/25 -> fw'), found: insideVpc },
  ...['tgw', 'pcx', 'igw', 'vgw'].map((target) => ({
    id: 'RT-19',
    setup: inside(`10.0.1.0/24 -> ${target}`),
    found: insideVpc,
  })),
  { id: 'RT-17', setup: inside('10.0.1.0/24 -> fw'), found: [] },
  { id: 'RT-20', setup: inside('169.254.168.0/24 -> igw'), found: ['route-table/link-local'] },
  { id: 'GR-4', setup: edge('list -> fw-eni'), found: ['route-table/edge'] },
  { id: 'GR-4', setup: edge('10.99.0.0/24 -> fw-eni'), found: ['route-table/edge'] },
  { id: 'GR-4', setup: edge('10.0.1.0/24 -> fw-eni propagated'), found: ['route-table/edge'] },
  { id: 'GR-5', setup: edge('10.0.1.0/24 -> fw-eni'), found: [] },
  {
    id: 'EP-6',
    setup:
      'vpc main 10.0.0.0/16\n  subnet a 10.0.1.0/24 table rt\ntable rt:\ngateway-endpoint one service s3 tables rt\ngateway-endpoint two service s3 tables rt',
    found: ['gateway-endpoint/same-service'],
  },
  {
    id: 'EP-10',
    setup: 'vpc main 10.0.0.0/16\n  subnet a 10.0.1.0/24\ninterface-endpoint sqs subnets a',
    found: ['interface-endpoint/dns-off'],
  },
  {
    id: 'EP-12',
    setup:
      'vpc main 10.0.0.0/16 dns-hostnames\n  zone z\n    subnet a 10.0.1.0/24\n    subnet b 10.0.2.0/24\ninterface-endpoint sqs subnets a, b',
    found: ['interface-endpoint/two-in-a-zone'],
  },
]
