// Two zones, three tiers: public subnets with NAT gateways and a bastion, private ones for the application, isolated data.
import type { Design } from '../../design/design.ts'
import { createSketch, entries, routes, rules } from './sketch.ts'

export function threeTier(): Design {
  const sketch = createSketch()
  const region = sketch.add('region', null, 'Asia Pacific (Seoul)')
  const vpc = sketch.add('vpc', region, 'main')
  const zones = (['a', 'c'] as const).map((letter) => {
    const zone = `ap-northeast-2${letter}`
    return { letter, id: sketch.add('availability-zone', vpc, zone, { zone }) }
  })
  const gateway = sketch.add('internet-gateway', vpc, 'igw-main')
  const open = sketch.add('route-table', vpc, 'rt-public', routes(['0.0.0.0/0', gateway]))
  const closed = sketch.add('route-table', vpc, 'rt-data')
  const acl = sketch.add('network-acl', vpc, 'acl-app', {
    inbound: entries(
      [100, 'allow', 'tcp', '8080', '10.0.0.0/16'],
      [110, 'allow', 'tcp', '22', '10.0.0.0/23'],
      [120, 'allow', 'tcp', '1024-65535', '0.0.0.0/0'],
    ),
    outbound: entries(
      [100, 'allow', 'tcp', '443', '0.0.0.0/0'],
      [110, 'allow', 'tcp', '5432', '10.0.20.0/23'],
      [120, 'allow', 'tcp', '1024-65535', '10.0.0.0/16'],
    ),
  })
  const front = sketch.add('network-acl', vpc, 'acl-public', {
    inbound: entries(
      [100, 'allow', 'tcp', '443', '0.0.0.0/0'],
      [110, 'allow', 'tcp', '1024-65535', '0.0.0.0/0'],
      [120, 'allow', 'tcp', '22', '198.51.100.0/24'],
    ),
    outbound: entries(
      [100, 'allow', 'tcp', '443', '0.0.0.0/0'],
      [110, 'allow', 'tcp', '1024-65535', '0.0.0.0/0'],
      [120, 'allow', 'tcp', '22', '10.0.0.0/16'],
    ),
  })
  const out = rules(['all', 'all', '0.0.0.0/0'])
  const web = sketch.add('security-group', vpc, 'web', {
    inbound: rules(['tcp', '443', '0.0.0.0/0', 'everyone']),
    outbound: out,
  })
  const app = sketch.add('security-group', vpc, 'app', { outbound: out })
  const data = sketch.add('security-group', vpc, 'data', {
    inbound: rules(['tcp', '5432', app, 'the application']),
    outbound: out,
  })

  zones.forEach(({ letter, id }, index) => {
    const cidr = (tens: number) => `10.0.${tens + index}.0/24`
    const top = sketch.add('subnet', id, `public-${letter}`, {
      cidr: cidr(0),
      routeTable: open,
      networkAcl: front,
      assignPublicIp: true,
    })
    sketch.wire(sketch.add('instance', top, `web-${index + 1}`), `10.0.${index}.20`, web)
    const nat = sketch.add('nat-gateway', top, `nat-${letter}`)
    sketch.wire(nat, `10.0.${index}.5`)
    const table = sketch.add('route-table', vpc, `rt-app-${letter}`, routes(['0.0.0.0/0', nat]))
    const middle = sketch.add('subnet', id, `app-${letter}`, {
      cidr: cidr(10),
      routeTable: table,
      networkAcl: acl,
    })
    for (const number of [1, 2]) {
      const name = `app-${index * 2 + number}`
      sketch.wire(sketch.add('instance', middle, name), `10.0.${10 + index}.${10 + number}`, app)
    }
    const back = sketch.add('subnet', id, `data-${letter}`, { cidr: cidr(20), routeTable: closed })
    const database = sketch.add('instance', back, index === 0 ? 'db primary' : 'db standby')
    sketch.wire(database, `10.0.${20 + index}.15`, data)
  })
  const bastion = sketch.add('bastion', sketch.find('public-a'), 'bastion')
  const ssh = sketch.find('bastion-ssh')
  sketch.wire(bastion, '10.0.0.40', ssh)
  sketch.set(app, {
    inbound: rules(['tcp', '8080', web, 'from the web servers'], ['tcp', '22', ssh, 'from the bastion']),
  })
  sketch.add('gateway-endpoint', vpc, 'vpce-s3', {
    routeTables: [sketch.find('rt-app-a'), sketch.find('rt-app-c')],
  })
  return sketch.design('shop-prod', { from: 'app-1', to: 'internet', port: '443' })
}
