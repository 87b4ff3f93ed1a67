// What can be wrong with a security group's own rules; security-group-rules.
import { code, say } from '../../design/phrase.ts'
import { ref } from '../../design/resource.ts'
import type { Resource } from '../../design/resource.ts'
import type { View } from '../../design/view.ts'
import { TCP, parseProtocol } from '../../net/protocol.ts'
import { parsePorts } from '../../net/ports.ts'
import { parsePrefix } from '../../net/prefix.ts'
import { finding } from '../finding.ts'
import type { Finding } from '../kind.ts'
import { fixesOfRows, setting } from '../make.ts'
import { membersOf, vpcOf } from '../network.ts'
import { protocolMatch } from '../protocol-match.ts'
import type { GroupRule, SecurityGroup } from '../records.ts'
import { portName } from '../traffic-words.ts'

type Direction = 'inbound' | 'outbound'

export function checkSecurityGroup(resource: Resource, view: View): readonly Finding[] {
  const group = resource as SecurityGroup
  return [
    ...(['inbound', 'outbound'] as const).flatMap((direction) =>
      group.fields[direction].flatMap((rule) => unread(group, direction, rule, view)),
    ),
    ...group.fields.inbound.flatMap((rule) => openToAll(group, rule, view)),
  ]
}

function unread(group: SecurityGroup, direction: Direction, rule: GroupRule, view: View): readonly Finding[] {
  const peer = view.get(rule.peer)
  const named = peer?.kind === 'security-group' || peer?.kind === 'prefix-list'
  const end = direction === 'inbound' ? 'source' : 'destination'
  const unknown = !named && rule.peer !== '' && !/[/.:]/.test(rule.peer)
  const detail = (() => {
    if (rule.peer === '') return say`It has no ${end} yet.`
    if (unknown) return say`Its ${end} ${code(rule.peer)} is not in the design.`
    if (!named && parsePrefix(rule.peer, 'zero') === null)
      return say`Its ${end} ${code(rule.peer)} is not a CIDR.`
    if (protocolMatch(rule.protocol, rule.ports) === null)
      return say`${code(`${rule.protocol} ${rule.ports}`)} is not a protocol with its ports.`
    return null
  })()
  if (detail === null) return []
  const title = say`A rule of ${ref(group.id)} is left out`
  const at = ref(group.id, `${direction}.${rule.id}`)
  const rules = group.fields[direction]
  const fixes = fixesOfRows(rules, () => [
    setting(say`Remove the rule`, group, { [direction]: rules.filter((row) => row.id !== rule.id) }),
  ])
  // Rules that name what was deleted, or what is another account's, stay behind in AWS too, and match nothing.
  return [finding('security-group/left-out', unknown ? 'warning' : 'error', at, title, detail, fixes)]
}

/** Ports by which whole systems are taken over, or their data read. */
const sensitive = [22, 3389, 1433, 1521, 2049, 3306, 5432, 5439, 6379, 9200, 11211, 27017]

function openToAll(group: SecurityGroup, rule: GroupRule, view: View): readonly Finding[] {
  const prefix = parsePrefix(rule.peer, 'zero')
  // A group that nothing carries opens nothing yet.
  if (prefix?.length !== 0 || membersOf(view, group).length === 0) return []
  const what = exposed(rule)
  if (what === null) return []
  const vpc = vpcOf(view, group)
  const { inbound } = group.fields
  const fixes = fixesOfRows(inbound, () => {
    if (!vpc || prefix.family !== 4) return []
    const rows = inbound.map((row) => (row.id === rule.id ? { ...row, peer: vpc.fields.cidr } : row))
    return [setting(say`Let only ${ref(vpc.id)} in, ${code(vpc.fields.cidr)}`, group, { inbound: rows })]
  })
  const title = say`${ref(group.id)} lets everybody in by ${what}`
  const detail = say`A rule allows it from ${code(rule.peer)}. Name the addresses or the group that need it; people can log in by way of a bastion host or Session Manager.`
  return [
    finding(
      'security-group/open-to-all',
      'warning',
      ref(group.id, `inbound.${rule.id}`),
      title,
      detail,
      fixes,
    ),
  ]
}

function exposed(rule: GroupRule): string | null {
  if (rule.protocol === 'all' || rule.protocol === '-1') return 'every protocol and port'
  if (parseProtocol(rule.protocol) !== TCP) return null
  const range = parsePorts(rule.ports)
  if (range === null) return null
  const ports = sensitive.filter((port) => range.first <= port && port <= range.last)
  if (ports.length === 0) return null
  const names = ports.map((port) => portName('tcp', port) ?? String(port))
  return names.length > 2 ? `${names.slice(0, 2).join(', ')} and more` : names.join(' and ')
}
