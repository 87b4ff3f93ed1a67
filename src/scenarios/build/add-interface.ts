import { parseAddress } from '../../net/address.ts'
import type { Draft } from './draft.ts'
import { NotationError, type Line, type Words } from './words.ts'

interface Place {
  readonly line: Line
  readonly id: string
  readonly owner: string | null
  readonly subnet: string
  readonly primary: boolean
}

/** Reads addresses and what belongs to an interface; anything else goes to `other`, which says whether it knows it. */
export function addInterface(
  draft: Draft,
  { line, id, owner, subnet, primary }: Place,
  words: Words,
  other: (word: string) => boolean,
): string {
  const addresses: { id: string; address: string; publicAddress: string }[] = []
  const ipv6: string[] = []
  let groups: string[] | null = null
  let sourceDestCheck = !(
    owner !== null && ['nat-instance', 'nat-gateway'].includes(draft.resources[owner]?.kind ?? '')
  )
  let at = subnet
  const elastic: { address: string; privateAddress: string }[] = []
  const last = () => {
    if (addresses.length === 0) addresses.push({ id: 'a1', address: draft.free(line, at), publicAddress: '' })
    return addresses.at(-1) as { id: string; address: string; publicAddress: string }
  }
  for (let word = words.next(); word !== undefined; word = words.next()) {
    const address = parseAddress(word)
    if (address?.family === 4)
      addresses.push({ id: `a${addresses.length + 1}`, address: word, publicAddress: '' })
    else if (address) ipv6.push(word)
    else if (word === 'public') last().publicAddress = draft.publicAddress(words)
    else if (word === 'elastic')
      elastic.push({ privateAddress: last().address, address: draft.publicAddress(words) })
    else if (word === 'groups') groups = words.list()
    else if (word === 'no-source-dest-check') sourceDestCheck = false
    else if (word === 'source-dest-check') sourceDestCheck = true
    else if (word === 'ipv6-only') at = ''
    else if (!other(word)) throw new NotationError(line.number, `"${word}" is not understood here`)
  }
  if (at !== '') last()
  const vpc = draft.vpcAround(at === '' ? subnet : at)
  const ownerKind = owner === null ? '' : (draft.resources[owner]?.kind ?? '')
  const carried =
    ownerKind === 'nat-gateway'
      ? []
      : (groups?.flatMap((name) => (name === 'none' ? [] : draft.groupNamed(line, vpc, name))) ??
        (ownerKind === 'unmodelled' ? [] : [draft.openGroup(vpc)]))
  draft.add('network-interface', id, at === '' ? subnet : at, {
    addresses,
    ipv6,
    securityGroups: carried,
    sourceDestCheck,
    attachedTo: owner,
    primary,
  })
  for (const old of Object.values(draft.resources))
    if (old.kind === 'elastic-ip' && old.fields['networkInterface'] === id) delete draft.resources[old.id]
  elastic.forEach(({ address, privateAddress }) =>
    draft.add('elastic-ip', `eip-${address}`, draft.region(), {
      address,
      networkInterface: id,
      privateAddress: elastic.length > 1 || privateAddress !== addresses[0]?.address ? privateAddress : '',
    }),
  )
  return id
}
