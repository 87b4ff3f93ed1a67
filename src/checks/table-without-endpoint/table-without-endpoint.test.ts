import { expect, test } from 'vitest'
import { usual } from '../../kinds/build.test-helper.ts'
import { findingsOf, titlesOf } from '../check.test-helper.ts'
import { tableWithoutEndpoint } from './index.ts'

type Usual = ReturnType<typeof usual>

const clean: [string, (given: Usual, id: string) => void][] = [
  ['the endpoint is on the table', () => {}],
  ['the subnet is empty', ({ built, app }, id) => [built.remove(app), built.set(id, { routeTables: [] })]],
  [
    'the subnet is public',
    ({ built, privateSubnet, publicTable }, id) => [
      built.set(privateSubnet, { routeTable: publicTable }),
      built.set(id, { routeTables: [] }),
    ],
  ],
  [
    'another endpoint for the service is on it',
    ({ built, vpc }, id) => {
      built.place('gateway-endpoint', vpc, { service: 's3' })
      built.set(id, { routeTables: [] })
    },
  ],
]

const flagged: [string, (given: Usual, id: string) => void, string, string][] = [
  [
    'a private subnet',
    ({ built }, id) => built.set(id, { routeTables: [] }),
    'note',
    'rt-private has no route to it, so packets to S3 take the default route, by way of NAT.',
  ],
  [
    'an isolated subnet',
    ({ built, privateTable }, id) => [
      built.set(id, { routeTables: [] }),
      built.set(privateTable, { routes: [] }),
    ],
    'warning',
    'rt-private has no route to it, and without one nothing there reaches S3.',
  ],
]

function given(): { network: Usual; id: string } {
  const network = usual()
  network.built.set(network.privateTable, {}, 'rt-private')
  return { network, id: network.built.place('gateway-endpoint', network.vpc) }
}

test.each(clean)('clean: %s', (_name, change) => {
  const { network, id } = given()
  change(network, id)
  expect(titlesOf(tableWithoutEndpoint, network.built)).toEqual([])
})

test.each(flagged)('flagged: %s', (_name, change, severity, detail) => {
  const { network, id } = given()
  const { built } = network
  change(network, id)
  const [finding] = findingsOf(tableWithoutEndpoint, built)
  expect([
    finding?.severity,
    finding && built.text(finding.title),
    finding && built.text(finding.detail),
  ]).toEqual([severity, 'private-a does not use vpce-s3', detail])
  built.fix(finding?.fixes[0])
  expect(titlesOf(tableWithoutEndpoint, built)).toEqual([])
})
