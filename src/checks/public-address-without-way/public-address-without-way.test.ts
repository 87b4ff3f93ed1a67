import { expect, test } from 'vitest'
import { usual } from '../../kinds/build.test-helper.ts'
import { findingsOf, titlesOf } from '../check.test-helper.ts'
import { publicAddressWithoutWay } from './index.ts'

type Usual = ReturnType<typeof usual>
const address = (publicAddress: string) => ({ addresses: [{ id: 'a1', address: '10.0.1.4', publicAddress }] })

const clean: [string, (given: Usual) => void][] = [
  ['no public address in a private subnet', () => {}],
  [
    'a public address in a public subnet',
    ({ built, publicSubnet }) => {
      built.set(publicSubnet, { assignPublicIp: true })
      built.place('instance', publicSubnet)
    },
  ],
  [
    'a NAT gateway says so itself',
    ({ built, publicSubnet }) => built.set(publicSubnet, { routeTable: null }),
  ],
]

const flagged: [string, (given: Usual) => void][] = [
  ['an automatic one', ({ built, app }) => built.set(built.interfaceOf(app), address('203.0.113.50'))],
  [
    'an Elastic IP',
    ({ built, app }) =>
      void built.place('elastic-ip', built.first('region'), {
        address: '203.0.113.50',
        networkInterface: built.interfaceOf(app),
      }),
  ],
]

test.each(clean)('clean: %s', (_name, change) => {
  const given = usual()
  change(given)
  expect(titlesOf(publicAddressWithoutWay, given.built)).toEqual([])
})

test.each(flagged)('flagged: %s', (_name, change) => {
  const given = usual()
  change(given)
  const told = findingsOf(publicAddressWithoutWay, given.built).map((finding) => [
    given.built.text(finding.title),
    given.built.text(finding.detail),
  ])
  expect(told).toEqual([
    [
      'The public address of app cannot be reached',
      '203.0.113.50 needs a route from private-a to an internet gateway, for what comes in as for what goes out. Private, because its default route leads to nat-a. Nothing on the internet can start a connection to it.',
    ],
  ])
})
