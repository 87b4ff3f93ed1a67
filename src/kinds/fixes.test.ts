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
const outward = `${published.replace('10.0.1.10', '10.0.1.10 elastic 203.0.113.10 groups a-sg')}
igw igw
table main: 0.0.0.0/0 -> igw
group a-sg: in tcp 22
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

/** A NAT gateway in an isolated subnet, which shares the main table with another. */
const isolatedNat = `
vpc main 10.0.0.0/16
  subnet clients 10.0.1.0/24 table rt
    instance a 10.0.1.10
  subnet natnet 10.0.2.0/24
    nat nat 10.0.2.20 elastic 203.0.113.20
  subnet others 10.0.3.0/24
    instance b 10.0.3.10
igw igw
table rt: 0.0.0.0/0 -> nat
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
      [
        'all traffic, where all of it was asked about',
        base,
        'a -> b all',
        'security-group/denied-inbound',
        ['Allow all traffic from a-sg in b-sg', 'Allow all traffic from 10.0.1.10/32 in b-sg'],
        'reachable',
      ],
      [
        'the range of addresses that was asked about, and no other',
        outward,
        '198.51.100.0/24 -> a tcp 443',
        'security-group/denied-inbound',
        ['Allow tcp 443 from 198.51.100.0/24 in a-sg'],
        'reachable',
      ],
      [
        'all the addresses of a host outside that is drawn',
        `${outward}
internet-host offices 198.51.100.0/24 192.0.2.7`,
        'offices -> a tcp 443',
        'security-group/denied-inbound',
        ['Allow tcp 443 from 192.0.2.7/32 and 198.51.100.0/24 in a-sg'],
        'reachable',
      ],
      [
        'the prefix list of a service',
        `${outward.replace('in tcp 22', 'out nothing')}
table main: 0.0.0.0/0 -> igw
prefix-list pl-s3 52.216.0.0/15 for s3`,
        'a -> s3 tcp 443',
        'security-group/no-rules-outbound',
        ['Allow tcp 443 to pl-s3 in a-sg'],
        'reachable',
      ],
      [
        'in the group that fewest carry',
        `
vpc main 10.0.0.0/16
  subnet one 10.0.1.0/24
    instance a 10.0.1.10
    instance b 10.0.1.11 groups everyone, b-sg
    instance c 10.0.1.12 groups everyone
group everyone: in tcp 22
group b-sg: in tcp 80`,
        'a -> b tcp 443',
        'security-group/denied-inbound',
        ['Allow tcp 443 from main-open in b-sg', 'Allow tcp 443 from 10.0.1.10/32 in b-sg'],
        'reachable',
      ],
      [
        'by address only, where a reply comes through an appliance',
        `
vpc main 10.0.0.0/16
  subnet one 10.0.1.0/24
    instance a 10.0.1.10 groups a-sg
  subnet two 10.0.2.0/24 table back
    instance b 10.0.2.10
  subnet fw-subnet 10.0.3.0/24
    instance fw 10.0.3.10 no-source-dest-check groups fw-sg forwards unchanged
table back: 10.0.1.0/24 -> fw
group a-sg: in tcp 22
group fw-sg: in all, out nothing`,
        'a -> b tcp 443',
        'security-group/no-rules-outbound',
        ['Allow tcp 32768-60999 to 10.0.1.10/32 in fw-sg'],
        'reachable',
      ],
      [
        'by address, where only the name of a group let it out and an appliance stands in the way',
        `${through.replace('source-dest-check', 'no-source-dest-check').replace('10.0.1.10', '10.0.1.10 groups a-sg').replace('10.0.2.10', '10.0.2.10 groups b-sg')}
group a-sg: in all, out all to b-sg
group b-sg: in all`,
        'a -> b tcp 443',
        'security-group/reference-not-preserved',
        ['Allow tcp 443 to 10.0.2.10/32 in a-sg'],
        'reachable',
      ],
      [
        'with a word on what AWS refuses, where the group is full',
        base.replace(
          'group b-sg: in tcp 22',
          `group b-sg: ${Array.from({ length: 60 }, (_, i) => `in tcp ${i + 1}`).join(', ')}`,
        ),
        'a -> b tcp 443',
        'security-group/denied-inbound',
        [
          'Allow tcp 443 from a-sg in b-sg (rule 61 in that direction: AWS allows 60 unless you ask for more)',
          'Allow tcp 443 from 10.0.1.10/32 in b-sg (rule 61 in that direction: AWS allows 60 unless you ask for more)',
        ],
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
      [
        'numbers before the rule that denies, one for each CIDR',
        `${outward.replace('in tcp 22', 'in all')}
internet-host offices 198.51.100.0/24 192.0.2.7
acl strict: in 99 allow udp, in 100 deny tcp 443, in 200 allow tcp 22, out 100 allow all
subnet one 10.0.1.0/24 in main acl strict`,
        'offices -> a tcp 443',
        'network-acl/denied-inbound',
        ['Add inbound rules 97 and 98 to strict: allow tcp 443 from 192.0.2.7/32 and 198.51.100.0/24'],
        'reachable',
      ],
      [
        'any port that a NAT gateway may have chosen, for a reply to it',
        `
vpc main 10.0.0.0/16
  subnet inner 10.0.1.0/24 table t-in
    instance a 10.0.1.10
  subnet outer 10.0.9.0/24 table t-out acl strict
    nat nat 10.0.9.20
igw igw
table t-in: 0.0.0.0/0 -> nat
table t-out: 0.0.0.0/0 -> igw
acl strict: in 100 allow tcp 443, out 100 allow all`,
        'a -> 198.51.100.7 tcp 443',
        'network-acl/denied-inbound',
        ['Add inbound rule 110 to strict: allow tcp 1024-65535 from 198.51.100.7/32 for replies'],
        'reachable',
      ],
      [
        'the client’s own ports, where only its address was translated',
        `${outward.replace('in tcp 22', 'in all')}
subnet two 10.0.2.0/24 in main acl strict
  instance b 10.0.2.10 elastic 203.0.113.20
acl strict: in 100 allow all, out 100 deny tcp 1024-65535, out 200 allow all`,
        'a -> 203.0.113.20 tcp 443',
        'network-acl/denied-outbound',
        [
          'Add outbound rule 99 to strict: allow tcp 32768-60999 to 203.0.113.10/32 for replies',
          'Remove outbound rule 100 from strict',
        ],
        'reachable',
      ],
      [
        'with a word on what AWS refuses, where the list is full',
        `${open}
acl strict: ${Array.from({ length: 20 }, (_, i) => `in ${i + 1} allow udp ${i + 1}`).join(', ')}, out 100 allow all
subnet two 10.0.2.0/24 in main acl strict`,
        'a -> b tcp 443',
        'network-acl/denied-inbound',
        [
          'Add inbound rule 30 to strict: allow tcp 443 from 10.0.1.10/32 (rule 21 in that direction: AWS allows 20 unless you ask for more)',
        ],
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
        'to nothing else, by a prefix list that holds addresses of the VPC',
        `${published.replace('10.0.1.10', '10.0.1.10 elastic 203.0.113.10')}
igw igw
prefix-list pl 198.51.100.0/24 10.0.0.0/16
table main: pl -> gone-nat`,
        'a -> 198.51.100.7 tcp 443',
        'route-table/blackhole',
        [],
        'blocked',
      ],
      [
        'the gateway that it leads to, attached',
        `${published.replace('10.0.1.10', '10.0.1.10 elastic 203.0.113.10')}
igw igw detached
table main: 0.0.0.0/0 -> igw`,
        'a -> internet tcp 443',
        'route-table/blackhole',
        ['Attach igw to main'],
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
        'a longer prefix, past a dead route for everything',
        `${peered}
table main in main: 0.0.0.0/0 -> gone-nat
peering pcx main <-> other`,
        'a -> b tcp 443',
        'route-table/blackhole',
        ['Add route 10.1.0.0/16 to pcx in main-table'],
        'reachable',
      ],
      [
        'by the endpoint, past a dead route for everything',
        `${published}
table main: 0.0.0.0/0 -> gone-nat
table spare in main:
gateway-endpoint s3-gw service s3 tables spare`,
        'a -> s3 tcp 443',
        'route-table/blackhole',
        ['Let main-table use s3-gw'],
        'reachable',
      ],
      [
        'by the endpoint, without a dead route for its own addresses',
        `${published}
table main: 52.216.0.0/15 -> gone-nat
table spare in main:
gateway-endpoint s3-gw service s3 tables spare`,
        'a -> s3 tcp 443',
        'route-table/blackhole',
        ['Remove route 52.216.0.0/15 from main-table, and let it use s3-gw'],
        'reachable',
      ],
      [
        'the local one, without a dead route that is longer',
        `${base.replace('group b-sg: in tcp 22', 'group b-sg: in all')}
table main: 10.0.2.0/24 -> gone-fw`,
        'a -> b tcp 443',
        'route-table/blackhole',
        ['Remove route 10.0.2.0/24 from main-table'],
        'reachable',
      ],
      [
        'for a NAT gateway by a table of its own, where others share the table',
        isolatedNat,
        'a -> internet tcp 443',
        'route-table/no-route',
        ['Give natnet a route table of its own, to igw', 'Add route 0.0.0.0/0 to igw in main-table'],
        'reachable',
      ],
      [
        'for a NAT gateway in the table that only its subnet uses',
        isolatedNat.replace('  subnet others 10.0.3.0/24\n    instance b 10.0.3.10\n', ''),
        'a -> internet tcp 443',
        'route-table/no-route',
        ['Add route 0.0.0.0/0 to igw in main-table'],
        'reachable',
      ],
      [
        'for a NAT gateway that is sent its own packets',
        isolatedNat.replace('natnet 10.0.2.0/24', 'natnet 10.0.2.0/24 table rt'),
        'a -> internet tcp 443',
        'nat-gateway/same-subnet',
        ['Give natnet a route table of its own, to igw'],
        'reachable',
      ],
      [
        'through a NAT gateway that shares the table, rather than by a public subnet',
        isolatedNat,
        'b -> internet tcp 443',
        'route-table/no-route',
        [
          'Lead main-table to nat, and give natnet a route table of its own, to igw',
          'Add route 0.0.0.0/0 to igw in main-table',
        ],
        'reachable',
      ],
      [
        'not through it for what has a public address',
        isolatedNat.replace('instance b 10.0.3.10', 'instance b 10.0.3.10 elastic 203.0.113.30'),
        'b -> internet tcp 443',
        'route-table/no-route',
        ['Add route 0.0.0.0/0 to igw in main-table'],
        'reachable',
      ],
      [
        'not by what carries requests only, for a reply',
        `
vpc main 10.0.0.0/16
  subnet inner 10.0.1.0/24 table t-in
    instance a 10.0.1.10 elastic 203.0.113.10
  subnet outer 10.0.9.0/24 table t-out
    nat nat 10.0.9.20 elastic 203.0.113.50
igw igw
table t-in:
table t-out: 0.0.0.0/0 -> igw
gateway-endpoint s3-gw service s3 tables t-out`,
        's3 -> a tcp 443',
        'route-table/no-route',
        ['Add route 0.0.0.0/0 to igw in t-in'],
        'reachable',
      ],
      [
        'none, where the machine that it leads to is stopped',
        through.replace('10.0.3.10 source-dest-check', '10.0.3.10 no-source-dest-check stopped'),
        'a -> b tcp 443',
        'route-table/blackhole',
        ['Start fw'],
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
      [
        'a route to the peering that a private destination is behind',
        `${peered.replace('10.0.1.10', '10.0.1.10 elastic 203.0.113.10')}
peering pcx main <-> other
igw igw in main
table main in main: 0.0.0.0/0 -> igw`,
        'a -> b tcp 443',
        'internet-gateway/private-destination',
        ['Add route 10.1.0.0/16 to pcx in main-table'],
        'reachable',
      ],
      [
        'the peering as the target of the very route that led it out',
        `${peered.replace('10.0.1.10', '10.0.1.10 elastic 203.0.113.10')}
peering pcx main <-> other
igw igw in main
table main in main: 10.1.0.0/16 -> igw`,
        'a -> b tcp 443',
        'internet-gateway/private-destination',
        ['Lead 10.1.0.0/16 to pcx instead in main-table'],
        'reachable',
      ],
      [
        'also where a NAT gateway sent it there',
        `${peered.replace('10.0.1.0/24', '10.0.1.0/24 table inner').replace(
          'vpc other',
          `  subnet natnet 10.0.9.0/24
    nat nat 10.0.9.20 elastic 203.0.113.20
vpc other`,
        )}
peering pcx main <-> other
igw igw in main
table inner in main: 0.0.0.0/0 -> nat
table main in main: 0.0.0.0/0 -> igw`,
        'a -> b tcp 443',
        'internet-gateway/private-destination',
        ['Add route 10.1.0.0/16 to pcx in inner'],
        'reachable',
      ],
      [
        'nothing for a private address asked about by itself',
        `${published}
igw igw
table main: 0.0.0.0/0 -> igw`,
        'internet -> 10.0.1.10 tcp 443',
        'internet-gateway/unknown-address',
        [],
        'blocked',
      ],
      [
        'nothing for an endpoint, which has no public address',
        `${published}
igw igw
table main: 0.0.0.0/0 -> igw
interface-endpoint sqs subnets one 10.0.1.50`,
        'internet -> sqs tcp 443',
        'internet-gateway/unknown-address',
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
