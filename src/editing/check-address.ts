import type { AddressField } from '../design/fields.ts'
import { freePrivateAddress, reserved } from '../kinds/free.ts'
import { subnetCidrs } from '../kinds/network.ts'
import type { NetworkInterface, Subnet } from '../kinds/records.ts'
import { parseAddress } from '../net/address.ts'
import { explainAddress } from '../net/explain-address.ts'
import { addressAt, prefixContains, prefixSize } from '../net/prefix.ts'
import type { FieldProblem, Typed } from './typed.ts'

export function checkAddress(typed: Typed<AddressField>): FieldProblem | null {
  const { field, text, view, resource } = typed
  if (text === '')
    return field.optional
      ? null
      : { message: `An IPv${field.family} address belongs here.`, suggestions: nextFree(typed) }
  const address = parseAddress(text)
  if (!address) {
    const { message, from, to, repairs } = explainAddress(text)
    return {
      message,
      from,
      to,
      suggestions: repairs.slice(0, 3).map((value) => ({ value, label: 'meant like this?' })),
    }
  }
  if (address.family !== field.family)
    return {
      message: `An IPv${field.family} address belongs here; this is IPv${address.family}.`,
      suggestions: nextFree(typed),
    }
  const subnet = subnetOfPrivate(typed)
  const block = subnet && subnetCidrs(view, subnet).find((prefix) => prefix.family === field.family)
  if (!subnet || !block) return null
  const range = field.family === 4 ? subnet.fields.cidr : subnet.fields.ipv6Cidr
  if (!prefixContains(block, address))
    return { message: `${text} is not in ${subnet.name}, which has ${range}.`, suggestions: nextFree(typed) }
  const size = Number(prefixSize(block))
  const first = addressAt(block, Math.min(reserved.head, size - 1)).value
  if (address.value < first || address.value === block.last) {
    return {
      message: `AWS keeps the first four addresses of a subnet and the last one; ${text} is one of them.`,
      suggestions: nextFree(typed),
    }
  }
  const holder = (view.children(subnet.id, 'network-interface') as readonly NetworkInterface[]).find(
    (other) =>
      other.id !== resource.id &&
      (other.fields.addresses.some((row) => row.address === text) || other.fields.ipv6.includes(text)),
  )
  const twice = typed.rows.some((row) => row[typed.name] === text)
  if (!holder && !twice) return null
  const owner = view.get(holder?.fields.attachedTo)?.name ?? holder?.name ?? resource.name
  return { message: `${owner} has ${text} already.`, suggestions: nextFree(typed) }
}

/** The subnet that a private address must lie in; none for public ones and for fields of other kinds. */
function subnetOfPrivate({ view, resource, name }: Typed): Subnet | undefined {
  if (resource.kind !== 'network-interface' || name === 'publicAddress') return undefined
  const subnet = view.get(resource.parent)
  return subnet?.kind === 'subnet' ? (subnet as Subnet) : undefined
}

function nextFree(typed: Typed<AddressField>): FieldProblem['suggestions'] {
  const subnet = subnetOfPrivate(typed)
  const value = subnet ? freePrivateAddress(typed.view, subnet, typed.field.family) : ''
  return value === '' ? [] : [{ value, label: 'next free address' }]
}
