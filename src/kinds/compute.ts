// What instances, bastions and NAT instances have in common: an instance with one network interface in a subnet.
import { say } from '../design/phrase.ts'
import type { Fields } from '../design/fields.ts'
import type { Resource, ResourceId } from '../design/resource.ts'
import { freePublicAddress } from './free.ts'
import { defaultGroup } from './groups.ts'
import { newInterface } from './interfaces.ts'
import type { CreateContext, Created } from './kind.ts'
import { make } from './make.ts'
import { vpcOf } from './network.ts'
import type { Compute, Subnet } from './records.ts'
import { ephemeralField } from './rule-fields.ts'

export const computeFields: Fields = {
  state: {
    type: 'choice',
    label: 'State',
    help: 'Only a running instance sends and receives.',
    default: 'running',
    options: [
      { value: 'running', label: 'Running' },
      { value: 'stopped', label: 'Stopped' },
      { value: 'terminated', label: 'Terminated' },
    ],
  },
  ephemeral: ephemeralField,
  forwards: {
    type: 'choice',
    label: 'Packets of others',
    help: 'What it does with packets that are not its own, when its source/destination check is off.',
    default: 'assume',
    options: [
      { value: 'assume', label: 'Not known: assume by its routes' },
      { value: 'translates', label: 'Sends them on under its own address (NAT)' },
      { value: 'unchanged', label: 'Sends them on unchanged (router)' },
    ],
  },
}

export interface ComputeWishes {
  readonly kind: string
  readonly stem: string
  readonly forwards?: Compute['fields']['forwards']
  readonly sourceDestCheck?: boolean
  /** A group of its own, already made; else it carries the VPC's default group. */
  readonly group?: Resource
  /** A public address whatever the subnet says. */
  readonly alwaysPublic?: boolean
}

export const needsSubnet = 'An instance stands in a subnet, where its network interface takes an address.'

export function createCompute(context: CreateContext, wishes: ComputeWishes): Created {
  const { view, parent } = context
  const vpc = parent && vpcOf(view, parent)
  if (parent?.kind !== 'subnet' || !vpc) return { refused: say`${needsSubnet}` }
  const subnet = parent as Subnet
  const id: ResourceId = context.newId(wishes.kind)
  const name = context.newName(wishes.stem)
  const group = wishes.group ?? defaultGroup(view, vpc)
  const made = newInterface(context, subnet, {
    name: `${name}-eni`,
    attachedTo: id,
    securityGroups: group ? [group.id] : [],
    sourceDestCheck: wishes.sourceDestCheck ?? true,
    publicAddress:
      wishes.alwaysPublic === true || subnet.fields.assignPublicIp ? freePublicAddress(view) : '',
  })
  if ('refused' in made) return made
  const instance = make<Compute>(wishes.kind, id, name, subnet.id, {
    state: 'running',
    ephemeral: 'linux',
    forwards: wishes.forwards ?? 'assume',
  })
  return { resources: [instance, ...(wishes.group ? [wishes.group] : []), ...made.resources], main: id }
}
