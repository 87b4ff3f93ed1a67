// When the block of a VPC or subnet is changed, what has addresses in it follows: nobody renumbers ten instances by hand.
import type { Design } from '../design/design.ts'
import type { ResourceId } from '../design/resource.ts'
import { parsePrefix } from '../net/prefix.ts'
import { withFreshAddresses } from './free-blocks.ts'
import { rebase, rebaseFields } from './rebase.ts'
import { replace } from './replace.ts'
import { treeOf } from './tree-of.ts'

/** The design in which everything inside `id` has moved from one block to the other. `id` itself is not touched. */
export function followBlock(design: Design, id: ResourceId, before: string, after: string): Design {
  const [from, to] = [parsePrefix(before, 'zero'), parsePrefix(after, 'zero')]
  if (!from || !to || from.family !== to.family || (from.first === to.first && from.length === to.length))
    return design
  const moves = [{ from, to }]
  const tree = treeOf(design, id)
  const inside = [...tree].flatMap((one) => (one === id ? [] : (design.resources[one] ?? [])))
  // Where blocks would be left without room, people decide: checkField says so before it comes to that.
  const blocks = inside.flatMap(({ fields }) => [fields['cidr'], fields['ipv6Cidr']])
  if (blocks.some((block) => typeof block === 'string' && rebase(block, moves) === null)) return design
  const elastic = Object.values(design.resources).filter(
    ({ fields: { networkInterface } }) => typeof networkInterface === 'string' && tree.has(networkInterface),
  )
  let at = replace(
    design,
    [...inside, ...elastic].map((resource) => rebaseFields(resource, moves)),
  )
  for (const { id: one, kind } of inside)
    if (kind === 'network-interface') at = withFreshAddresses(at, one, (address) => address !== '')
  return at
}
