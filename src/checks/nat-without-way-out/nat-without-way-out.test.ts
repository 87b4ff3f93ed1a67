import { expect, test } from 'vitest'
import { usual } from '../../kinds/build.test-helper.ts'
import { findingsOf, titlesOf } from '../check.test-helper.ts'
import { natWithoutWayOut } from './index.ts'

type Usual = ReturnType<typeof usual>

const clean: [string, (given: Usual) => void][] = [
  ['a NAT gateway in a public subnet', () => {}],
  [
    'a private one anywhere',
    ({ built, nat, publicSubnet }) => [
      built.set(nat, { connectivity: 'private' }),
      built.set(publicSubnet, { routeTable: null }),
    ],
  ],
  [
    'a deleted one',
    ({ built, nat, publicSubnet }) => [
      built.set(nat, { state: 'deleted' }),
      built.set(publicSubnet, { routeTable: null }),
    ],
  ],
]

const flagged: [string, (given: Usual) => void, string | null][] = [
  [
    'its subnet uses the main table, which others may share',
    ({ built, publicSubnet }) => built.set(publicSubnet, { routeTable: null }),
    'Give public-a a route table of its own that leads to igw-main',
  ],
  [
    'its subnet’s own table has no route',
    ({ built, publicTable }) => built.set(publicTable, { routes: [] }, 'rt-public'),
    'Add 0.0.0.0/0 to igw-main to rt-public',
  ],
  ['there is no internet gateway', ({ built, igw }) => built.remove(igw), null],
]

test.each(clean)('clean: %s', (_name, change) => {
  const given = usual()
  change(given)
  expect(titlesOf(natWithoutWayOut, given.built)).toEqual([])
})

test.each(flagged)('flagged: %s', (_name, change, fix) => {
  const given = usual()
  const { built } = given
  change(given)
  const [finding] = findingsOf(natWithoutWayOut, built)
  expect(finding && built.text(finding.title)).toBe('nat-a has no way out')
  expect(finding?.fixes.map((one) => built.text(one.title))).toEqual(fix === null ? [] : [fix])
  if (fix === null) return
  built.fix(finding?.fixes[0])
  expect(titlesOf(natWithoutWayOut, built)).toEqual([])
})
