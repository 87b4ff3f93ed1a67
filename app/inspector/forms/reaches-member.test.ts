import { expect, test } from 'vitest'
import { added } from '../../added.test-helper.ts'
import { analyse, emptyDesign, setField } from '../../library.ts'
import { reachesMember } from './reaches-member.ts'

const vpc = added(emptyDesign, 'vpc', null)
const subnet = added(vpc.design, 'subnet', vpc.id)
const one = added(subnet.design, 'instance', subnet.id)
const { design: two } = added(one.design, 'instance', subnet.id)
const group = Object.values(two.resources).find(({ kind }) => kind === 'security-group')!.id

test.each([
  ['443', 'tcp 443'],
  ['8000-8100', 'tcp 8000-8100'],
])('of a rule for %s it is asked whether its source gets there so', (ports, service) => {
  const rule = { id: 'r1', protocol: 'tcp', ports, peer: group, description: '' }
  const [first] = reachesMember(analyse(setField(two, group, 'inbound', [rule])), group)
  expect([first?.service, first?.verdict]).toEqual([service, 'reachable'])
})
