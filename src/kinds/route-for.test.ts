import { expect, test } from 'vitest'
import { parseAddress } from '../net/address.ts'
import { route, usual } from './build.test-helper.ts'
import type { Route } from './records.ts'
import { routeFor } from './route-for.ts'

type Usual = ReturnType<typeof usual>

test.each<[string, string, (given: Usual) => readonly Route[], string]>([
  ['nothing covers it', '8.8.8.8', () => [], 'none'],
  [
    'the default route does',
    '8.8.8.8',
    ({ nat }) => [route('r1', '0.0.0.0/0', nat)],
    'r1: 0.0.0.0/0 nat-gateway-1',
  ],
  [
    'the longer prefix wins',
    '8.8.8.8',
    ({ nat }) => [route('r1', '0.0.0.0/0', nat), route('r2', '8.0.0.0/8', 'gone')],
    'r2: 8.0.0.0/8 gone',
  ],
  [
    'of equal prefixes the static route wins',
    '8.8.8.8',
    ({ nat }) => [
      { ...route('r1', '0.0.0.0/0', 'gone'), origin: 'propagated' },
      route('r2', '0.0.0.0/0', nat),
    ],
    'r2: 0.0.0.0/0 nat-gateway-1',
  ],
  [
    'a propagated route never beats the local one',
    '10.0.1.9',
    () => [{ ...route('r1', '10.0.1.0/24', 'gone'), origin: 'propagated' }],
    'local:10.0.0.0/16: 10.0.0.0/16 local',
  ],
  [
    'a blackhole wins and drops it',
    '8.8.8.8',
    ({ nat }) => [{ ...route('r1', '8.0.0.0/8', nat), state: 'blackhole' }, route('r2', '0.0.0.0/0', nat)],
    'r1: 8.0.0.0/8 nat-gateway-1 dead',
  ],
  ['a route without a target is left out', '8.8.8.8', () => [route('r1', '0.0.0.0/0', '')], 'none'],
  [
    'a prefix list that is not here may cover it',
    '8.8.8.8',
    ({ nat }) => [route('r1', 'pl-0123', 'gone'), route('r2', '0.0.0.0/0', nat)],
    'unknown',
  ],
])('%s', (_name, address, routes, expected) => {
  const given = usual()
  given.built.set(given.privateTable, { routes: routes(given) })
  const { built, privateTable } = given
  const found = routeFor(built.view, built.get(privateTable), parseAddress(address)!)
  const told =
    typeof found === 'string'
      ? found
      : `${found.row}: ${found.destination} ${found.target}${found.dead ? ' dead' : ''}`
  expect(told).toBe(expected)
})
