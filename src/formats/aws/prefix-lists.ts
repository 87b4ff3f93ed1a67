// Prefix lists: AWS's own with their CIDRs, and the account's with the entries that were fetched one list at a time.
import type { PrefixList } from '../../kinds/records.ts'
import type { Draft } from './draft.ts'
import type { Places } from './places.ts'
import { isCidr, nameTag, regionIn, serviceOf } from './tidy.ts'

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
  // A list whose entries nobody fetched is not made: an empty list would say that it covers nothing.
  for (const id of new Set(all.map(({ value }) => value.PrefixListId))) {
    if (draft.has(id)) continue
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
