import { expect, test } from 'vitest'
import { usual } from '../../kinds/build.test-helper.ts'
import { titlesOf } from '../check.test-helper.ts'
import { oneNatForSeveralZones } from './index.ts'

type Usual = ReturnType<typeof usual>

/** A subnet in a second zone. */
const second = ({ built, vpc }: Usual): string =>
  built.place('subnet', built.place('availability-zone', vpc), {}, 'private-b')

const clean: [string, (given: Usual) => void][] = [
  ['one zone', () => {}],
  ['a second zone that does not go out', (given) => void second(given)],
  [
    'a NAT gateway of its own in each',
    (given) => {
      const { built, igw } = given
      const zone = built.get(second(given)).parent
      const outer = built.place('subnet', zone, {}, 'public-b')
      built.route(outer, '0.0.0.0/0', igw)
      const inner = built.place('subnet', zone)
      built.route(inner, '0.0.0.0/0', built.place('nat-gateway', outer))
    },
  ],
]

const flagged: [string, (given: Usual) => void][] = [
  [
    'a second zone by the same table',
    (given) => given.built.set(second(given), { routeTable: given.privateTable }),
  ],
  [
    'a second zone by a table of its own',
    (given) => void given.built.route(second(given), '0.0.0.0/0', given.nat),
  ],
]

test.each(clean)('clean: %s', (_name, change) => {
  const given = usual()
  change(given)
  expect(titlesOf(oneNatForSeveralZones, given.built)).toEqual([])
})

test.each(flagged)('flagged: %s', (_name, change) => {
  const given = usual()
  change(given)
  expect(titlesOf(oneNatForSeveralZones, given.built)).toEqual([
    'Other zones depend on nat-a in ap-northeast-2a',
  ])
})
