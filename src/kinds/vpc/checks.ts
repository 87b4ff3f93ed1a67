// What can be wrong with a VPC's blocks; vpc-cidr-blocks.
import { code, say } from '../../design/phrase.ts'
import { ref } from '../../design/resource.ts'
import type { Resource } from '../../design/resource.ts'
import type { View } from '../../design/view.ts'
import { formatPrefix, parsePrefix, prefixesOverlap, prefixWithin, type Prefix } from '../../net/prefix.ts'
import { finding, invalidCidrs } from '../finding.ts'
import type { Finding } from '../kind.ts'
import { cidrsOf, destinationsOf } from '../network.ts'
import type { RouteTable, Vpc } from '../records.ts'
import { rangeProblem } from './ranges.ts'

export function checkVpc(resource: Resource, view: View): readonly Finding[] {
  const vpc = resource as Vpc
  const { cidr, secondaryCidrs, ipv6Cidrs, privateIpv6Cidrs } = vpc.fields
  return [
    ...invalidCidrs('vpc/invalid-cidr', vpc, 'cidr', [cidr]),
    ...invalidCidrs('vpc/invalid-cidr', vpc, 'secondaryCidrs', secondaryCidrs),
    ...invalidCidrs('vpc/invalid-cidr', vpc, 'ipv6Cidrs', ipv6Cidrs),
    ...invalidCidrs('vpc/invalid-cidr', vpc, 'privateIpv6Cidrs', privateIpv6Cidrs),
    ...cidrsOf(view, vpc).flatMap((block) => [...sizes(vpc, block), ...forbidden(vpc, block)]),
    ...overlaps(vpc, cidrsOf(view, vpc)),
    ...ranges(vpc),
    ...coveredRoutes(vpc, view),
  ]
}

function sizes(vpc: Vpc, block: Prefix): readonly Finding[] {
  const good =
    block.family === 4
      ? block.length >= 16 && block.length <= 28
      : block.length >= 44 && block.length <= 60 && block.length % 4 === 0
  if (good) return []
  const limit = block.family === 4 ? 'between /16 and /28' : '/44, /48, /52, /56 or /60'
  const title = say`${ref(vpc.id)} cannot have a block of the size of ${code(formatPrefix(block))}`
  return [
    finding('vpc/cidr-size', 'error', vpc, title, say`An IPv${block.family} block of a VPC is ${limit}.`),
  ]
}

const refused = ['0.0.0.0/8', '127.0.0.0/8', '169.254.0.0/16', '224.0.0.0/4'].flatMap(
  (text) => parsePrefix(text) ?? [],
)
const docker = parsePrefix('172.17.0.0/16')

function forbidden(vpc: Vpc, block: Prefix): readonly Finding[] {
  const range = refused.find((other) => prefixesOverlap(other, block))
  if (range) {
    const title = say`${ref(vpc.id)} cannot use ${code(formatPrefix(block))}`
    const detail = say`AWS does not give VPCs addresses of ${code(formatPrefix(range))}; they have a meaning of their own.`
    return [finding('vpc/forbidden-range', 'error', vpc, title, detail)]
  }
  if (!docker || !prefixesOverlap(docker, block)) return []
  const detail = say`Docker uses ${code('172.17.0.0/16')} on its hosts, so Cloud9 and SageMaker may not reach these addresses.`
  return [
    finding('vpc/docker-range', 'note', vpc, say`${ref(vpc.id)} uses the range that Docker uses`, detail),
  ]
}

function overlaps(vpc: Vpc, blocks: readonly Prefix[]): readonly Finding[] {
  return blocks.flatMap((block, index) => {
    const other = blocks.slice(0, index).find((one) => prefixesOverlap(one, block))
    if (!other) return []
    const title = say`Two blocks of ${ref(vpc.id)} overlap`
    return [
      finding(
        'vpc/overlapping-blocks',
        'error',
        vpc,
        title,
        say`${code(formatPrefix(block))} and ${code(formatPrefix(other))} cover the same addresses.`,
      ),
    ]
  })
}

function ranges(vpc: Vpc): readonly Finding[] {
  const { cidr, secondaryCidrs } = vpc.fields
  return secondaryCidrs.flatMap((added, index) => {
    const problem = rangeProblem([cidr, ...secondaryCidrs.slice(0, index)], added)
    if (problem === null) return []
    const title = say`${code(added)} cannot be added to ${ref(vpc.id)}`
    return [finding('vpc/secondary-range', 'error', ref(vpc.id, 'secondaryCidrs'), title, [problem])]
  })
}

/** A block may not be added when it is as large as the destination of a route that is there, or larger. */
function coveredRoutes(vpc: Vpc, view: View): readonly Finding[] {
  const tables = view.children(vpc.id, 'route-table') as readonly RouteTable[]
  return vpc.fields.secondaryCidrs.flatMap((text) => {
    const block = parsePrefix(text, 'zero')
    if (!block) return []
    return tables.flatMap((table) =>
      table.fields.routes
        .filter(
          (route) =>
            !view.get(route.destination) &&
            destinationsOf(view, route.destination).some((one) => prefixWithin(one, block)),
        )
        // Routes within the VPC are put there later, to its own subnets; the route table checks those.
        .filter((route) => view.get(route.target) !== undefined && !leadsInside(view, route.target))
        .map((route) => {
          const title = say`A route of ${ref(table.id)} lies inside ${code(text)}`
          const detail = say`AWS does not add a block to a VPC that is as large as the destination of one of its routes, or larger; the route is for ${code(route.destination)}.`
          return finding(
            'vpc/block-covers-route',
            'error',
            ref(table.id, `routes.${route.id}`),
            title,
            detail,
          )
        }),
    )
  })
}

function leadsInside(view: View, target: string): boolean {
  const kind = view.get(target)?.kind
  return (
    kind === 'network-interface' ||
    kind === 'nat-gateway' ||
    kind === 'instance' ||
    kind === 'bastion' ||
    kind === 'nat-instance'
  )
}
