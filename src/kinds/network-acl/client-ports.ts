// The ports that clients take, cut so that each client takes whole portions of them; docs/aws-rules.md 6.6.
import type { View } from '../../design/view.ts'
import type { PortRange } from '../../net/ports.ts'
import { ephemeralRange } from '../ephemeral.ts'
import { interfacesIn, subnetsUsing } from '../network.ts'
import type { NetworkAcl } from '../records.ts'
import type { Direction } from './match.ts'

export const clientWords: Readonly<Record<string, string>> = {
  linux: 'a Linux client',
  'amazon-linux': 'a Linux client',
  windows: 'a Windows client',
  all: 'a NAT gateway',
}

/** Client ports, cut where the range of some client begins or ends. */
export const portions: readonly PortRange[] = [
  { first: 1024, last: 5000 },
  { first: 5001, last: 32767 },
  { first: 32768, last: 49151 },
  { first: 49152, last: 60999 },
  { first: 61001, last: 65535 },
]

/** The first of them, with those that follow on without a gap. */
export const joined = (ranges: readonly PortRange[]): PortRange | undefined =>
  ranges.reduce<PortRange | undefined>(
    (all, { first, last }) =>
      all === undefined ? { first, last } : first <= all.last + 2 ? { first: all.first, last } : all,
    undefined,
  )

export function takes(client: string, { first, last }: PortRange): boolean {
  const range = ephemeralRange(client)
  return range.first <= last && first <= range.last
}

/** By their ranges of ports. Who connects from elsewhere is not known, and is taken to run Linux. */
export function clientsBehind(acl: NetworkAcl, direction: Direction, view: View): readonly string[] {
  if (direction === 'inbound') return ['linux']
  const owners = subnetsUsing(view, acl)
    .flatMap((subnet) => interfacesIn(view, subnet))
    .flatMap(({ fields }) => view.get(fields.attachedTo) ?? [])
  const ranges = owners.flatMap(({ kind, fields }) =>
    kind === 'nat-gateway' ? ['all'] : typeof fields['ephemeral'] === 'string' ? [fields['ephemeral']] : [],
  )
  return ranges.length === 0 ? ['linux'] : [...new Set(ranges)]
}
