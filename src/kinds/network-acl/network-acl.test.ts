import { describe, expect, test } from 'vitest'
import { entry, network, usual } from '../build.test-helper.ts'
import type { AclEntry } from '../records.ts'

const all = (number: number, action: 'allow' | 'deny' = 'allow') =>
  entry(number, action, 'all', 'all', '0.0.0.0/0')

function acl(inbound: readonly AclEntry[], outbound: readonly AclEntry[]) {
  const { built, vpc, privateSubnet } = usual()
  const id = built.place('network-acl', vpc, { inbound, outbound })
  built.set(privateSubnet, { networkAcl: id })
  return { built, id }
}

describe('entries in words', () => {
  test.each<[AclEntry, string, string]>([
    [
      entry(110, 'allow', 'tcp', '443', '0.0.0.0/0'),
      'Rule 110 lets in HTTPS (443) from any IPv4 address.',
      'Rule 110 lets out HTTPS (443) to any IPv4 address.',
    ],
    [
      entry(90, 'deny', 'tcp', '3389', '192.0.2.0/24'),
      'Rule 90 stops Remote Desktop (3389) from 192.0.2.0/24.',
      'Rule 90 stops Remote Desktop (3389) to 192.0.2.0/24.',
    ],
    [
      entry(140, 'allow', 'tcp', '1024-65535', '10.0.0.0/16'),
      'Rule 140 lets in TCP to ports 1024-65535 from anything inside main. Replies come back to these ports.',
      'Rule 140 lets out TCP to ports 1024-65535 to anything inside main. Replies come back to these ports.',
    ],
    [
      entry(1, 'allow', 'tcp', '99999', '10.0.0.0/16'),
      'Left out until its protocol and ports are valid.',
      'Left out until its protocol and ports are valid.',
    ],
    [
      entry(1, 'allow', 'tcp', '80', '10.0.0.0/99'),
      'Left out until its source is valid.',
      'Left out until its destination is valid.',
    ],
  ])('%j', (row, inbound, outbound) => {
    const { built, id } = acl([row], [row])
    expect([built.describe(id, `inbound.${row.id}`), built.describe(id, `outbound.${row.id}`)]).toEqual([
      inbound,
      outbound,
    ])
    expect(built.describe(id, 'inbound.*')).toBe('Whatever no numbered rule matches is denied.')
  })
})

describe('checks', () => {
  test.each<[string, readonly AclEntry[], readonly AclEntry[], readonly string[]]>([
    ['everything both ways is clean', [all(100)], [all(100)], []],
    ['a new list denies everything', [], [], ['denies-everything']],
    [
      'a CIDR that cannot be read',
      [all(100), entry(90, 'deny', 'tcp', '22', '10.0.0/8')],
      [all(100)],
      ['left-out'],
    ],
    [
      'ports that cannot be read',
      [all(100), entry(90, 'deny', 'tcp', '22-', '0.0.0.0/0')],
      [all(100)],
      ['left-out'],
    ],
    ['a number beyond the last', [{ ...all(40000), id: 'x' }], [all(100)], ['number']],
    [
      'the same number twice',
      [all(100), { ...entry(100, 'deny', 'tcp', '22', '0.0.0.0/0'), id: 'x' }],
      [all(100)],
      ['same-number', 'shadowed'],
    ],
    [
      'a denial behind what allows the same',
      [all(100), entry(110, 'deny', 'tcp', '3389', '0.0.0.0/0')],
      [all(100)],
      ['shadowed'],
    ],
    ['a denial before it', [entry(90, 'deny', 'tcp', '3389', '0.0.0.0/0'), all(100)], [all(100)], []],
    [
      'a rule covered by two others together',
      [
        entry(100, 'allow', 'all', 'all', '0.0.0.0/1'),
        entry(110, 'allow', 'all', 'all', '128.0.0.0/1'),
        all(120),
      ],
      [all(100)],
      ['shadowed'],
    ],
    ['IPv6 is not shadowed by IPv4', [all(100), entry(101, 'allow', 'all', 'all', '::/0')], [all(100)], []],
    [
      'ICMPv6 for IPv4 addresses',
      [entry(90, 'allow', 'icmpv6', 'all', '0.0.0.0/0'), all(100)],
      [all(100)],
      ['icmp-family'],
    ],
    [
      'ICMP for IPv6 addresses',
      [entry(90, 'allow', 'icmp', 'all', '::/0'), all(100)],
      [all(100)],
      ['icmp-family'],
    ],
    [
      'each for its own',
      [
        entry(80, 'allow', 'icmp', 'all', '10.0.0.0/8'),
        entry(90, 'allow', 'icmpv6', 'all', '::/0'),
        all(100),
      ],
      [all(100)],
      [],
    ],
    [
      'connections in without replies out',
      [entry(100, 'allow', 'tcp', '443', '0.0.0.0/0')],
      [],
      ['no-replies'],
    ],
    [
      'connections in with replies out',
      [entry(100, 'allow', 'tcp', '443', '0.0.0.0/0')],
      [entry(100, 'allow', 'tcp', '1024-65535', '0.0.0.0/0')],
      [],
    ],
    [
      'connections out without replies in',
      [],
      [entry(100, 'allow', 'tcp', '443', '0.0.0.0/0')],
      ['no-replies'],
    ],
    [
      'replies to others only',
      [entry(100, 'allow', 'tcp', '443', '0.0.0.0/0')],
      [entry(100, 'deny', 'all', 'all', '0.0.0.0/0'), entry(110, 'allow', 'tcp', '1024-65535', '0.0.0.0/0')],
      ['shadowed', 'no-replies'],
    ],
    [
      'a Windows server’s list, for Windows clients, that Linux clients share',
      [entry(100, 'allow', 'tcp', '443', '10.0.0.0/16')],
      [entry(100, 'allow', 'tcp', '49152-65535', '10.0.0.0/16')],
      ['some-replies'],
    ],
    [
      'replies in to some ports of the Linux instance',
      [entry(100, 'allow', 'tcp', '49152-65535', '0.0.0.0/0')],
      [entry(100, 'allow', 'tcp', '443', '0.0.0.0/0')],
      ['some-replies'],
    ],
    [
      'replies in to all ports of the Linux instance',
      [entry(100, 'allow', 'tcp', '32768-65535', '0.0.0.0/0')],
      [entry(100, 'allow', 'tcp', '443', '0.0.0.0/0')],
      [],
    ],
  ])('%s', (_name, inbound, outbound, expected) => {
    const { built, id } = acl(inbound, outbound)
    expect(built.flags(id)).toEqual(expected)
  })

  test('replies are let out by a rule that is offered', () => {
    const { built, id } = acl([entry(100, 'allow', 'tcp', '443', '192.0.2.0/24')], [])
    const [finding] = built.findings(id)
    expect(finding && built.text(finding.fixes[0]?.title ?? [])).toBe(
      'Allow tcp 1024-65535 to 192.0.2.0/24 outbound',
    )
    built.fix(finding?.fixes[0])
    expect(built.flags(id)).toEqual([])
  })

  test.each([
    ['32768-65535', 'nat-gateway', ['some-replies']],
    ['1024-65535', 'nat-gateway', []],
    ['32768-65535', 'instance', []],
    ['49152-65535', 'windows', []],
    ['1024-49151', 'windows', ['no-replies', 'no-replies']],
  ])('replies in to %s are all that a %s in the subnet takes, or not', (ports, kind, expected) => {
    const { built, vpc, publicSubnet, nat, igw } = usual()
    built.remove(nat)
    if (kind === 'windows') built.place('instance', publicSubnet, { ephemeral: 'windows' })
    else built.place(kind, publicSubnet)
    const id = built.place('network-acl', vpc, {
      inbound: [entry(100, 'allow', 'tcp', ports, '0.0.0.0/0')],
      outbound: [entry(100, 'allow', 'tcp', '443', '0.0.0.0/0')],
    })
    built.set(publicSubnet, { networkAcl: id })
    expect([igw, built.flags(id)]).toEqual([igw, expected])
  })

  test('which replies are stopped is told, and all of them are let through by a rule that is offered', () => {
    const { built, vpc, publicSubnet } = usual()
    const id = built.place('network-acl', vpc, {
      inbound: [entry(100, 'allow', 'tcp', '32768-65535', '0.0.0.0/0')],
      outbound: [
        entry(100, 'allow', 'tcp', '443', '0.0.0.0/0'),
        entry(110, 'allow', 'tcp', '80', '0.0.0.0/0'),
      ],
    })
    built.set(publicSubnet, { networkAcl: id })
    const [finding] = built.findings(id)
    expect(finding && [built.text(finding.title), built.text(finding.detail)]).toEqual([
      'Some replies cannot come back through acl-custom',
      'Rules 100, 110 let connections out, and no inbound rule lets in their replies on ports 1024-32767, which a NAT gateway takes as well. Connections fail now and then.',
    ])
    expect(finding && built.text(finding.fixes[0]?.title ?? [])).toBe(
      'Allow tcp 1024-65535 from 0.0.0.0/0 inbound',
    )
    built.fix(finding?.fixes[0])
    expect(built.flags(id)).toEqual([])
  })

  test('nothing is offered that a lower number would deny', () => {
    const { built, id } = acl([entry(100, 'allow', 'tcp', '443', '0.0.0.0/0')], [all(50, 'deny')])
    expect(built.findings(id).find((one) => one.check === 'network-acl/no-replies')?.fixes).toEqual([])
  })

  test('of a list that no subnet uses only that is told', () => {
    const { built, vpc, privateSubnet } = usual()
    const custom = built.place('network-acl', vpc)
    expect(built.flags(custom)).toEqual(['unused'])
    built.set(privateSubnet, { networkAcl: custom })
    expect(built.flags(custom)).toEqual(['denies-everything'])
  })

  test('where there is no subnet, or no other list, none is unused', () => {
    const built = network()
    const vpc = built.place('vpc')
    expect(built.flags(built.place('network-acl', vpc))).toEqual([])
    expect(built.flags(built.first('network-acl', vpc))).toEqual([])
  })
})
