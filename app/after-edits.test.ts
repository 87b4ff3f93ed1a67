// What the page keeps of a network from edit to edit must be what it would find in a new one.
import { expect, test } from 'vitest'
import { standingIn } from './analysis/standing-in.ts'
import { membersOf } from './inspector/forms/members-of.ts'
import { described } from './inspector/described.ts'
import { usageOf } from './inspector/usage.ts'
import { added } from './added.test-helper.ts'
import {
  analyse,
  emptyDesign,
  groupsOnCard,
  rename,
  setField,
  type Design,
  type FieldValue,
  type Network,
} from './library.ts'
import { endKind, endOptions } from './question/ends.ts'

const emptyVpc = added(emptyDesign, 'vpc', null)
const subnet = added(emptyVpc.design, 'subnet', emptyVpc.id)
const { design: drawn, id: machine } = added(subnet.design, 'instance', subnet.id)
const group = Object.values(drawn.resources).find(({ kind }) => kind === 'security-group')!
const table = Object.values(drawn.resources).find(({ kind }) => kind === 'route-table')!
const ruled = (peer: string, ports: string) =>
  setField(drawn, group.id, 'inbound', [{ id: 'r', peer, protocol: 'tcp', ports, note: '' }])
const routed = (destination: string) =>
  setField(drawn, table.id, 'routes', [
    { id: 'r', destination, target: 'gone', origin: 'static', state: 'active' },
  ] as FieldValue)
const moved = (design: Design) => setField(design, emptyVpc.id, 'cidr', '10.9.0.0/16')

test.for<[string, Design, Design]>([
  ['a machine is added', drawn, added(drawn, 'instance', subnet.id).design],
  ['the first machine is added', subnet.design, drawn],
  ['a machine is taken away', drawn, subnet.design],
  ['a machine is renamed', drawn, rename(drawn, machine, 'another')],
  ['an empty VPC gets another range', emptyVpc.design, moved(emptyVpc.design)],
  ['a subnet gets another range', subnet.design, setField(subnet.design, subnet.id, 'cidr', '10.0.0.0/25')],
  ['a rule gets other ports', ruled('0.0.0.0/0', '443'), ruled('0.0.0.0/0', '22')],
  ['a rule gets another peer', ruled('0.0.0.0/0', '443'), ruled(group.id, '443')],
  ['a route gets another destination', routed('0.0.0.0/0'), routed('192.0.2.0/24')],
])('%s', ([, before, after]) => {
  expect(after).not.toBe(before)
  const known = analyse(before)
  const shown = everything(known)
  const fresh = everything(analyse(after))
  expect(everything(analyse(after, known))).toEqual(fresh)
  expect(shown).not.toEqual(fresh)
})

function everything(network: Network) {
  const { view } = network
  return {
    ends: (['from', 'to'] as const).map((end) => endOptions(network, end)),
    resources: view.all().map((resource) => ({
      id: resource.id,
      named: endKind(network, resource.name),
      groups: groupsOnCard(view, resource),
      members: membersOf(view, resource.id),
      standing: standingIn(network, resource),
      usage: usageOf(view, resource),
      rows: Object.entries(resource.fields)
        .filter(([, value]) => Array.isArray(value))
        .map(([field]) => described(view, resource.id, `${field}.r`)),
    })),
  }
}
