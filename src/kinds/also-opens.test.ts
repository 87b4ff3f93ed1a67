import { describe, expect, test } from 'vitest'
import { apply } from '../design/change.ts'
import type { Design } from '../design/design.ts'
import { plain } from '../design/phrase.ts'
import { fixesFor } from '../editing/fixes-for.ts'
import { newIds } from '../editing/new-ids.ts'
import { design as read } from '../scenarios/notation.ts'
import { alsoOpens } from './also-opens.ts'
import { analyse } from './analyse.ts'
import { ask } from './ask.ts'

const pair = `
vpc main 10.0.0.0/16
  subnet one 10.0.1.0/24
    instance a 10.0.1.10 groups a-sg
    instance c 10.0.1.11 groups a-sg
  subnet two 10.0.2.0/24
    instance b 10.0.2.10 groups b-sg
group a-sg: in tcp 22
group b-sg:`

const stateless = `
vpc main 10.0.0.0/16
  subnet one 10.0.1.0/24
    instance a 10.0.1.10
    instance c 10.0.1.11
  subnet two 10.0.2.0/24 acl strict
    instance b 10.0.2.10
acl strict: in 100 allow all`

const outward = `
vpc main 10.0.0.0/16
  subnet one 10.0.1.0/24
    instance web 10.0.1.10 elastic 203.0.113.10 groups web-sg
igw igw
table main: 0.0.0.0/0 -> igw
internet-host offices 198.51.100.0/24
internet-host home 192.0.2.7
group web-sg: in tcp 443 from 192.0.2.7/32`

const hairpin = `
vpc main 10.0.0.0/16
  subnet one 10.0.1.0/24
    instance a 10.0.1.10 elastic 203.0.113.10 groups inner
    instance b 10.0.1.11 elastic 203.0.113.11 groups inner
igw igw
group inner: in all from 10.0.0.0/16, in all from 203.0.113.10/32, in all from 203.0.113.11/32`

const shared = `
vpc main 10.0.0.0/16
  subnet one 10.0.1.0/24
    instance a 10.0.1.10 elastic 203.0.113.10 groups quiet
  subnet two 10.0.2.0/24
    instance b 10.0.2.10 elastic 203.0.113.11 groups quiet
igw igw
group quiet: out all to 198.51.100.7/32`

const isolated = `
vpc main 10.0.0.0/16
  subnet one 10.0.1.0/24
    instance a 10.0.1.10 elastic 203.0.113.10 groups out-only
    instance b 10.0.1.11 elastic 203.0.113.11 groups out-only
igw igw
group out-only: out all`

describe('besides what was asked', () => {
  test.each<[string, string, string, number, string]>([
    ['a rule for one address opens nothing', pair, 'a -> b tcp 443', 1, 'nothing else'],
    [
      'a rule for a group opens the way of its other members',
      pair,
      'a -> b tcp 443',
      0,
      'c to b, on tcp 443.',
    ],
    [
      'a default route opens all that its subnet may send',
      isolated,
      'a -> internet tcp 443',
      0,
      'a to the internet, on ping, tcp 0-442, tcp 444-65535 and more; b to the internet, on any port.',
    ],
    [
      'what arrived before is a way once it is answered',
      stateless,
      'a -> b tcp 443',
      0,
      'a to b, on tcp 0-442, tcp 444-65535; b to a, on tcp 32768-60999.',
    ],
    [
      'the same machine by its public address is no new way',
      hairpin,
      'a -> 198.51.100.7 tcp 443',
      0,
      'a and b to the internet, on any port.',
    ],
    [
      'hosts outside that are drawn are told from everybody else',
      outward,
      'internet -> web tcp 443',
      0,
      'offices to web, on tcp 443.',
    ],
    ['and a rule for one of them opens nothing', outward, 'offices -> web tcp 443', 0, 'nothing else'],
    [
      'a route of the main table counts for every subnet that uses it',
      shared,
      'a -> 198.51.100.7 tcp 443',
      0,
      'a to the internet, on ping, tcp 0-442, tcp 444-65535 and more; b to the internet, on any port.',
    ],
    ['a rule for a rare protocol opens that', pair, 'a -> b gre', 0, 'c to b, on gre.'],
  ])('%s', (_name, text, asked, which, told) => {
    const design = read(text)
    const [from = '', , to = '', protocol = '', port = ''] = asked.split(' ')
    const before = analyse(design)
    const question = { from, to, protocol, port, sourcePort: null }
    const result = ask(before, question)
    if (!result.ok) throw new Error('not asked')
    const fix = fixesFor(before, question, result.answer, newIds(design))[0]![which]!
    const opened = alsoOpens(before, analyse(apply(design, fix.change)), result.answer)
    expect(plain(opened.summary, design)).toBe(told)
    expect(opened.nothing).toBe(told === 'nothing else')
  })
})

test('a change that opens nothing says so', () => {
  const design = read(pair)
  const result = ask(analyse(design), { from: 'a', to: 'b', protocol: 'tcp', port: '443', sourcePort: null })
  if (!result.ok) throw new Error('not asked')
  expect(alsoOpens(analyse(design), analyse(design), result.answer)).toEqual({
    summary: ['nothing else'],
    nothing: true,
  })
})

test('what is closed is not opened', () => {
  const design = read(`${pair} in tcp 443`)
  const shut: Design = read(pair)
  const result = ask(analyse(design), { from: 'a', to: 'b', protocol: 'tcp', port: '443', sourcePort: null })
  if (!result.ok) throw new Error('not asked')
  expect(alsoOpens(analyse(design), analyse(shut), result.answer).nothing).toBe(true)
})

test('more sources than a person waits for are not worked out', () => {
  const many = Array.from(
    { length: 160 },
    (_, i) => `    instance i${i} 10.0.${Math.floor(i / 200)}.${(i % 200) + 10}`,
  )
  const design = read(['vpc main 10.0.0.0/16', '  subnet one 10.0.0.0/22', ...many].join('\n'))
  const network = analyse(design)
  const result = ask(network, { from: 'i0', to: 'i1', protocol: 'tcp', port: '443', sourcePort: null })
  if (!result.ok) throw new Error('not asked')
  expect(alsoOpens(network, network, result.answer)).toEqual({
    summary: ['not worked out for a design of this size'],
    nothing: false,
  })
})
