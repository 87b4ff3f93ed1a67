import { expect, test } from 'vitest'
import { network, route } from '../../kinds/build.test-helper.ts'
import { findingsOf, titlesOf } from '../check.test-helper.ts'
import { oneSidedPeering } from './index.ts'

/** Two peered VPCs; `left` and `right` give a side its route. */
function peered(left: boolean, right: boolean) {
  const built = network()
  const a = built.place('vpc', null, {}, 'a')
  const b = built.place('vpc', null, {}, 'b')
  const peering = built.place('vpc-peering', null, {}, 'pcx')
  if (left) built.set(built.first('route-table', a), { routes: [route('r1', '10.1.0.0/16', peering)] })
  if (right) built.set(built.first('route-table', b), { routes: [route('r1', '10.0.0.0/16', peering)] })
  return { built, a, b, peering }
}

const clean: [string, () => ReturnType<typeof peered>][] = [
  ['routes on both sides', () => peered(true, true)],
  [
    'a peering that is not active yet',
    () => {
      const given = peered(true, false)
      given.built.set(given.peering, { status: 'pending-acceptance' })
      return given
    },
  ],
]

const flagged: [string, boolean, boolean, string][] = [
  ['a route there and none back', true, false, 'b does not route back to a'],
  ['a route back and none there', false, true, 'a does not route back to b'],
  ['no route at all', false, false, 'No route leads to pcx'],
]

test.each(clean)('clean: %s', (_name, make) => {
  expect(titlesOf(oneSidedPeering, make().built)).toEqual([])
})

test.each(flagged)('flagged: %s', (_name, left, right, title) => {
  const { built } = peered(left, right)
  const [finding] = findingsOf(oneSidedPeering, built)
  expect(finding && built.text(finding.title)).toBe(title)
  built.fix(finding?.fixes[0])
  expect(titlesOf(oneSidedPeering, built)).toEqual([])
})

test('every table that subnets use gets the route, for every block of the peer', () => {
  const { built, a, b, peering } = peered(true, false)
  built.set(a, { secondaryCidrs: ['100.64.0.0/16'] })
  const [one, two] = [built.place('subnet', b), built.place('subnet', b)]
  const table = built.route(two, '192.0.2.0/24', built.place('internet-gateway', b))
  built.fix(findingsOf(oneSidedPeering, built)[0]?.fixes[0])
  const routes = [built.first('route-table', b), table].map(
    (id) => built.get(id).fields.routes as readonly { destination: string; target: string }[],
  )
  for (const list of routes)
    expect(list.filter((row) => row.target === peering).map((row) => row.destination)).toEqual([
      '10.0.0.0/16',
      '100.64.0.0/16',
    ])
  expect(built.get(one).fields.routeTable).toBeNull()
})
