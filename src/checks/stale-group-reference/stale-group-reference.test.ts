import { expect, test } from 'vitest'
import { network, rule } from '../../kinds/build.test-helper.ts'
import { findingsOf, titlesOf } from '../check.test-helper.ts'
import { staleGroupReference } from './index.ts'

/** A group in each of two VPCs; the one in `a` lets the one in `b` in. */
function two(region = false) {
  const built = network()
  const a = built.place('vpc', null, {}, 'a')
  const b = built.place('vpc', region ? built.place('region') : null, {}, 'b')
  const theirs = built.place('security-group', b, {}, 'clients')
  const own = built.place('security-group', a, { inbound: [rule('r1', 'tcp', '443', theirs)] }, 'servers')
  return { built, a, b, own, theirs }
}

const clean: [string, () => ReturnType<typeof two>][] = [
  [
    'an active peering in one Region',
    () => {
      const given = two()
      given.built.place('vpc-peering')
      return given
    },
  ],
  [
    'a group of the same VPC',
    () => {
      const given = two()
      given.built.move(given.theirs, given.a)
      return given
    },
  ],
]

const flagged: [string, () => ReturnType<typeof two>, string][] = [
  ['no peering', () => two(), 'It names clients, and a is not peered with b.'],
  [
    'a peering that is not active',
    () => {
      const given = two()
      given.built.place('vpc-peering', null, { status: 'expired' }, 'pcx')
      return given
    },
    'It names clients, and pcx is not active.',
  ],
  [
    'another Region',
    () => {
      const given = two(true)
      given.built.place('vpc-peering')
      return given
    },
    'It names clients, and b is in another Region, where only CIDRs work.',
  ],
]

test.each(clean)('clean: %s', (_name, make) => {
  expect(titlesOf(staleGroupReference, make().built)).toEqual([])
})

test.each(flagged)('flagged: %s', (_name, make, detail) => {
  const { built, own } = make()
  const [finding] = findingsOf(staleGroupReference, built)
  expect([finding && built.text(finding.title), finding && built.text(finding.detail)]).toEqual([
    'A rule of servers matches nothing',
    detail,
  ])
  built.fix(finding?.fixes[0])
  expect([titlesOf(staleGroupReference, built), built.describe(own, 'inbound.r1')]).toEqual([
    [],
    'Anything inside b may open HTTPS.',
  ])
})
