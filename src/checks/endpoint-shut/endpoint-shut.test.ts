import { expect, test } from 'vitest'
import { rule, usual } from '../../kinds/build.test-helper.ts'
import type { GroupRule } from '../../kinds/records.ts'
import { findingsOf, titlesOf } from '../check.test-helper.ts'
import { endpointShut } from './index.ts'

/** The usual network with an endpoint whose group has these inbound rules; `app` stands for the group of the instance. */
function shut(rules: readonly GroupRule[]) {
  const given = usual()
  const id = given.built.place('interface-endpoint', given.vpc)
  const [group] = given.built.get(id).fields.securityGroups as readonly string[]
  const clients = given.built.first('security-group', given.vpc)
  given.built.set(group ?? '', {
    inbound: rules.map((row) => ({ ...row, peer: row.peer === 'app' ? clients : row.peer })),
  })
  return { ...given, id }
}

const clean: [string, readonly GroupRule[]][] = [
  ['the VPC is let in', [rule('r1', 'tcp', '443', '10.0.0.0/16')]],
  ['everything is', [rule('r1', 'all', 'all', '0.0.0.0/0')]],
  ['the group of the clients is', [rule('r1', 'tcp', '400-500', 'app')]],
]

const flagged: [string, readonly GroupRule[], string][] = [
  ['no rule at all', [], 'vpce-ssm lets nobody in'],
  ['another port', [rule('r1', 'tcp', '80', '10.0.0.0/16')], 'vpce-ssm lets nobody in'],
  ['another protocol', [rule('r1', 'udp', '443', '10.0.0.0/16')], 'vpce-ssm lets nobody in'],
  ['another subnet', [rule('r1', 'tcp', '443', '10.0.0.0/24')], 'vpce-ssm does not let all of main in'],
]

test.each(clean)('clean: %s', (_name, rules) => {
  expect(titlesOf(endpointShut, shut(rules).built)).toEqual([])
})

test.each(flagged)('flagged: %s', (_name, rules, title) => {
  const { built } = shut(rules)
  const [finding] = findingsOf(endpointShut, built)
  expect([finding && built.text(finding.title), finding && built.text(finding.detail)]).toEqual([
    title,
    'No rule of its groups allows tcp 443 from app. By its private DNS name they are led here even where another way exists.',
  ])
  built.fix(finding?.fixes[0])
  expect(titlesOf(endpointShut, built)).toEqual([])
})
