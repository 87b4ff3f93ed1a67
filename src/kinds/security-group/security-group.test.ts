import { describe, expect, test } from 'vitest'
import { rule, usual } from '../build.test-helper.ts'
import type { GroupRule } from '../records.ts'

/** A group that the instance app carries, with one rule; `self` and `of app` stand for ids. */
function group(direction: 'inbound' | 'outbound', make: GroupRule) {
  const { built, vpc, app } = usual()
  const id = built.place('security-group', vpc, {}, 'web')
  const db = built.place('security-group', vpc, {}, 'db')
  built.set(built.interfaceOf(app), { securityGroups: [id] })
  const peer = make.peer === 'self' ? id : make.peer === 'db' ? db : make.peer
  built.set(id, { [direction]: [{ ...make, peer }] })
  return { built, id, vpc, db }
}

test('a new group lets nothing in and everything out', () => {
  const { built, vpc } = usual()
  const { fields } = built.get(built.place('security-group', vpc))
  expect(fields).toMatchObject({ inbound: [], outbound: [{ protocol: 'all', peer: '0.0.0.0/0' }] })
})

describe('rules in words', () => {
  test.each<['inbound' | 'outbound', GroupRule, string]>([
    ['inbound', rule('r1', 'tcp', '22', '198.51.100.0/24'), '198.51.100.0/24 may open SSH.'],
    [
      'inbound',
      rule('r1', 'tcp', '8080', '10.0.0.0/24'),
      'Anything inside public-a may connect to port 8080.',
    ],
    ['inbound', rule('r1', 'tcp', '9100', '10.0.0.0/16'), 'Anything inside main may connect to port 9100.'],
    ['inbound', rule('r1', 'tcp', '443', '0.0.0.0/0'), 'Any IPv4 address may open HTTPS.'],
    ['inbound', rule('r1', 'tcp', '443', '10.0.1.4/32'), 'app may open HTTPS.'],
    ['inbound', rule('r1', 'all', 'all', 'self'), 'Members of this group may send anything.'],
    ['inbound', rule('r1', 'tcp', '5432', 'db'), 'Whatever carries db may open PostgreSQL.'],
    ['outbound', rule('r1', 'tcp', '5432', 'db'), 'Members may open PostgreSQL to whatever carries db.'],
    ['outbound', rule('r1', 'icmp', '8', '10.0.0.0/16'), 'Members may ping anything inside main.'],
    ['inbound', rule('r1', 'tcp', '443', '10.0.10.0/33'), 'Left out until its source is valid.'],
    ['outbound', rule('r1', 'tcp', '443', ''), 'Left out until its destination is valid.'],
    ['inbound', rule('r1', 'tcp', 'many', '10.0.0.0/16'), 'Left out until its protocol and ports are valid.'],
  ])('%s %j', (direction, row, expected) => {
    const { built, id } = group(direction, row)
    expect(built.describe(id, `${direction}.r1`)).toBe(expected)
  })

  test('a group that one instance carries is that instance', () => {
    const { built, app, vpc } = usual()
    const [id, db] = [built.place('security-group', vpc), built.place('security-group', vpc)]
    built.set(built.interfaceOf(app), { securityGroups: [id] })
    built.set(db, { inbound: [rule('r1', 'tcp', '5432', id)] })
    expect(built.describe(db, 'inbound.r1')).toBe('app may open PostgreSQL.')
  })

  test('a prefix list of AWS is its service', () => {
    const { built, vpc, app } = usual()
    built.place('gateway-endpoint', vpc)
    const id = built.place('security-group', vpc, {
      outbound: [rule('r1', 'tcp', '443', built.first('prefix-list'))],
    })
    expect([app, built.describe(id, 'outbound.r1')]).toEqual([app, 'Members may open HTTPS to S3.'])
  })
})

describe('checks', () => {
  test.each<[string, 'inbound' | 'outbound', GroupRule, readonly string[]]>([
    ['HTTPS for everybody is clean', 'inbound', rule('r1', 'tcp', '443', '0.0.0.0/0'), []],
    ['SSH for everybody', 'inbound', rule('r1', 'tcp', '22', '0.0.0.0/0'), ['open-to-all']],
    ['SSH for everybody by IPv6', 'inbound', rule('r1', 'tcp', '22', '::/0'), ['open-to-all']],
    [
      'a range that holds a database',
      'inbound',
      rule('r1', 'tcp', '5000-6000', '0.0.0.0/0'),
      ['open-to-all'],
    ],
    ['everything for everybody', 'inbound', rule('r1', 'all', 'all', '0.0.0.0/0'), ['open-to-all']],
    ['everything out to everybody is usual', 'outbound', rule('r1', 'all', 'all', '0.0.0.0/0'), []],
    ['SSH for an office', 'inbound', rule('r1', 'tcp', '22', '198.51.100.0/24'), []],
    ['no source', 'inbound', rule('r1', 'tcp', '22', ''), ['left-out']],
    ['a source that cannot be read', 'inbound', rule('r1', 'tcp', '22', '10.0.0.0/33'), ['left-out']],
    ['a group that is gone', 'inbound', rule('r1', 'tcp', '22', 'sg-0123'), ['left-out']],
    ['ports that cannot be read', 'outbound', rule('r1', 'udp', '53,54', '10.0.0.0/16'), ['left-out']],
  ])('%s', (_name, direction, row, expected) => {
    const { built, id } = group(direction, row)
    expect(built.flags(id)).toEqual(expected)
  })

  test('a group that nothing carries opens nothing', () => {
    const { built, vpc } = usual()
    expect(
      built.flags(built.place('security-group', vpc, { inbound: [rule('r1', 'tcp', '22', '0.0.0.0/0')] })),
    ).toEqual([])
  })

  test('letting only the VPC in settles it', () => {
    const { built, id } = group('inbound', rule('r1', 'tcp', '22', '0.0.0.0/0'))
    built.fix(built.findings(id)[0]?.fixes[0])
    expect([built.flags(id), built.describe(id, 'inbound.r1')]).toEqual([
      [],
      'Anything inside main may open SSH.',
    ])
  })
})
