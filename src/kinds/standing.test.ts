import { expect, test } from 'vitest'
import { route, usual } from './build.test-helper.ts'
import { standingOf } from './standing.ts'
import type { Subnet } from './records.ts'

type Usual = ReturnType<typeof usual>

function check(change: (given: Usual) => void) {
  const given = usual()
  change(given)
  const { word, why } = standingOf(given.built.view, given.built.get(given.privateSubnet) as Subnet)
  return `${word}: ${given.built.text(why)}`
}

const quiet = 'Nothing on the internet can start a connection to it.'

test.each<[string, (given: Usual) => void, string]>([
  [
    'a default route to a NAT gateway makes it private',
    () => {},
    `private: Private, because its default route leads to nat-a. ${quiet}`,
  ],
  [
    'a route to an internet gateway makes it public',
    ({ built, privateSubnet, igw }) => built.route(privateSubnet, '0.0.0.0/0', igw),
    'public: Public, because its route table sends 0.0.0.0/0 to igw-main. Whatever has a public address here can be reached from the internet.',
  ],
  [
    'so does a route to it for less than everything',
    ({ built, privateSubnet, igw }) => built.route(privateSubnet, '198.51.100.0/24', igw),
    'public: Public, because its route table sends 198.51.100.0/24 to igw-main. Whatever has a public address here can be reached from the internet.',
  ],
  [
    'an internet gateway that is detached does not',
    ({ built, privateSubnet, igw }) => {
      built.route(privateSubnet, '0.0.0.0/0', igw)
      built.move(igw, built.first('region'))
    },
    'isolated: Isolated, because its default route leads nowhere.',
  ],
  [
    'the main table counts where the subnet has chosen none',
    ({ built, privateSubnet }) => built.set(privateSubnet, { routeTable: null }),
    'isolated: Isolated, because no route leads from it to the internet.',
  ],
  [
    'a removed target leaves it isolated',
    ({ built, nat }) => built.remove(nat),
    'isolated: Isolated, because its default route leads nowhere.',
  ],
  [
    'an egress-only gateway is a way out',
    ({ built, vpc, privateSubnet }) =>
      built.route(privateSubnet, '::/0', built.place('egress-only-internet-gateway', vpc)),
    `private: Private, because its default route leads to eigw-main. ${quiet}`,
  ],
  [
    'what is not modelled may let others in, so that is not denied',
    ({ built, privateSubnet }) =>
      built.route(privateSubnet, '0.0.0.0/0', built.place('unmodelled', built.first('region'), {}, 'tgw-1')),
    'private: Private, because its default route leads to tgw-1.',
  ],
  [
    'a blackhole is no way out',
    ({ built, privateTable, nat }) =>
      built.set(privateTable, { routes: [route('r1', '0.0.0.0/0', nat, { state: 'blackhole' })] }),
    'isolated: Isolated, because its default route leads nowhere.',
  ],
  [
    'a peering leads no further than the other VPC',
    ({ built, privateSubnet, vpc }) => {
      built.place('vpc', built.first('region'))
      built.route(privateSubnet, '0.0.0.0/0', built.place('vpc-peering', built.view.get(vpc)?.parent ?? null))
    },
    'isolated: Isolated, because its default route leads nowhere.',
  ],
])('%s', (_name, change, expected) => {
  expect(check(change)).toBe(expected)
})
