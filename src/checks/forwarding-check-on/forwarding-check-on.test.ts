import { expect, test } from 'vitest'
import { route, usual } from '../../kinds/build.test-helper.ts'
import { findingsOf, titlesOf } from '../check.test-helper.ts'
import { forwardingCheckOn } from './index.ts'

type Usual = ReturnType<typeof usual>

/** A route of the private subnet to an instance in the public one. */
function through({ built, publicSubnet, privateTable }: Usual, target: 'instance' | 'interface'): string {
  const firewall = built.place('instance', publicSubnet, {}, 'firewall')
  const one = built.interfaceOf(firewall)
  built.set(privateTable, { routes: [route('r1', '0.0.0.0/0', target === 'instance' ? firewall : one)] })
  return one
}

const clean: [string, (given: Usual) => void][] = [
  ['a route to a NAT gateway', () => {}],
  [
    'a route to an instance with its check off',
    (given) => given.built.set(through(given, 'instance'), { sourceDestCheck: false }),
  ],
  [
    'a NAT instance says so itself',
    ({ built, publicSubnet, privateTable }) => {
      const nat = built.place('nat-instance', publicSubnet)
      built.set(built.interfaceOf(nat), { sourceDestCheck: true })
      built.set(privateTable, { routes: [route('r1', '0.0.0.0/0', nat)] })
    },
  ],
]

const flagged: [string, (given: Usual) => void][] = [
  ['a route to an instance', (given) => void through(given, 'instance')],
  ['a route to its interface', (given) => void through(given, 'interface')],
]

test.each(clean)('clean: %s', (_name, change) => {
  const given = usual()
  change(given)
  expect(titlesOf(forwardingCheckOn, given.built)).toEqual([])
})

test.each(flagged)('flagged: %s', (_name, change) => {
  const given = usual()
  given.built.set(given.privateTable, {}, 'rt-private')
  change(given)
  const [finding] = findingsOf(forwardingCheckOn, given.built)
  expect(finding && given.built.text(finding.title)).toBe('firewall drops what rt-private sends to it')
  given.built.fix(finding?.fixes[0])
  expect(titlesOf(forwardingCheckOn, given.built)).toEqual([])
})
