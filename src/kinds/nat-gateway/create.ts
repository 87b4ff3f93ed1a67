// A NAT gateway comes with its network interface and takes an Elastic IP.
import { say } from '../../design/phrase.ts'
import { freePublicAddress } from '../free.ts'
import { newInterface } from '../interfaces.ts'
import type { CreateContext, Created } from '../kind.ts'
import { make } from '../make.ts'
import { regionOf } from '../network.ts'
import type { ElasticIp, NatGateway, Subnet } from '../records.ts'
import { zoneLetter } from '../zones.ts'

export const needsSubnet = 'A NAT gateway stands in a public subnet; private subnets then route to it.'

export function createNatGateway(context: CreateContext): Created {
  const { view, parent, newId, newName } = context
  if (parent?.kind !== 'subnet') return { refused: say`${needsSubnet}` }
  const id = newId('nat-gateway')
  const name = newName(`nat-${zoneLetter(view, parent)}`)
  const made = newInterface(context, parent as Subnet, {
    name: `${name}-eni`,
    attachedTo: id,
    securityGroups: [],
    sourceDestCheck: false,
  })
  if ('refused' in made) return made
  const gateway = make<NatGateway>('nat-gateway', id, name, parent.id, {
    connectivity: 'public',
    state: 'available',
  })
  const region = regionOf(view, parent)?.id ?? null
  const elastic = make<ElasticIp>('elastic-ip', newId('elastic-ip'), newName(`eip-${name}`), region, {
    address: freePublicAddress(view),
    networkInterface: made.main,
    privateAddress: '',
  })
  return { resources: [gateway, ...made.resources, elastic], main: id }
}
