// Network interfaces as they come with instances, gateways and endpoints.
import { say, type Phrase } from '../design/phrase.ts'
import { ref } from '../design/resource.ts'
import type { Resource, ResourceId } from '../design/resource.ts'
import { freePrivateAddress } from './free.ts'
import type { CreateContext } from './kind.ts'
import { make } from './make.ts'
import type { NetworkInterface, Subnet } from './records.ts'

export interface InterfaceWishes {
  readonly name: string
  readonly securityGroups: readonly ResourceId[]
  readonly attachedTo?: ResourceId
  readonly publicAddress?: string
  readonly sourceDestCheck?: boolean
  readonly primary?: boolean
}

export type MadeInterface =
  | { readonly resources: readonly [Resource]; readonly main: ResourceId }
  | { readonly refused: Phrase }

/** An interface with the next free address of the subnet, or the sentence that says why there is none. */
export function newInterface(context: CreateContext, subnet: Subnet, wishes: InterfaceWishes): MadeInterface {
  const address = freePrivateAddress(context.view, subnet)
  const ipv6 = freePrivateAddress(context.view, subnet, 6)
  if (address === '' && ipv6 === '') return { refused: say`${ref(subnet.id)} has no free address left.` }
  const id = context.newId('network-interface')
  const resource = make<NetworkInterface>('network-interface', id, wishes.name, subnet.id, {
    addresses: address === '' ? [] : [{ id: 'a1', address, publicAddress: wishes.publicAddress ?? '' }],
    ipv6: ipv6 === '' ? [] : [ipv6],
    securityGroups: wishes.securityGroups,
    sourceDestCheck: wishes.sourceDestCheck ?? true,
    attachedTo: wishes.attachedTo ?? null,
    primary: wishes.primary ?? true,
  })
  return { resources: [resource], main: id }
}
