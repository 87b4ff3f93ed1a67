// The smallest network that serves the internet: one public subnet, one server.
import type { Design } from '../../design/design.ts'
import { createSketch, routes, rules } from './sketch.ts'

export function publicServer(): Design {
  const sketch = createSketch()
  const region = sketch.add('region', null, 'Asia Pacific (Seoul)')
  const vpc = sketch.add('vpc', region, 'main')
  const zone = sketch.add('availability-zone', vpc, 'ap-northeast-2a')
  const gateway = sketch.add('internet-gateway', vpc, 'igw-main')
  const table = sketch.add('route-table', vpc, 'rt-public', routes(['0.0.0.0/0', gateway]))
  const subnet = sketch.add('subnet', zone, 'public-a', {
    cidr: '10.0.0.0/24',
    routeTable: table,
    assignPublicIp: true,
  })
  const group = sketch.add('security-group', vpc, 'web', {
    inbound: rules(
      ['tcp', '80', '0.0.0.0/0', 'web'],
      ['tcp', '443', '0.0.0.0/0', 'web'],
      ['tcp', '22', '198.51.100.0/24', 'the office'],
    ),
    outbound: rules(['all', 'all', '0.0.0.0/0']),
  })
  sketch.wire(sketch.add('instance', subnet, 'web'), '10.0.0.10', group)
  return sketch.design('public-server', { from: 'internet', to: 'web', port: '443' })
}
