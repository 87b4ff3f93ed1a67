import { expect, test } from 'vitest'
import { design } from '../scenarios/notation.ts'
import { analyse } from './analyse.ts'
import { ask } from './ask.ts'
import { entry, rule, usual } from './build.test-helper.ts'
import { canBeReached, reachingFrom, sourcesFor } from './who-reaches.ts'

/** A public web server and a private database that only it may open PostgreSQL on, besides ping from everywhere. */
function given() {
  const { built, vpc, publicSubnet, app, ...rest } = usual()
  built.set(publicSubnet, { assignPublicIp: true })
  const web = built.place('instance', publicSubnet, {}, 'web')
  const group = (name: string, ...inbound: ReturnType<typeof rule>[]) =>
    built.place('security-group', vpc, { inbound }, name)
  const webs = group('webs', rule('r1', 'tcp', '443', '0.0.0.0/0'))
  const dbs = group('dbs', rule('r1', 'tcp', '5432', webs), rule('r2', 'icmp', '8/0', '10.0.0.0/16'))
  built.set(built.interfaceOf(web), { securityGroups: [webs] })
  built.set(built.interfaceOf(app), { securityGroups: [dbs] })
  return { built, vpc, web, db: app, publicSubnet, ...rest }
}

const told = (built: ReturnType<typeof given>['built'], from: string, to: string) => {
  const { verdict, services } = reachingFrom(analyse(built.design), from, to)
  const words = services.map(({ protocol, port }) => (port === null ? protocol : `${protocol} ${port}`))
  return [verdict, ...words].join(', ')
}

test('each source with what it may open', () => {
  const { built, web, db } = given()
  expect(told(built, web, db)).toBe('partial, tcp 5432, icmp 8/0')
  expect(told(built, 'internet', db)).toBe('blocked')
  expect(told(built, 'internet', web)).toBe('partial, tcp 443')
})

test('what is open at another address of the machine is open (rules 1.4, 8.1)', () => {
  const { built, vpc, web, db, publicSubnet } = given()
  const ssh = built.place('security-group', vpc, { inbound: [rule('r1', 'tcp', '22', '10.0.0.0/16')] }, 'ssh')
  built.place('network-interface', publicSubnet, { attachedTo: db, securityGroups: [ssh] }, 'second')
  expect(told(built, web, db)).toBe('partial, tcp 22, tcp 5432, icmp 8/0')
})

test('what is let in from one of the addresses of a NAT gateway is not known to be (rule 10.4)', () => {
  const network = analyse(
    design(`
      vpc main 10.0.0.0/16
        subnet front 10.0.1.0/24 table through
          instance web
        subnet between 10.0.2.0/24 table on
          nat nat 10.0.2.20 10.0.2.21 private
      table through: 10.9.0.0/16 -> nat
      table on: 10.9.0.0/16 -> pcx
      vpc other 10.9.0.0/16
        subnet data 10.9.1.0/24
          instance db 10.9.1.10 groups dbs
      peering pcx main <-> other
      group dbs in other: in tcp 5432 from 10.0.2.20/32`),
  )
  const question = { from: 'web', to: 'db', protocol: 'tcp', port: '5432', sourcePort: null }
  const asked = ask(network, question)
  expect(asked.ok && asked.answer.blockers[0]?.reason.code).toBe('nat-gateway/which-address')
  expect(reachingFrom(network, 'web', 'db')).toMatchObject({ verdict: 'unknown', services: [] })
})

test('everything is one service, and TCP comes first', () => {
  const { built, web, db, vpc } = given()
  built.set(built.interfaceOf(db), { securityGroups: [built.first('security-group', vpc)] })
  built.set(built.first('security-group', vpc), { inbound: [rule('r1', 'all', 'all', '10.0.0.0/16')] })
  expect(told(built, web, db)).toBe('reachable, all')
  const all = entry(100, 'allow', 'all', 'all', '0.0.0.0/0')
  built.set(built.first('network-acl', vpc), {
    inbound: [entry(90, 'deny', 'tcp', '22', '0.0.0.0/0'), all],
    outbound: [all],
  })
  expect(told(built, web, db)).toMatch(/^partial, tcp 0-21, tcp 23-65535, udp, icmp 8\/0, /)
})

test('what is asked from: the internet once, all that sends, neither itself nor its owner', () => {
  const { built, web, db, nat } = given()
  const network = analyse(built.design)
  expect(sourcesFor(network, db)).toEqual(['internet', nat, web])
  expect(sourcesFor(network, built.interfaceOf(db))).toEqual(['internet', nat, web])
})

test('machines, endpoints and interfaces with an address can be asked about', () => {
  const { built, vpc, db, nat, igw, publicSubnet } = given()
  const endpoint = built.place('interface-endpoint', vpc, { subnets: [publicSubnet] })
  const network = analyse(built.design)
  const can = (id: string) => canBeReached(network, id)
  expect([db, built.interfaceOf(db), nat, igw, vpc, 'instance-9'].map(can)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ])
  expect(can(endpoint)).toBe(built.view.referring(endpoint, 'network-interface').length > 0)
})
