// Blocks that a half-typed CIDR may mean, named by the subnets they hold: "/24 app-a", "/23 app-a, app-c", "/32 one address".
import type { View } from '../design/view.ts'
import { subnetCidrs } from '../kinds/network.ts'
import type { Subnet, Vpc } from '../kinds/records.ts'
import { BITS, parseAddress } from '../net/address.ts'
import { formatPrefix, parsePrefix, prefixAround, prefixWithin, type Prefix } from '../net/prefix.ts'
import type { Suggestion } from './typed.ts'

export function suggestBlocks(
  view: View,
  text: string,
  lengths?: readonly [number, number],
): readonly Suggestion[] {
  const address = parseAddress(text.split('/')[0] ?? '')
  if (!address) return []
  const [shortest, longest] = lengths ?? [8, BITS[address.family]]
  // 0.0.0.0 and :: are no address of anything: everywhere is meant, where that is allowed.
  if (lengths === undefined && BigInt(address.value) === 0n)
    return [{ value: formatPrefix(prefixAround(address, 0)), label: 'everywhere' }]
  const found: Suggestion[] = []
  let held = 0
  for (
    let length = Math.min(longest, BITS[address.family]);
    length >= shortest && found.length < 2;
    length--
  ) {
    const prefix = prefixAround(address, length)
    if (prefix.first !== address.value) break
    const inside = subnetsInside(view, prefix)
    if (inside.length > held) found.push({ value: formatPrefix(prefix), label: listed(inside) })
    held = Math.max(held, inside.length)
  }
  const all = BITS[address.family]
  if (longest >= all) found.push({ value: formatPrefix(prefixAround(address, all)), label: 'one address' })
  return found
}

/** What a CIDR covers, by name: a VPC, its subnets, everything; empty when it is none of the design's. */
export function namesOf(view: View, cidr: string): string {
  const prefix = parsePrefix(cidr)
  if (!prefix) return ''
  if (prefix.length === 0) return 'everywhere'
  if (prefix.length === BITS[prefix.family]) return 'one address'
  const vpc = (view.of('vpc') as readonly Vpc[]).find(({ fields }) =>
    [fields.cidr, ...fields.secondaryCidrs, ...fields.ipv6Cidrs].includes(cidr),
  )
  return vpc?.name ?? listed(subnetsInside(view, prefix))
}

const subnetsInside = (view: View, prefix: Prefix): readonly Subnet[] =>
  (view.of('subnet') as readonly Subnet[]).filter((subnet) =>
    subnetCidrs(view, subnet).some((block) => prefixWithin(block, prefix)),
  )

function listed(subnets: readonly Subnet[]): string {
  const names = subnets
    .slice(0, 2)
    .map((subnet) => subnet.name)
    .join(', ')
  return subnets.length > 2 ? `${names} and ${subnets.length - 2} more` : names
}
