import { expect, test } from 'vitest'
import { usual } from '../build.test-helper.ts'

test('an instance comes with a primary interface that carries the default group', () => {
  const { built, vpc, privateSubnet } = usual()
  const id = built.place('instance', privateSubnet)
  expect(built.get(built.interfaceOf(id)).fields).toMatchObject({
    addresses: [{ address: '10.0.1.5', publicAddress: '' }],
    securityGroups: [built.first('security-group', vpc)],
    attachedTo: id,
    primary: true,
  })
})

test('it has a public address where the subnet gives one', () => {
  const { built, publicSubnet } = usual()
  built.set(publicSubnet, { assignPublicIp: true })
  const one = built.get(built.interfaceOf(built.place('instance', publicSubnet)))
  expect(one.fields.addresses).toMatchObject([{ address: '10.0.0.5', publicAddress: '203.0.113.11' }])
})

test('it is refused outside a subnet', () => {
  const { built, vpc } = usual()
  expect(built.create('instance', vpc)).toHaveProperty('refused')
})

test.each<[string, (given: ReturnType<typeof usual>) => void, readonly string[]]>([
  ['a usual instance is clean', () => {}, []],
  ['without an interface', ({ built, app }) => built.remove(built.interfaceOf(app)), ['no-interface']],
  ['stopped', ({ built, app }) => built.set(app, { state: 'stopped' }), ['not-running']],
  ['terminated ones are left in peace', ({ built, app }) => built.set(app, { state: 'terminated' }), []],
])('%s', (_name, change, expected) => {
  const given = usual()
  change(given)
  expect(given.built.flags(given.app)).toEqual(expected)
})
