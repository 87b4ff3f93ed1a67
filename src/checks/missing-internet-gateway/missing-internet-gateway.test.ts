import { expect, test } from 'vitest'
import { network, route, usual, type Built } from '../../kinds/build.test-helper.ts'
import { findingsOf, titlesOf } from '../check.test-helper.ts'
import { missingInternetGateway } from './index.ts'

/** A VPC with a subnet and no internet gateway. */
function bare() {
  const built = network()
  const vpc = built.place('vpc')
  return { built, vpc, subnet: built.place('subnet', vpc) }
}
type Bare = ReturnType<typeof bare>

const clean: [string, () => Built][] = [
  ['a VPC that asks for nothing', () => bare().built],
  ['a VPC with a gateway', () => usual().built],
  [
    'a private NAT gateway',
    () => {
      const { built, subnet } = bare()
      built.place('nat-gateway', subnet, { connectivity: 'private' })
      built.remove(built.first('elastic-ip'))
      return built
    },
  ],
]

const flagged: [string, (given: Bare) => void, string][] = [
  [
    'a NAT gateway',
    ({ built, subnet }) => void built.place('nat-gateway', subnet),
    'nat-a needs one to reach the internet or to be reached from it.',
  ],
  [
    'an instance with a public address',
    ({ built, subnet }) => {
      built.set(subnet, { assignPublicIp: true })
      built.place('instance', subnet)
    },
    'instance needs one to reach the internet or to be reached from it.',
  ],
  [
    'a default route to a gateway that was removed',
    ({ built, vpc }) =>
      built.set(built.first('route-table', vpc), {
        routes: [route('r1', '0.0.0.0/0', 'internet-gateway-7')],
      }),
    'rt-main has a default route whose target is gone.',
  ],
]

test.each(clean)('clean: %s', (_name, make) => {
  expect(titlesOf(missingInternetGateway, make())).toEqual([])
})

test.each(flagged)('flagged: %s', (_name, change, detail) => {
  const given = bare()
  change(given)
  const [finding] = findingsOf(missingInternetGateway, given.built)
  expect([finding && given.built.text(finding.title), finding && given.built.text(finding.detail)]).toEqual([
    'main has no internet gateway',
    detail,
  ])
  given.built.fix(finding?.fixes[0])
  expect(titlesOf(missingInternetGateway, given.built)).toEqual([])
})

test('a detached gateway of the Region is attached, and routes that lost theirs lead to it', () => {
  const { built, igw, vpc, publicTable } = usual()
  built.move(igw, built.first('region'))
  built.fix(findingsOf(missingInternetGateway, built)[0]?.fixes[0])
  expect([built.get(igw).parent, built.flags(publicTable)]).toEqual([vpc, []])
  built.remove(igw)
  built.set(publicTable, { routes: [route('r1', '0.0.0.0/0', 'internet-gateway-1')] })
  built.fix(findingsOf(missingInternetGateway, built)[0]?.fixes[0])
  expect(built.flags(publicTable)).toEqual([])
})
