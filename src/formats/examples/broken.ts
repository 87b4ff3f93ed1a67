// Broken on purpose: an instance that should reach the internet through a NAT gateway, and three reasons why it does not.
import type { Design } from '../../design/design.ts'
import { createSketch, entries, routes, rules } from './sketch.ts'

export function broken(): Design {
  const sketch = createSketch()
  const region = sketch.add('region', null, 'Asia Pacific (Seoul)')
  const vpc = sketch.add('vpc', region, 'main')
  const zone = sketch.add('availability-zone', vpc, 'ap-northeast-2a')
  const gateway = sketch.add('internet-gateway', vpc, 'igw-main')
  const open = sketch.add('route-table', vpc, 'rt-public', routes(['0.0.0.0/0', gateway]))
  // First fault: nothing leads from here to the NAT gateway.
  const closed = sketch.add('route-table', vpc, 'rt-app')
  const acl = (name: string, inbound: ReturnType<typeof entries>) =>
    sketch.add('network-acl', vpc, name, {
      inbound,
      outbound: entries([100, 'allow', 'all', 'all', '0.0.0.0/0']),
    })

  // Second fault: a rule with a lower number than the one that should let the application's packets in.
  const front = acl(
    'acl-public',
    entries(
      [90, 'deny', 'tcp', '443', '10.0.10.0/24'],
      [100, 'allow', 'tcp', '443', '10.0.0.0/16'],
      [110, 'allow', 'tcp', '1024-65535', '0.0.0.0/0'],
    ),
  )
  // Third fault: the replies come back to ephemeral ports, and no rule here lets them in.
  const middle = acl(
    'acl-app',
    entries([100, 'allow', 'tcp', '8080', '10.0.0.0/16'], [110, 'allow', 'tcp', '443', '0.0.0.0/0']),
  )

  const edge = sketch.add('subnet', zone, 'public-a', {
    cidr: '10.0.0.0/24',
    routeTable: open,
    networkAcl: front,
  })
  sketch.wire(sketch.add('nat-gateway', edge, 'nat-a'), '10.0.0.5')
  const inner = sketch.add('subnet', zone, 'app-a', {
    cidr: '10.0.10.0/24',
    routeTable: closed,
    networkAcl: middle,
  })
  const group = sketch.add('security-group', vpc, 'app', {
    outbound: rules(['tcp', '443', '0.0.0.0/0', 'updates']),
  })
  sketch.wire(sketch.add('instance', inner, 'app-1'), '10.0.10.11', group)
  return sketch.design('three-faults', { from: 'app-1', to: 'internet', port: '443' })
}
