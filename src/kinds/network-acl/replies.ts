// An ACL remembers nothing: whoever is let in must be let out again on the port that the client chose, and the other
// way round. A Linux client takes 32768-60999, Windows 49152-65535, load balancers and NAT gateways 1024-65535;
// custom-network-acl.
import { code, say } from '../../design/phrase.ts'
import { ref } from '../../design/resource.ts'
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
import { parsePorts } from '../../net/ports.ts'
import { parsePrefix } from '../../net/prefix.ts'
import { finding } from '../finding.ts'
import type { Finding } from '../kind.ts'
import { fixesOfRows, newRowId, setting } from '../make.ts'
import { inOrder } from '../network.ts'
import type { AclEntry, NetworkAcl } from '../records.ts'
import { coversReplies } from '../traffic-words.ts'
import { matchOf, type Direction } from './match.ts'

export function checkReplies(acl: NetworkAcl): readonly Finding[] {
  return (['inbound', 'outbound'] as const).flatMap((direction) => {
    const back: Direction = direction === 'inbound' ? 'outbound' : 'inbound'
    const passing = repliesThrough(acl, back)
    const stuck = acl.fields[direction].filter(
      (entry) => opensConnections(entry) && isStuck(entry, back, passing),
    )
    if (stuck.length === 0) return []
    const numbers = stuck.map((entry) => entry.number).join(', ')
    const title =
      direction === 'inbound'
        ? say`Replies cannot leave through ${ref(acl.id)}`
        : say`Replies cannot come back through ${ref(acl.id)}`
    const detail = say`Rule ${code(numbers)} lets connections ${direction === 'inbound' ? 'in' : 'out'}, and no ${back} rule lets their replies ${direction === 'inbound' ? 'out' : 'in'}, on ports such as ${code('32768-60999')} of the client. A network ACL does not remember connections.`
    return [
      finding(
        'network-acl/no-replies',
        'warning',
        ref(acl.id, back),
        title,
        detail,
        fixesOfRows([...stuck, ...acl.fields[back]], () => openFor(acl, stuck, back)),
      ),
    ]
  })
}

/** An entry that is itself there for replies opens none. */
const opensConnections = (entry: AclEntry): boolean =>
  entry.action === 'allow' &&
  parseProtocol(entry.protocol) === TCP &&
  parsePorts(entry.ports) !== null &&
  !coversReplies(entry.protocol, entry.ports)

/** `passing`: the replies that get through the other way. */
function isStuck(entry: AclEntry, back: Direction, passing: PacketSet): boolean {
  const prefix = parsePrefix(entry.cidr, 'zero')
  if (!prefix) return false
  const span = [prefix.first, prefix.last]
  const ends = back === 'inbound' ? { sources: span } : { destinations: span }
  return isEmpty(intersect(packets({ family: prefix.family, ...ends }), passing))
}

const replies = packets({ protocols: [TCP, TCP], destinationPorts: [32768, 60999] })

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
    rows.every((row) => row.number <= 32766) && stuck.every((entry) => !isStuck(entry, back, passing))
  const direction = back === 'outbound' ? 'to' : 'from'
  return helps
    ? [
        setting(say`Allow tcp ${code('1024-65535')} ${direction} ${code(cidrs.join(', '))} ${back}`, acl, {
          [back]: rows,
        }),
      ]
    : []
}
