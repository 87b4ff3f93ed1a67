import { expect, test } from 'vitest'
import { emptyDesign } from '../design/design.ts'
import { plain } from '../design/phrase.ts'
import { coversReplies, trafficDeed, trafficNoun } from './traffic-words.ts'

test.each([
  ['tcp', '22', 'SSH (22)', 'open SSH to'],
  ['tcp', '8080', 'TCP to port 8080', 'connect to port 8080 of'],
  ['tcp', '8000-8100', 'TCP to ports 8000-8100', 'connect to ports 8000-8100 of'],
  ['tcp', 'all', 'all TCP', 'connect to every TCP port of'],
  ['udp', '53', 'DNS (53)', 'send DNS (53) to'],
  ['all', 'all', 'everything', 'send anything to'],
  ['icmp', '8/0', 'ping', 'ping'],
  ['icmp', 'all', 'all ICMP', 'send all ICMP to'],
  ['icmpv6', '128', 'ping', 'ping'],
  ['icmp', '3', 'ICMP of type 3', 'send ICMP of type 3 to'],
  ['47', 'all', 'GRE', 'send GRE to'],
  ['200', 'all', 'protocol 200', 'send protocol 200 to'],
])('%s %s is %s', (protocol, ports, noun, deed) => {
  const said = trafficDeed(protocol, ports)
  expect(plain(trafficNoun(protocol, ports) ?? [], emptyDesign)).toBe(noun)
  expect(said && `${plain(said.does, emptyDesign)}${said.towards}`.trim()).toBe(deed)
})

test.each([
  ['tcp', ''],
  ['tcp', '70000'],
  ['nothing', 'all'],
])('%s %s cannot be read', (protocol, ports) => {
  expect(trafficNoun(protocol, ports)).toBeNull()
  expect(trafficDeed(protocol, ports)).toBeNull()
})

test.each([
  ['1024-65535', true],
  ['32768-60999', true],
  ['32768-65535', true],
  ['49152-65535', true],
  ['50000-65535', false],
  ['all', false],
])('ports %s take replies: %s', (ports, expected) => {
  expect(coversReplies('tcp', ports)).toBe(expected)
})
