// Prefix lists: AWS's own with their CIDRs, and the account's with the entries that were fetched one list at a time.
import type { PrefixList, RouteTable, SecurityGroup } from '../../kinds/records.ts'
import type { Draft } from './draft.ts'
import type { Places } from './places.ts'
import { isCidr, nameTag, regionIn, serviceOf } from './tidy.ts'

/** Stands in for the rules of a group that came without them: a list whose entries nobody has read. */
export const notRead = 'pl-not-read'

export function addPrefixLists(draft: Draft, places: Places): void {
  const { lists, entries } = draft.snapshot
  // PrefixLists print the CIDRs of AWS's lists; ManagedPrefixLists name the same lists again, without them.
  const all = [...lists.PrefixLists, ...lists.ManagedPrefixLists]
  for (const { value, where, region } of all) {
    const { PrefixListId: id, PrefixListName: name = '' } = value
    const cidrs = value.Cidrs.length > 0 ? value.Cidrs : entries.get(id)
    if (cidrs === undefined || draft.has(id)) continue
    draft.add(
      'prefix-list',
      id,
      nameTag(value) ?? (name || undefined),
      places.region(regionIn(name) ?? region),
      {
        cidrs: cidrs.filter((cidr) => {
          if (!isCidr(cidr)) draft.say('error', where, `'${cidr}' is no CIDR; it is left out.`)
          return isCidr(cidr)
        }),
        awsService: name.startsWith('com.amazonaws.') ? serviceOf(name) : '',
      } satisfies PrefixList['fields'],
    )
  }
  for (const [id, cidrs] of entries) {
    const fields = {
      cidrs: cidrs.filter((cidr) => isCidr(cidr)),
      awsService: '',
    } satisfies PrefixList['fields']
    if (!draft.has(id)) draft.add('prefix-list', id, undefined, places.region(null), fields)
  }
}

/**
 * A list whose entries nobody fetched is not made: an empty list would say that it covers nothing. Told only of lists
 * that something names, for every account has half a dozen of AWS's own that nothing does.
 */
export function noteUnreadEntries(draft: Draft): void {
  const rules = (draft.of('security-group') as readonly SecurityGroup[]).flatMap(({ fields }) =>
    [...fields.inbound, ...fields.outbound].map(({ peer }) => peer),
  )
  const routes = (draft.of('route-table') as readonly RouteTable[]).flatMap(({ fields }) =>
    fields.routes.map(({ destination }) => destination),
  )
  for (const id of new Set([...rules, ...routes])) {
    if (!id.startsWith('pl-') || id === notRead || draft.has(id)) continue
    draft.say(
      'note',
      id,
      `The entries of the prefix list '${id}' are not in the snapshot; what names it is answered "unknown".`,
      {
        fix: `Add the output of \`aws ec2 get-managed-prefix-list-entries --prefix-list-id ${id}\` as ${id}.json.`,
      },
    )
  }
}
