// What fixes have to know of a blocked flow: which rule would let just that through.
import { intervalsContain } from '../net/interval-set.ts'
import { formatAddress, type Family, type IpValue } from '../net/address.ts'
import { isIcmp, protocolName, type Packet } from '../net/packet.ts'
import { boxes, project, union } from '../net/packet-set.ts'
import { formatIcmp, formatPorts } from '../net/ports.ts'
import type { Answer } from '../forwarding/answer.ts'
import type { Resource } from '../design/resource.ts'
import type { View } from '../design/view.ts'
import { addressesOf } from './network.ts'
import type { NetworkInterface } from './records.ts'
import type { FixContext } from './kind.ts'

/** Protocol and ports of a rule that lets the packet, and those asked about with it, through. */
export function trafficOf({ blocker, answer }: FixContext): {
  readonly protocol: string
  readonly ports: string
  readonly text: string
} {
  const { packet } = blocker
  const protocol = protocolName(packet.protocol)
  const ports = portsOf(packet, answer, blocker.direction)
  return { protocol, ports, text: ports === 'all' ? protocol : `${protocol} ${ports}` }
}

function portsOf(packet: Packet, answer: Answer, direction: 'request' | 'reply'): string {
  if (isIcmp(packet.protocol))
    return formatIcmp({ first: packet.destinationPort, last: packet.destinationPort })
  if (packet.protocol !== 6 && packet.protocol !== 17) return 'all'
  if (direction === 'request') {
    const asked = project(union(answer.passes, answer.fails), 'destinationPorts')
    return asked.length === 2
      ? formatPorts({ first: Number(asked[0]), last: Number(asked[1]) })
      : formatPorts({ first: packet.destinationPort, last: packet.destinationPort })
  }
  // A reply goes to the client's own port, or to one that a translation chose for it.
  const own = project(union(answer.passes, answer.fails), 'sourcePorts')
  const translated = packet.destination !== answer.request.hops[0].arrived.source
  return translated ? '1024-65535' : formatPorts({ first: Number(own[0]), last: Number(own[own.length - 1]) })
}

/** The other end's addresses as a CIDR: everything where the question was about many, one address otherwise. */
export function peerCidr({ blocker, answer }: FixContext, side: 'source' | 'destination'): string {
  const { packet } = blocker
  const value = packet[side]
  const asked = union(answer.passes, answer.fails)
  // Asked about many addresses, of which this is one: a rule for the one alone would not answer the question.
  const isOneOfMany = (dimension: 'sources' | 'destinations') =>
    boxes(asked).some((box) => {
      const values = box[dimension]
      const many = values.length > 2 || values[0] !== values[1]
      return box.family === packet.family && many && intervalsContain(values, value)
    })
  const many = isOneOfMany('sources') || isOneOfMany('destinations')
  if (many) return packet.family === 4 ? '0.0.0.0/0' : '::/0'
  return single(packet.family, value)
}

export const single = (family: Family, value: IpValue): string =>
  `${formatAddress({ family, value })}/${family === 4 ? 32 : 128}`

/** The interface of a VPC that has the private address. */
export function interfaceWith(
  view: View,
  family: Family,
  value: IpValue,
  near: Resource,
): NetworkInterface | undefined {
  const vpc = near.kind === 'vpc' ? near.id : view.ancestor(near.id, 'vpc')?.id
  return (view.of('network-interface') as readonly NetworkInterface[]).find(
    (networkInterface) =>
      view.ancestor(networkInterface.id, 'vpc')?.id === vpc &&
      addressesOf(view, networkInterface).some(
        (address) => address.family === family && address.value === value,
      ),
  )
}
