import { describe, expect, test } from 'vitest'
import { network, usual } from '../build.test-helper.ts'

test('it stands in one subnet of each zone, private ones first, and lets the VPC in', () => {
  const { built, vpc, privateSubnet } = usual()
  const zone = built.place('availability-zone', vpc)
  const other = built.place('subnet', zone)
  const id = built.place('interface-endpoint', vpc)
  const { fields } = built.get(id)
  expect(fields).toMatchObject({ service: 'ssm', subnets: [privateSubnet, other], privateDns: true })
  expect(built.view.referring(id, 'network-interface').map((one) => one.parent)).toEqual([
    privateSubnet,
    other,
  ])
  const [group] = fields.securityGroups as readonly string[]
  expect(built.describe(group ?? '', 'inbound.r1')).toBe('Anything inside main may open HTTPS.')
})

test('it needs a subnet', () => {
  const built = network()
  expect(built.create('interface-endpoint', built.place('vpc'))).toHaveProperty('refused')
})

describe('checks', () => {
  test.each<[string, (given: ReturnType<typeof usual>, id: string) => void, readonly string[]]>([
    ['a usual endpoint is clean', () => {}, []],
    [
      'private DNS without the DNS settings',
      ({ built, vpc }) => built.set(vpc, { dnsHostnames: false }),
      ['dns-off'],
    ],
    [
      'without private DNS they do not matter',
      ({ built, vpc }, id) => {
        built.set(vpc, { dnsHostnames: false })
        built.set(id, { privateDns: false })
      },
      [],
    ],
    ['without an interface', ({ built }, id) => built.remove(built.interfaceOf(id)), ['no-interface']],
    ['rejected', ({ built }, id) => built.set(id, { state: 'rejected' }), ['not-available']],
    [
      'twice in a zone',
      ({ built, publicSubnet }, id) => {
        const extra = built.place('network-interface', publicSubnet)
        built.set(extra, { attachedTo: id, securityGroups: built.get(id).fields.securityGroups })
      },
      ['two-in-a-zone'],
    ],
    [
      'an interface with other groups',
      ({ built, vpc }, id) =>
        built.set(built.interfaceOf(id), { securityGroups: [built.first('security-group', vpc)] }),
      ['groups-differ'],
    ],
  ])('%s', (_name, change, expected) => {
    const given = usual()
    const id = given.built.place('interface-endpoint', given.vpc)
    change(given, id)
    expect(given.built.flags(id)).toEqual(expected)
  })

  test('what is offered settles other groups and DNS', () => {
    const { built, vpc } = usual()
    const id = built.place('interface-endpoint', vpc)
    built.set(vpc, { dnsSupport: false })
    built.set(built.interfaceOf(id), { securityGroups: [] })
    for (const finding of built.findings(id)) built.fix(finding.fixes[0])
    expect(built.flags(id)).toEqual([])
  })
})
