// An ACL remembers nothing: whoever is let in must be let out again on the port that the client chose, and the other
// way round. A Linux client takes 32768-60999, Windows 49152-65535, load balancers and NAT gateways 1024-65535;
// custom-network-acl.
import { code, say } from '../../design/phrase.ts'
import { ref } from '../../design/resource.ts'
import type { View } from '../../design/view.ts'
import {
  intersect,
  isEmpty,
  nothing,
  packets,
  subtract,
  union,
  type PacketSet,
} from '../../net/packet-set.ts'
import { TCP, parseProtocol } from '../../net/protocol.ts'
import { formatPorts, parsePorts, type PortRange } from '../../net/ports.ts'
import { parsePrefix } from '../../net/prefix.ts'
import { finding } from '../finding.ts'
import type { Finding } from '../kind.ts'
import { fixesOfRows, newRowId, setting } from '../make.ts'
import { inOrder } from '../network.ts'
import type { AclEntry, NetworkAcl } from '../records.ts'
import { coversReplies } from '../traffic-words.ts'
import { clientWords, clientsBehind, joined, portions, takes } from './client-ports.ts'
import { matchOf, type Direction } from './match.ts'

export function checkReplies(acl: NetworkAcl, view: View): readonly Finding[] {
  return (['inbound', 'outbound'] as const).flatMap((direction) => {
    const back: Direction = direction === 'inbound' ? 'outbound' : 'inbound'
    const passing = repliesThrough(acl, back)
    const opening = acl.fields[direction].filter(
      (entry) => opensConnections(entry) && portsStopped(entry, back, passing).length > 0,
    )
    // Most lists let all replies through, and then nobody needs to know who the clients are.
    const clients = opening.length === 0 ? [] : clientsBehind(acl, direction, view)
    const taken = (range: PortRange): string | undefined => clients.find((client) => takes(client, range))
    const stopped = opening.map((entry) => ({
      entry,
      ports: portsStopped(entry, back, passing).filter((range) => taken(range) !== undefined),
    }))
    const all = portions.filter((range) => taken(range) !== undefined).length
    const stuck = stopped.filter(({ ports }) => ports.length === all)
    const inPart = stopped.filter(({ ports }) => ports.length > 0 && ports.length < all)
    const example = joined(inPart[0]?.ports ?? [])
    return [
      ...(stuck.length === 0 ? [] : [noReplies(acl, direction, back, entriesOf(stuck))]),
      ...(example === undefined
        ? []
        : [someReplies(acl, direction, back, entriesOf(inPart), example, taken(example) ?? 'linux')]),
    ]
  })
}

const entriesOf = (found: readonly { readonly entry: AclEntry }[]) => found.map(({ entry }) => entry)
const rulesLet = (entries: readonly AclEntry[]) => {
  const numbers = code(entries.map((entry) => entry.number).join(', '))
  return entries.length === 1 ? say`Rule ${numbers} lets` : say`Rules ${numbers} let`
}

function noReplies(
  acl: NetworkAcl,
  direction: Direction,
  back: Direction,
  stuck: readonly AclEntry[],
): Finding {
  const title =
    direction === 'inbound'
      ? say`Replies cannot leave through ${ref(acl.id)}`
      : say`Replies cannot come back through ${ref(acl.id)}`
  const detail = say`${rulesLet(stuck)} connections ${direction === 'inbound' ? 'in' : 'out'}, and no ${back} rule lets their replies ${direction === 'inbound' ? 'out' : 'in'}, on ports such as ${code('32768-60999')} of the client. A network ACL does not remember connections.`
  const fixes = fixesOfRows([...stuck, ...acl.fields[back]], () => openFor(acl, stuck, back))
  return finding('network-acl/no-replies', 'warning', ref(acl.id, back), title, detail, fixes)
}

/** Only a note of what comes in: whoever connects may be of one system alone. */
function someReplies(
  acl: NetworkAcl,
  direction: Direction,
  back: Direction,
  entries: readonly AclEntry[],
  ports: PortRange,
  client: string,
): Finding {
  const title =
    direction === 'inbound'
      ? say`Some replies cannot leave through ${ref(acl.id)}`
      : say`Some replies cannot come back through ${ref(acl.id)}`
  const detail = say`${rulesLet(entries)} connections ${direction === 'inbound' ? 'in' : 'out'}, and no ${back} rule lets ${direction === 'inbound' ? 'out' : 'in'} their replies on ports ${code(formatPorts(ports))}, which ${clientWords[client] ?? clientWords['linux']!} takes as well. Connections fail now and then.`
  const fixes = fixesOfRows([...entries, ...acl.fields[back]], () => openFor(acl, entries, back))
  const severity = direction === 'inbound' ? 'note' : 'warning'
  return finding('network-acl/some-replies', severity, ref(acl.id, back), title, detail, fixes)
}

/** An entry that is itself there for replies opens none. */
const opensConnections = (entry: AclEntry): boolean =>
  entry.action === 'allow' &&
  parseProtocol(entry.protocol) === TCP &&
  parsePorts(entry.ports) !== null &&
  !coversReplies(entry.protocol, entry.ports)

/** `passing`: the replies that get through the other way. */
function portsStopped(entry: AclEntry, back: Direction, passing: PacketSet): readonly PortRange[] {
  const prefix = parsePrefix(entry.cidr, 'zero')
  if (!prefix) return []
  const span = [prefix.first, prefix.last]
  const ends = back === 'inbound' ? { sources: span } : { destinations: span }
  return portions.filter(({ first, last }) =>
    isEmpty(intersect(packets({ family: prefix.family, destinationPorts: [first, last], ...ends }), passing)),
  )
}

const replies = packets({ protocols: [TCP, TCP], destinationPorts: [1024, 65535] })

function repliesThrough(acl: NetworkAcl, direction: Direction): PacketSet {
  let denied = nothing
  let open = nothing
  for (const entry of inOrder(acl.fields[direction])) {
    const match = intersect(matchOf(entry, direction) ?? nothing, replies)
    if (isEmpty(match)) continue
    if (entry.action === 'allow') open = union(open, subtract(match, denied))
    else denied = union(denied, match)
  }
  return open
}

/** Offered only where it would help: a rule with a lower number may deny the replies all the same. */
function openFor(acl: NetworkAcl, stuck: readonly AclEntry[], back: Direction) {
  const cidrs = [...new Set(stuck.map((entry) => entry.cidr))]
  let rows: readonly AclEntry[] = acl.fields[back]
  for (const cidr of cidrs) {
    const highest = Math.max(90, ...rows.map((row) => row.number))
    rows = [
      ...rows,
      {
        id: newRowId(rows),
        number: Math.floor(highest / 10) * 10 + 10,
        action: 'allow',
        protocol: 'tcp',
        ports: '1024-65535',
        cidr,
      },
    ]
  }
  const opened: NetworkAcl = { ...acl, fields: { ...acl.fields, [back]: rows } }
  const passing = repliesThrough(opened, back)
  const helps =
    rows.every((row) => row.number <= 32766) &&
    stuck.every((entry) => portsStopped(entry, back, passing).length === 0)
  const direction = back === 'outbound' ? 'to' : 'from'
  return helps
    ? [
        setting(say`Allow tcp ${code('1024-65535')} ${direction} ${code(cidrs.join(', '))} ${back}`, acl, {
          [back]: rows,
        }),
      ]
    : []
}
