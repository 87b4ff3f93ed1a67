// The plain notation of scenarios: a small design line by line, then questions after `>` with their answers below.
//
//   region us us-east-1 [block-public-access]      optional; without one everything is in us-east-1
//   vpc main 10.0.0.0/16 [CIDR …] [default] [no-dns-support] [dns-hostnames]      secondary and IPv6 CIDRs follow; `private CIDR` is not advertised
//     zone a [us-east-1a]                          optional
//       subnet web 10.0.1.0/24 [IPv6 CIDR] [table rt] [acl strict] [public-ips]
//         instance a [ADDRESS …] [public [ADDRESS]] [elastic [ADDRESS]] [groups g, h] [os windows] [stopped]
//           interface a2 [ADDRESS …] [in SUBNET] …           a second interface of the instance above it
//         bastion, nat-instance                    as instance; a nat-instance has no source/destination check
//         nat-gateway nat [ADDRESS] [elastic ADDRESS] [private] [state failed]
//         interface spare …                        detached
//   table rt: 0.0.0.0/0 -> igw, 10.1.0.0/16 -> pcx propagated, 10.2.0.0/16 -> nat blackhole
//   table in-rt edge igw: 10.0.2.0/24 -> fw        routes what enters through igw
//   acl strict: in 100 allow tcp 80 from 0.0.0.0/0, out 100 deny all to 10.0.0.0/8
//   group web: in tcp 443 from 0.0.0.0/0, in all from web, out tcp 5432 to db
//   internet-gateway igw [-> main] [detached]      igw; eigw is egress-only-internet-gateway
//   gateway-endpoint s3 tables rt, main [service s3] [unlisted]     unlisted: without its prefix list
//   interface-endpoint sqs subnets a, b [ADDRESS …] [groups g] [service sqs] [no-private-dns]
//   peering pcx a <-> b [pending-acceptance] [requester-dns] [accepter-dns]
//   prefix-list office 198.51.100.0/24 … [for s3]
//   internet-host home 198.51.100.7 …      aws-service s3 [ADDRESS …]      unmodelled tgw transit-gateway [CIDR …]
//
// Ids are names. What stands at the margin belongs to the VPC (or subnet) above it, unless `in NAME` says otherwise.
// A VPC brings its main table, default ACL and default group, called `<vpc>-table`, `<vpc>-acl`, `<vpc>-group`;
// `table main:`, `acl default:`, `group default:` and `groups default` mean them.
// What keeps scenarios short: an instance without addresses takes the next free one (.10 and up); `public` and
// `elastic` without an address take 203.0.113.10 and up; without `groups` it carries `<vpc>-open`, which allows
// everything both ways; a group with no `out` rule allows everything out (`out nothing` if not); a peer left out is
// 0.0.0.0/0 (`0/0` is short for it); a gateway endpoint brings its service's prefix list, unless the design has one.
// A name that starts with `gone-` (a prefix list: `pl-gone-`) may point at nothing. Declaring a name again replaces its fields.
//
// `--- title` starts another design in the same file; `+++ title` adds the lines below it to the last such design.
//
//   > web -> internet tcp 443                      > web(40000) -> db tcp 5432
//   > outside 198.51.100.7 -> web tcp 80-90        > web -> db icmp                > a -> b all
//   > RT-1 reachable via pcx: a -> 10.1.0.5        a label and what is expected: one of the verdicts, reason codes,
//                                                  `via NAME`, `not-via NAME`, `as ADDRESS` (the source on arrival), `to NAME`,
//                                                  `rule PART` (the rule that decided somewhere, such as inbound.n110)
import type { Design, Question } from '../design/design.ts'
import { build } from './build-design.ts'
import { NotationError, type Line } from './build/words.ts'

interface Asked {
  readonly line: number
  readonly text: string
  readonly label: string
  readonly expects: readonly string[]
  readonly question: Question
  /** The lines below the question, as they stand. */
  readonly answer: string
}
export interface Scenario {
  readonly title: string
  readonly design: Design
  readonly asked: readonly Asked[]
}

/** One design, questions not allowed. */
export function design(text: string): Design {
  return build(significant(text.split('\n')))
}

export function readScenarios(text: string): readonly Scenario[] {
  const sections: { title: string; adds: boolean; lines: { number: number; text: string }[] }[] = [
    { title: '', adds: false, lines: [] },
  ]
  text.split('\n').forEach((raw, index) => {
    const head = /^(---|\+\+\+)\s*(.*)$/.exec(raw)
    if (head) sections.push({ title: head[2] ?? '', adds: head[1] === '+++', lines: [] })
    else sections.at(-1)?.lines.push({ number: index + 1, text: raw })
  })
  let base: Line[] = []
  return sections.flatMap(({ title, adds, lines }): Scenario[] => {
    const first = lines.findIndex((line) => line.text.startsWith('>'))
    const own = (first < 0 ? lines : lines.slice(0, first)).flatMap(({ number, text: line }) =>
      significantLine(line, number),
    )
    const all = adds ? [...base, ...own] : own
    if (!adds && own.length > 0) base = own
    if (first < 0 && own.length === 0) return []
    return [{ title, design: build(all), asked: first < 0 ? [] : questions(lines.slice(first)) }]
  })
}

/** The file with each question's answer replaced by what `answer` gives; null leaves it. */
export function rewriteAnswers(text: string, answer: (line: number) => string | null): string {
  const out: string[] = []
  let dropping = false
  text.split('\n').forEach((line, index) => {
    if (line.startsWith('>')) {
      const next = answer(index + 1)
      dropping = next !== null
      out.push(line)
      if (next !== null) out.push(...next.trimEnd().split('\n'), '')
    } else if (/^(---|\+\+\+|#)/.test(line)) {
      dropping = false
      out.push(line)
    } else if (!dropping) out.push(line)
  })
  return `${out.join('\n').trimEnd()}\n`
}

function questions(lines: readonly { number: number; text: string }[]): readonly Asked[] {
  const asked: (Omit<Asked, 'answer'> & { answer: string[] })[] = []
  for (const { number, text } of lines) {
    if (text.startsWith('>'))
      asked.push({
        ...question(
          text
            .slice(1)
            .replace(/\s#.*$/, '')
            .trim(),
          number,
        ),
        answer: [],
      })
    else if (!text.startsWith('#')) asked.at(-1)?.answer.push(text)
  }
  return asked.map((one) => ({ ...one, answer: one.answer.join('\n').trim() }))
}

function question(text: string, line: number): Omit<Asked, 'answer'> {
  const labelled = /^([A-Z]+-\d+[a-z]?)(.*?):\s+(.*)$/.exec(text)
  const rest = labelled?.[3] ?? text
  const parts = /^(?:outside\s+)?(\S+?)(?:\((\d+(?:-\d+)?)\))?\s+->\s+(\S+)(?:\s+(\S+))?(?:\s+(\S+))?$/.exec(
    rest,
  )
  if (!parts) throw new NotationError(line, `a question reads "> FROM -> TO PROTOCOL PORT", not "${rest}"`)
  const [, from = '', sourcePort = null, to = '', protocol = 'tcp', port = null] = parts
  return {
    line,
    text: rest,
    label: labelled?.[1] ?? '',
    expects: (labelled?.[2] ?? '')
      .trim()
      .split(/\s+/)
      .filter((word) => word !== ''),
    question: { from, to, protocol, port, sourcePort },
  }
}

function significant(lines: readonly string[]): Line[] {
  return lines.flatMap((line, index) => significantLine(line, index + 1))
}

function significantLine(raw: string, number: number): Line[] {
  const text = raw.replace(/(^|\s)#.*$/, '').trimEnd()
  return text.trim() === ''
    ? []
    : [{ number, indent: text.length - text.trimStart().length, text: text.trim() }]
}
