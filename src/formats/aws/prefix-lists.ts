// Prefix lists: AWS's own with their CIDRs, and the account's with the entries that were fetched one list at a time.
import type { PrefixList } from '../../kinds/records.ts'
import type { Draft } from './draft.ts'
import type { Places } from './places.ts'
import { nameTag, regionIn, serviceOf } from './tidy.ts'

export function addPrefixLists(draft: Draft, places: Places): void {
  const { lists, entries } = draft.snapshot
  const unknown: string[] = []
  for (const { value, region } of [...lists.PrefixLists, ...lists.ManagedPrefixLists]) {
    const cidrs = value.Cidrs.length > 0 ? value.Cidrs : entries.get(value.PrefixListId)
    if (draft.has(value.PrefixListId)) continue
    // A list whose entries nobody fetched is not made: an empty list would say that it covers nothing.
    if (cidrs === undefined) {
      if (
        !lists.PrefixLists.some(
          (other) => other.value.PrefixListId === value.PrefixListId && other.value.Cidrs.length > 0,
        )
      )
        unknown.push(value.PrefixListId)
      continue
    }
    const name = value.PrefixListName ?? ''
    const managed = name.startsWith('com.amazonaws.')
    draft.add(
      'prefix-list',
      value.PrefixListId,
      nameTag(value) ?? (name || undefined),
      places.region(regionIn(name) ?? region),
      {
        cidrs,
        awsService: managed ? serviceOf(name) : '',
      } satisfies PrefixList['fields'],
    )
  }
  for (const [id, cidrs] of entries)
    if (!draft.has(id))
      draft.add('prefix-list', id, undefined, places.region(null), {
        cidrs,
        awsService: '',
      } satisfies PrefixList['fields'])
  for (const id of new Set(unknown))
    draft.say(
      'note',
      id,
      `The entries of the prefix list '${id}' are not in the snapshot; what names it is answered "unknown".`,
      {
        fix: `Add the output of \`aws ec2 get-managed-prefix-list-entries --prefix-list-id ${id}\` as ${id}.json.`,
      },
    )
}
