// What is offered to lift a blocker: its words, and what is left once it is applied.
import { describe, expect, test } from 'vitest'
import { apply, invert } from '../design/change.ts'
import type { Design, Question } from '../design/design.ts'
import { plain } from '../design/phrase.ts'
import { fixesFor } from '../editing/fixes-for.ts'
import { newIds } from '../editing/new-ids.ts'
import type { Answer, Fix } from '../forwarding/answer.ts'
import { design as read } from '../scenarios/notation.ts'
import { analyse } from './analyse.ts'
import { ask } from './ask.ts'

const base = `
vpc main 10.0.0.0/16
  subnet one 10.0.1.0/24
    instance a 10.0.1.10 groups a-sg
  subnet two 10.0.2.0/24
    instance b 10.0.2.10 groups b-sg
group a-sg: in tcp 22
group b-sg: in tcp 22
`
const open = base.replace('group b-sg: in tcp 22', 'group b-sg: in all')
const published = `
vpc main 10.0.0.0/16
  subnet one 10.0.1.0/24
    instance a 10.0.1.10
`
const through = `
vpc main 10.0.0.0/16
  subnet one 10.0.1.0/24 table there
    instance a 10.0.1.10
  subnet two 10.0.2.0/24 table back
    instance b 10.0.2.10
  subnet fw-subnet 10.0.3.0/24
    instance fw 10.0.3.10 source-dest-check
table there: 10.0.2.0/24 -> fw
table back: 10.0.1.0/24 -> fw
`
const peered = `
vpc main 10.0.0.0/16
  subnet one 10.0.1.0/24
    instance a 10.0.1.10
vpc other 10.1.0.0/16
  subnet two 10.1.1.0/24
    instance b 10.1.1.10
table main in other: 10.0.0.0/16 -> pcx
`

/** A design, a question, the first blocker, the fixes offered for it, and what is left once the first is applied. */
type Row = [
  name: string,
  text: string,
  asked: string,
  blocker: string,
  fixes: readonly string[],
  after: string,
]

describe.each<[kind: string, rows: readonly Row[]]>([
  [
    'security group',
    [
      [
        'by the group at the other end first, then by address',
        base,
        'a -> b tcp 443',
        'security-group/denied-inbound',
        ['Allow tcp 443 from a-sg in b-sg', 'Allow tcp 443 from 10.0.1.10/32 in b-sg'],
        'reachable',
      ],
      [
        'everything outside, where anybody was asked about',
        `${published.replace('10.0.1.10', '10.0.1.10 elastic 203.0.113.10 groups a-sg')}
igw igw
table main: 0.0.0.0/0 -> igw
group a-sg: in tcp 22`,
        'internet -> a tcp 443',
        'security-group/denied-inbound',
        ['Allow tcp 443 from 0.0.0.0/0 in a-sg'],
        'reachable',
      ],
      [
        'a range of ports as it was asked',
        base,
        'a -> b tcp 8000-8100',
        'security-group/denied-inbound',
        ['Allow tcp 8000-8100 from a-sg in b-sg', 'Allow tcp 8000-8100 from 10.0.1.10/32 in b-sg'],
        'reachable',
      ],
      [
        'ping',
        base,
        'a -> b icmp',
        'security-group/denied-inbound',
        ['Allow ping (icmp 8/0) from a-sg in b-sg', 'Allow ping (icmp 8/0) from 10.0.1.10/32 in b-sg'],
        'reachable',
      ],
      [
        'a protocol without ports',
        base,
        'a -> b gre',
        'security-group/denied-inbound',
        ['Allow gre from a-sg in b-sg', 'Allow gre from 10.0.1.10/32 in b-sg'],
        'reachable',
      ],
      [
        'outbound, where the group has no rule at all',
        open.replace('group a-sg: in tcp 22', 'group a-sg: out nothing'),
        'a -> b tcp 443',
        'security-group/no-rules-outbound',
        ['Allow tcp 443 to b-sg in a-sg', 'Allow tcp 443 to 10.0.2.10/32 in a-sg'],
        'reachable',
      ],
    ],
  ],
  [
    'network ACL',
    [
      [
        'a rule after the last, where * denies',
        `${open}
acl strict: in 100 allow tcp 22, out 100 allow all
subnet two 10.0.2.0/24 in main acl strict`,
        'a -> b tcp 443',
        'network-acl/denied-inbound',
        ['Add inbound rule 110 to strict: allow tcp 443 from 10.0.1.10/32'],
        'reachable',
      ],
      [
        'one before the rule that denies; without that one, where a later one allows',
        `${open}
acl strict: in 100 deny tcp 443, in 200 allow all, out 100 allow all
subnet two 10.0.2.0/24 in main acl strict`,
        'a -> b tcp 443',
        'network-acl/denied-inbound',
        [
          'Add inbound rule 99 to strict: allow tcp 443 from 10.0.1.10/32',
          'Remove inbound rule 100 from strict',
        ],
        'reachable',
      ],
      [
        'the ephemeral ports, for a reply',
        `${open}
acl strict: in 100 allow all, out 100 allow tcp 443
subnet two 10.0.2.0/24 in main acl strict`,
        'a -> b tcp 443',
        'network-acl/denied-outbound',
        ['Add outbound rule 110 to strict: allow tcp 32768-60999 to 10.0.1.10/32 for replies'],
        'reachable',
      ],
      [
        'the first rule of an empty list',
        `${open}
acl strict: out 100 allow all
subnet two 10.0.2.0/24 in main acl strict`,
        'a -> b tcp 443',
        'network-acl/denied-inbound',
        ['Add inbound rule 10 to strict: allow tcp 443 from 10.0.1.10/32'],
        'reachable',
      ],
    ],
  ],
  [
    'route table',
    [
      [
        'a route to the gateway that could carry it',
        `${published.replace('10.0.1.10', '10.0.1.10 elastic 203.0.113.10')}
igw igw`,
        'a -> internet tcp 443',
        'route-table/no-route',
        ['Add route 0.0.0.0/0 to igw in main-table'],
        'reachable',
      ],
      [
        'to a NAT gateway rather than an internet gateway, without a public address',
        `${published.replace('10.0.1.0/24', '10.0.1.0/24 table private')}
  subnet public 10.0.9.0/24 table out
    nat nat 10.0.9.20
igw igw
table private:
table out: 0.0.0.0/0 -> igw`,
        'a -> internet tcp 443',
        'route-table/no-route',
        ['Add route 0.0.0.0/0 to nat in private'],
        'reachable',
      ],
      [
        'to the peering that leads there',
        `${peered}
peering pcx main <-> other`,
        'a -> b tcp 443',
        'route-table/no-route',
        ['Add route 10.1.0.0/16 to pcx in main-table'],
        'reachable',
      ],
      [
        'by the endpoint, for its service',
        `${published}
table spare in main:
gateway-endpoint s3-gw service s3 tables spare`,
        'a -> s3 tcp 443',
        'route-table/no-route',
        ['Let main-table use s3-gw'],
        'reachable',
      ],
      [
        'to something else, where the target is gone',
        `${published.replace('10.0.1.10', '10.0.1.10 elastic 203.0.113.10')}
igw igw
table main: 0.0.0.0/0 -> gone-nat`,
        'a -> internet tcp 443',
        'route-table/blackhole',
        ['Lead 0.0.0.0/0 to igw instead in main-table'],
        'reachable',
      ],
      [
        'the peering itself, where nobody accepted it yet',
        `${peered}
table main in main: 10.1.0.0/16 -> pcx
peering pcx main <-> other pending-acceptance`,
        'a -> b tcp 443',
        'route-table/blackhole',
        ['Accept pcx'],
        'reachable',
      ],
      [
        'nothing, where nothing could carry it',
        published,
        'a -> internet tcp 443',
        'route-table/no-route',
        [],
        'blocked',
      ],
    ],
  ],
  [
    'internet gateway',
    [
      [
        'an Elastic IP for what goes out without one',
        `${published}
igw igw
table main: 0.0.0.0/0 -> igw`,
        'a -> internet tcp 443',
        'internet-gateway/no-public-address',
        ['Give a an Elastic IP, 203.0.113.10'],
        'reachable',
      ],
      [
        'and for what should be reached',
        `${published}
igw igw
table main: 0.0.0.0/0 -> igw`,
        'internet -> a tcp 443',
        'internet-gateway/unknown-address',
        ['Give a an Elastic IP, 203.0.113.10'],
        'reachable',
      ],
      [
        'nothing for a private destination',
        `${published.replace('10.0.1.10', '10.0.1.10 elastic 203.0.113.10')}
igw igw
table main: 0.0.0.0/0 -> igw`,
        'a -> 192.168.1.1 tcp 443',
        'internet-gateway/private-destination',
        [],
        'blocked',
      ],
    ],
  ],
  [
    'VPC',
    [
      [
        'an internet gateway',
        published,
        'internet -> a tcp 443',
        'vpc/no-internet-gateway',
        ['Attach an internet gateway to main'],
        'blocked',
      ],
    ],
  ],
  [
    'network interface',
    [
      [
        'its check turned off',
        through,
        'a -> b tcp 443',
        'network-interface/source-dest-check',
        ['Turn off the source/destination check of fw'],
        'reachable',
      ],
    ],
  ],
  [
    'instance',
    [
      [
        'started, where it is stopped',
        published.replace('10.0.1.10', '10.0.1.10\n    instance b 10.0.1.11 stopped'),
        'a -> b tcp 443',
        'instance/not-running',
        ['Start b'],
        'reachable',
      ],
      [
        'not, where it is terminated',
        published.replace('10.0.1.10', '10.0.1.10\n    instance b 10.0.1.11 terminated'),
        'a -> b tcp 443',
        'instance/not-running',
        [],
        'blocked',
      ],
    ],
  ],
])('%s', (_kind, rows) => {
  test.each(rows)('%s', (_name, text, asked, blocker, titles, after) => {
    const design = read(text)
    const answer = answered(design, asked)
    const [fixes = []] = offered(design, asked, answer)
    expect(answer.blockers[0]?.reason.code).toBe(blocker)
    expect(fixes.map(({ title }) => plain(title, design))).toEqual(titles)
    const mended = fixes[0] ? apply(design, fixes[0].change) : design
    expect(answered(mended, asked).verdict).toBe(after)
    for (const { change } of fixes) expect(apply(apply(design, change), invert(change))).toEqual(design)
  })

  test('every fix offered for a blocker lifts it', () => {
    for (const [name, text, asked] of rows) {
      const design = read(text)
      const [first] = answered(design, asked).blockers
      const [fixes = []] = offered(design, asked, answered(design, asked))
      for (const { title, change } of fixes) {
        const left = answered(apply(design, change), asked).blockers
        const still = left.filter(
          ({ reason, cause }) =>
            reason.code === first?.reason.code && cause.resource === first.cause.resource,
        )
        expect([name, plain(title, design), still.length]).toEqual([name, plain(title, design), 0])
      }
    }
  })
})

function questionOf(asked: string): Question {
  const [from = '', , to = '', protocol = 'tcp', port = null] = asked.split(' ')
  return { from, to, protocol, port, sourcePort: null }
}

function answered(design: Design, asked: string): Answer {
  const result = ask(analyse(design), questionOf(asked))
  if (!result.ok) throw new Error(plain(result.problem, design))
  return result.answer
}

function offered(design: Design, asked: string, answer: Answer): readonly (readonly Fix[])[] {
  return fixesFor(analyse(design), questionOf(asked), answer, newIds(design))
}
