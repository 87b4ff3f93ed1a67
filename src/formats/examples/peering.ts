// Two VPCs that reach each other by private address, and AWS services by endpoints. Neither has a way to the internet.
import type { Design } from '../../design/design.ts'
import { createSketch, routes, rules } from './sketch.ts'

export function peering(): Design {
  const sketch = createSketch()
  const region = sketch.add('region', null, 'Asia Pacific (Seoul)')
  const out = rules(['all', 'all', '0.0.0.0/0'])
  const [app, shared] = (
    [
      ['app', '10.0'],
      ['shared', '10.1'],
    ] as const
  ).map(([name, net]) => {
    const vpc = sketch.add('vpc', region, name, { cidr: `${net}.0.0/16` })
    const zone = sketch.add('availability-zone', vpc, 'ap-northeast-2a')
    const table = sketch.add('route-table', vpc, `rt-${name}-a`)
    const subnet = sketch.add('subnet', zone, `${name}-a`, { cidr: `${net}.10.0/24`, routeTable: table })
    return { vpc, table, subnet }
  }) as [Network, Network]

  const link = sketch.add('vpc-peering', region, 'pcx-app-shared')
  sketch.set(app.table, routes(['10.1.0.0/16', link]))
  sketch.set(shared.table, routes(['10.0.0.0/16', link]))

  const worker = sketch.add('security-group', app.vpc, 'worker', { outbound: out })
  const reports = sketch.add('security-group', shared.vpc, 'reports', {
    inbound: rules(['tcp', '5432', worker, 'workers of the other VPC']),
    outbound: out,
  })
  sketch.wire(sketch.add('instance', app.subnet, 'worker-1'), '10.0.10.11', worker)
  sketch.wire(sketch.add('instance', shared.subnet, 'reports-1'), '10.1.10.11', reports)

  sketch.add('gateway-endpoint', app.vpc, 'vpce-s3', { routeTables: [app.table] })
  sketch.wire(sketch.add('interface-endpoint', app.vpc, 'vpce-ssm'), '10.0.10.20')
  sketch.add('aws-service', region, 'Amazon S3', { service: 's3' })
  return sketch.design('two-vpcs', { from: 'worker-1', to: 'reports-1', port: '5432' })
}

interface Network {
  readonly vpc: string
  readonly table: string
  readonly subnet: string
}
