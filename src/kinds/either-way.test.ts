// What an answer tries is bounded, whatever the file says.
import { expect, test } from 'vitest'
import { design as read } from '../scenarios/notation.ts'
import { analyse } from './analyse.ts'
import { ask } from './ask.ts'

const count = 100
const each = (line: (n: number) => string, to = count) => Array.from({ length: to }, (_, n) => line(n))

const told = (text: readonly string[]) => {
  const question = { from: 'a', to: '198.51.0.7', protocol: 'tcp', port: '443', sourcePort: null }
  const result = ask(analyse(read(text.join('\n'))), question)
  if (!result.ok) throw new Error('not asked')
  const { verdict, blockers } = result.answer
  return [verdict, ...blockers.map(({ reason }) => reason.code)]
}

const vpc = (nats: readonly string[]) => [
  'vpc main 10.0.0.0/16',
  '  subnet public 10.0.1.0/24 table out',
  ...nats.map((nat) => `    ${nat}`),
  '  subnet one 10.0.2.0/24 table rt',
  '    instance a 10.0.2.10',
  'igw igw',
  'table out: 0.0.0.0/0 -> igw',
]

test.each([
  ['a few lists that cover an address are each tried', 8, ['reachable']],
  ['more than people have are not', count, ['unknown', 'route-table/ambiguous']],
])('%s', (_, lists, expected) => {
  const nats = each((n) => `nat nat-${n} 10.0.1.${n + 10} elastic 203.0.113.${n + 10}`, lists)
  const ranges = each((n) => `prefix-list list-${n} 198.51.0.0/${16 + (n % 9)}`, lists)
  const routes = `table rt: ${each((n) => `list-${n} -> nat-${n}`, lists).join(', ')}`
  expect(told([...vpc(nats), ...ranges, routes])).toEqual(expected)
})

test.each([
  ['a few addresses of a NAT gateway are each tried', 8, ['reachable']],
  ['more than AWS gives one are not', count, ['unknown', 'nat-gateway/which-address']],
])('%s', (_, addresses, expected) => {
  const nat = `nat nat ${each((n) => `10.0.1.${n + 10} elastic 203.0.113.${n + 10}`, addresses).join(' ')}`
  expect(told([...vpc([nat]), 'table rt: 0.0.0.0/0 -> nat'])).toEqual(expected)
})
