import { expect, test } from 'vitest'
import { usual } from '../../kinds/build.test-helper.ts'
import { findingsOf, titlesOf } from '../check.test-helper.ts'
import { natWithoutElasticIp } from './index.ts'

type Usual = ReturnType<typeof usual>

const clean: [string, (given: Usual) => void][] = [
  ['a NAT gateway with its Elastic IP', () => {}],
  [
    'a private one without',
    ({ built, nat }) => [
      built.set(nat, { connectivity: 'private' }),
      built.remove(built.first('elastic-ip')),
    ],
  ],
]

const flagged: [string, (given: Usual) => void, string][] = [
  [
    'the Elastic IP was removed',
    ({ built }) => built.remove(built.first('elastic-ip')),
    'Give it an Elastic IP',
  ],
  [
    'the Elastic IP was let go',
    ({ built }) => built.set(built.first('elastic-ip'), { networkInterface: null }),
    'Associate eip-nat-a, which is free',
  ],
]

test.each(clean)('clean: %s', (_name, change) => {
  const given = usual()
  change(given)
  expect(titlesOf(natWithoutElasticIp, given.built)).toEqual([])
})

test.each(flagged)('flagged: %s', (_name, change, fix) => {
  const given = usual()
  const { built } = given
  change(given)
  const [finding] = findingsOf(natWithoutElasticIp, built)
  expect([finding && built.text(finding.title), finding?.fixes.map((one) => built.text(one.title))]).toEqual([
    'nat-a has no Elastic IP',
    [fix],
  ])
  built.fix(finding?.fixes[0])
  expect(titlesOf(natWithoutElasticIp, built)).toEqual([])
})
