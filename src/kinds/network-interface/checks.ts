// What can be wrong with an interface: its addresses and its groups; using-eni, subnet-sizing.
import { code, say, type Phrase } from '../../design/phrase.ts'
import { ref } from '../../design/resource.ts'
import type { Resource } from '../../design/resource.ts'
import type { View } from '../../design/view.ts'
import { formatAddress, parseAddress, type Address } from '../../net/address.ts'
import { formatPrefix, prefixContains, type Prefix } from '../../net/prefix.ts'
import { finding } from '../finding.ts'
import { freePrivateAddress, reserved } from '../free.ts'
import type { Finding } from '../kind.ts'
import { setting } from '../make.ts'
import { mappingsOf, subnetCidrs, subnetOf, vpcOf } from '../network.ts'
import { cardOf } from '../peers.ts'
import type { NetworkInterface, Subnet } from '../records.ts'

export function checkNetworkInterface(resource: Resource, view: View): readonly Finding[] {
  const one = resource as NetworkInterface
  const subnet = subnetOf(view, one)
  return [
    ...(subnet
      ? one.fields.addresses.flatMap((row) =>
          addressProblem(view, one, subnet, row.address, `addresses.${row.id}`),
        )
      : []),
    ...(subnet ? one.fields.ipv6.flatMap((text) => addressProblem(view, one, subnet, text, 'ipv6')) : []),
    ...publicProblems(view, one),
    ...groupProblems(view, one),
  ]
}

function addressProblem(
  view: View,
  one: NetworkInterface,
  subnet: Subnet,
  text: string,
  part: string,
): readonly Finding[] {
  const who = ref(cardOf(view, one).id)
  const told = (check: string, title: Phrase, detail: Phrase) => [
    finding(
      `network-interface/${check}`,
      'error',
      ref(one.id, part),
      title,
      detail,
      nextFree(view, one, subnet, text),
    ),
  ]
  const address = parseAddress(text)
  if (!address)
    return told('invalid-address', say`${who} has an address that cannot be read: ${code(text)}`, [
      'It is left out until it is valid.',
    ])
  const block = subnetCidrs(view, subnet).find((prefix) => prefix.family === address.family)
  if (!block || !prefixContains(block, address)) {
    const range = block ? say`${code(formatPrefix(block))}` : say`no IPv${address.family} block`
    return told(
      'outside-subnet',
      say`${code(text)} of ${who} is not an address of ${ref(subnet.id)}`,
      say`The subnet has ${range}.`,
    )
  }
  if (isReserved(block, address))
    return told(
      'reserved-address',
      say`${who} has ${code(text)}, which AWS keeps`,
      say`AWS keeps the first four addresses and the last one of ${code(formatPrefix(block))}.`,
    )
  const other = holder(view, one, address)
  return other
    ? told(
        'duplicate-address',
        say`${who} and ${ref(cardOf(view, other).id)} have the same address`,
        say`Both have ${code(text)}; an address is given once in a VPC.`,
      )
    : []
}

/** Only for IPv4: one row takes the place of another, and rules that named the old address are left as they are. */
function nextFree(view: View, one: NetworkInterface, subnet: Subnet, text: string) {
  const address = freePrivateAddress(view, subnet)
  if (address === '' || text.includes(':')) return []
  const addresses = one.fields.addresses.map((row) => (row.address === text ? { ...row, address } : row))
  return [setting(say`Use ${code(address)}, which is free`, one, { addresses })]
}

function isReserved(block: Prefix, address: Address): boolean {
  const offset = BigInt(address.value) - BigInt(block.first)
  return offset < BigInt(reserved.head) || address.value === block.last
}

/** Another interface of the VPC with this address, told once of each pair: at the later one. */
function holder(view: View, one: NetworkInterface, address: Address): NetworkInterface | undefined {
  const vpc = vpcOf(view, one)?.id ?? ''
  const holders = view.memo(`holders/${vpc}`, () => {
    const map = new Map<string, NetworkInterface>()
    for (const other of view.of('network-interface') as readonly NetworkInterface[]) {
      if (vpcOf(view, other)?.id !== vpc) continue
      for (const mapping of mappingsOf(view, other)) {
        const text = formatAddress(mapping.address)
        if (!map.has(text)) map.set(text, other)
      }
    }
    return map
  })
  const first = holders.get(formatAddress(address))
  return first && first.id !== one.id ? first : undefined
}

function publicProblems(view: View, one: NetworkInterface): readonly Finding[] {
  return one.fields.addresses.flatMap((row) => {
    if (row.publicAddress === '') return []
    const at = ref(one.id, `addresses.${row.id}`)
    const who = ref(cardOf(view, one).id)
    if (parseAddress(row.publicAddress)?.family === 4) return []
    return [
      finding(
        'network-interface/invalid-address',
        'error',
        at,
        say`${who} has a public address that cannot be read: ${code(row.publicAddress)}`,
        ['It is left out until it is valid.'],
      ),
    ]
  })
}

function groupProblems(view: View, one: NetworkInterface): readonly Finding[] {
  const at = ref(one.id, 'securityGroups')
  const who = ref(cardOf(view, one).id)
  const count = one.fields.securityGroups.length
  const found: Finding[] = []
  if (count > 5)
    // The limit of five can be raised, to sixteen at most; amazon-vpc-limits.
    found.push(
      finding(
        'network-interface/too-many-groups',
        count > 16 ? 'error' : 'warning',
        at,
        say`${who} carries ${count} security groups`,
        ['An interface carries five, or up to sixteen where AWS has raised the limit.'],
      ),
    )
  const vpc = vpcOf(view, one)
  for (const id of one.fields.securityGroups) {
    const group = view.get(id)
    const owner = group && vpcOf(view, group)
    if (group && owner && vpc && owner.id !== vpc.id)
      found.push(
        finding(
          'network-interface/foreign-group',
          'warning',
          at,
          say`${who} carries ${ref(group.id)} of another VPC`,
          say`${ref(group.id)} belongs to ${ref(owner.id)}. AWS allows this only where the group was associated with ${ref(vpc.id)} too.`,
        ),
      )
  }
  return found
}
