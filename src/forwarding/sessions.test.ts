import { describe, expect, test } from 'vitest'
import {
  contains,
  equal,
  intersect,
  isEmpty,
  nothing,
  only,
  packets,
  reversePackets,
  rewritePackets,
  union,
} from '../net/packet-set.ts'
import { reverse } from '../net/packet.ts'
import { answersTo, answerTo, type Session, type SessionSet } from './sessions.ts'
import { packet, valueOf } from './tiny.test-helper.ts'

const before = packet('10.0.0.1:40000 -> 10.0.0.2:443')
const after = packet('192.0.2.1:1024 -> 10.0.0.2:443')
const session: Session = { owner: 'me', before, after }

describe('one packet', () => {
  test.each([
    ['the reply is known, and put back', reverse(after), 'me', reverse(before)],
    ['its mark stays its own', { ...reverse(after), mark: 7 }, 'me', { ...reverse(before), mark: 7 }],
    ['not by another owner', reverse(after), 'other', null],
    ['the request itself is no reply', after, 'me', null],
    ['nor is the reply to what came, where it left as another', reverse(before), 'me', null],
    ['nor from another port', { ...reverse(after), sourcePort: 80 }, 'me', null],
    ['nor of another protocol', { ...reverse(after), protocol: 17 }, 'me', null],
  ])('%s', (_name, arrived, owner, answer) => {
    expect(answerTo([session], owner, arrived)).toEqual(answer)
  })

  test('an echo is answered by an echo reply', () => {
    const ping = packet('10.0.0.1:0 -> 10.0.0.2:2048', { protocol: 1 })
    const asked = [{ owner: 'me', before: ping, after: ping }]
    expect(answerTo(asked, 'me', packet('10.0.0.2:0 -> 10.0.0.1:0', { protocol: 1 }))).not.toBeNull()
    expect(answerTo(asked, 'me', packet('10.0.0.2:0 -> 10.0.0.1:2048', { protocol: 1 }))).toBeNull()
  })
})

describe('many packets', () => {
  const clients = packets({
    family: 4,
    protocols: [6, 6],
    sources: [before.source, before.source],
    destinations: [before.destination, before.destination],
    sourcePorts: [32768, 60999],
    destinationPorts: [443, 443],
    marks: [0, 0],
  })
  const rewrite = { source: valueOf('192.0.2.1'), sourcePorts: { first: 1024, last: 65535 } }
  const translated: SessionSet = {
    owner: 'me',
    before: clients,
    after: rewritePackets(clients, rewrite),
    rewrite,
  }

  test('without a rewrite, replies go on as they came', () => {
    const plain: SessionSet = { owner: 'me', before: clients, after: clients, rewrite: undefined }
    const { came, goes } = answersTo([plain], 'me', reversePackets(clients))
    expect(equal(came, reversePackets(clients))).toBe(true)
    expect(equal(goes, came)).toBe(true)
  })

  test('with one, they get back the address and the ports of the clients', () => {
    const { came, goes } = answersTo([translated], 'me', reversePackets(translated.after))
    expect(equal(came, reversePackets(translated.after))).toBe(true)
    expect(equal(goes, reversePackets(clients))).toBe(true)
  })

  test('what answers no session stays behind', () => {
    const stranger = only(packet('10.0.0.9:443 -> 192.0.2.1:1024'))
    const { came } = answersTo([translated], 'me', union(stranger, reversePackets(translated.after)))
    expect(isEmpty(intersect(came, stranger))).toBe(true)
    expect(answersTo([translated], 'other', reversePackets(translated.after)).came).toBe(nothing)
  })

  test('agrees with one packet at a time', () => {
    const reply = reverse(after)
    const { came, goes } = answersTo([translated], 'me', only(reply))
    expect(contains(came, reply)).toBe(true)
    expect(contains(goes, answerTo([session], 'me', reply)!)).toBe(true)
  })
})
