import { expect, test } from 'vitest'
import { analyse } from './analyse.ts'
import { rule, usual, type Built } from './build.test-helper.ts'
import { explainAccess, internetAccess } from './internet-access.ts'

function given(...outbound: ReturnType<typeof rule>[]) {
  const { built, vpc, app } = usual()
  built.set(built.first('security-group', vpc), { outbound })
  return { built, app }
}

const outOf = (built: Built, id: string): string => built.text(explainAccess(analyse(built.design), id).out)

test('where only some of it gets through, the badge is as green and its words say so', () => {
  const { built, app } = given(rule('r1', 'tcp', '80', '0.0.0.0/0'))
  expect(internetAccess(analyse(built.design)).get(app)?.out).toBe('reachable')
  expect(outOf(built, app)).toBe('app reaches the internet, with some protocols and ports only')
})

test('what only a NAT gateway leaves out is not worth a word', () => {
  const { built, app } = given(rule('r1', 'all', 'all', '0.0.0.0/0'))
  expect(outOf(built, app)).toBe('app reaches the internet')
})

test('where nothing does, they say why', () => {
  const { built, app } = given()
  expect(outOf(built, app)).toMatch(/^app does not reach the internet: /)
})

test('a public address of a second interface counts, for the badge and its words (rules 1.4, 8.1)', () => {
  const { built, vpc, publicSubnet } = usual()
  built.set(publicSubnet, { assignPublicIp: true })
  const group = (name: string, ...inbound: ReturnType<typeof rule>[]) =>
    built.place('security-group', vpc, { inbound }, name)
  const web = built.place('instance', publicSubnet, {}, 'web')
  built.set(built.interfaceOf(web), { securityGroups: [group('shut')] })
  const second = built.place('network-interface', publicSubnet, {
    attachedTo: web,
    securityGroups: [group('open', rule('r1', 'tcp', '443', '0.0.0.0/0'))],
  })
  built.place('elastic-ip', null, { address: '203.0.113.77', networkInterface: second })
  const network = analyse(built.design)
  expect(internetAccess(network).get(web)?.in).toBe('reachable')
  expect(built.text(explainAccess(network, web).in)).toMatch(/^the internet reaches web/)
})

test('a second interface that reaches the internet counts for the badge', () => {
  const { built, vpc, publicSubnet, app } = usual()
  const second = built.place('network-interface', publicSubnet, { attachedTo: app })
  built.place('elastic-ip', null, { address: '203.0.113.77', networkInterface: second })
  const shut = built.place('security-group', vpc, { outbound: [] }, 'shut')
  built.set(built.interfaceOf(app), { securityGroups: [shut] })
  expect(internetAccess(analyse(built.design)).get(app)?.out).toBe('reachable')
})
