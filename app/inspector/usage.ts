// How much of a range is given out, and what comes next.
import {
  formatAddress,
  formatPrefix,
  nextFreeAddress,
  nextFreePrefix,
  parseAddress,
  parsePrefix,
  prefixSize,
  type Prefix,
  type Resource,
  type View,
} from '../library.ts'
import { asText } from './as-text.ts'

export interface Usage {
  /** 0 to 1. */
  readonly share: number
  readonly words: string
  readonly next: string | null
}

/** AWS keeps the first four addresses of a subnet and the last. */
const reserved = 5

export const usageOf = (view: View, resource: Resource): Usage | null =>
  view.memoOf('usage', resource, () => compute(view, resource))

function compute(view: View, resource: Resource): Usage | null {
  const prefix = parsePrefix(asText(resource.fields['cidr']), 'zero')
  if (!prefix || typeof prefixSize(prefix) !== 'number') return null
  return resource.kind === 'vpc' ? ofVpc(view, resource, prefix) : ofSubnet(view, resource, prefix)
}

function ofSubnet(view: View, subnet: Resource, prefix: Prefix): Usage {
  const taken = view.children(subnet.id, 'network-interface').flatMap((each) => {
    const rows = (each.fields['addresses'] ?? []) as readonly { readonly address: string }[]
    return rows.flatMap((row) => parseAddress(row.address) ?? [])
  })
  const size = Number(prefixSize(prefix)) - reserved
  const next = nextFreeAddress(prefix, taken, { head: 4, tail: 1 })
  return {
    share: size > 0 ? taken.length / size : 1,
    words: `${taken.length} of ${size} addresses used`,
    next: next && formatAddress(next),
  }
}

function ofVpc(view: View, vpc: Resource, prefix: Prefix): Usage {
  const subnets = view.of('subnet').filter((subnet) => view.ancestor(subnet.id, 'vpc')?.id === vpc.id)
  const taken = subnets.flatMap((subnet) => parsePrefix(asText(subnet.fields['cidr']), 'zero') ?? [])
  const given = taken.reduce((sum, each) => sum + Number(prefixSize(each)), 0)
  const share = given / Number(prefixSize(prefix))
  const next = nextFreePrefix(prefix, taken, Math.max(24, prefix.length + 1))
  const percent =
    share === 0 ? '0' : share < 0.1 ? (share * 100).toFixed(1) : Math.round(share * 100).toString()
  return {
    share,
    words: `${subnets.length} ${subnets.length === 1 ? 'subnet' : 'subnets'}, ${percent}% given out`,
    next: next && formatPrefix(next),
  }
}
