// Which ports get through, in a line: `tcp 80,443; udp all`.
import { intervalsEmpty, intervalsIntersect, type IntervalSet } from '../net/interval-set.ts'
import { boxes, type PacketSet } from '../net/packet-set.ts'
import { project } from '../net/project.ts'
import { formatIcmp, formatPorts, type PortRange } from '../net/ports.ts'
import { hasPorts, isIcmp, protocolName } from '../net/protocol.ts'
import type { Answer } from './answer.ts'

/** More names than this are counted instead. */
const shown = 6

/** Nothing when no port gets through, or when only one was asked about. */
export function openText(open: Answer['open']): string {
  const byProtocol = new Map<number, PortRange[]>()
  for (const { protocol, ports } of open)
    byProtocol.set(protocol, [...(byProtocol.get(protocol) ?? []), ports])
  if (
    byProtocol.size === 256 &&
    [...byProtocol].every(([protocol, ranges]) => portsText(protocol, ranges) === 'all')
  )
    return 'every protocol and port'
  const named = [...byProtocol].filter(([protocol]) => hasPorts(protocol) || isIcmp(protocol))
  const others = [...byProtocol.keys()].filter((protocol) => !hasPorts(protocol) && !isIcmp(protocol))
  return [
    ...named.map(([protocol, ranges]) => `${protocolName(protocol)} ${portsText(protocol, ranges)}`),
    ...(others.length > shown
      ? [`${others.length} other protocols`]
      : others.map((protocol) => protocolName(protocol))),
  ].join('; ')
}

/** Where the client's own port decides: `with source ports 49152-60999, not 32768-49151`. */
export function sourcePortsText(passes: PacketSet, fails: PacketSet): string {
  const [good, bad] = [sourcePorts(passes), sourcePorts(fails)]
  if (intervalsEmpty(good) || intervalsEmpty(bad) || !intervalsEmpty(intervalsIntersect(good, bad))) return ''
  return `only with source ports ${formatSet(good)}, not with ${formatSet(bad)}`
}

function sourcePorts(set: PacketSet): IntervalSet {
  const [first] = boxes(set)
  return first ? project(set, 'sourcePorts', first.family) : []
}

function portsText(protocol: number, ranges: readonly PortRange[]): string {
  if (!hasPorts(protocol) && !isIcmp(protocol)) return 'all'
  return cut(ranges.map(isIcmp(protocol) ? formatIcmp : formatPorts))
}

function formatSet(set: IntervalSet): string {
  const parts: string[] = []
  for (let i = 0; i < set.length; i += 2)
    parts.push(formatPorts({ first: Number(set[i]), last: Number(set[i + 1]) }))
  return cut(parts)
}

const cut = (parts: readonly string[]): string =>
  parts.length > shown
    ? `${parts.slice(0, shown).join(',')} and ${parts.length - shown} more`
    : parts.join(',')
