// Instances, with what is needed to tell where they stand. Their interfaces come from interfaces.ts.
import type { Compute } from '../../kinds/records.ts'
import { firstIssue } from './gathering.ts'
import type { Found, Item } from './snapshot.ts'
import type { Draft } from './draft.ts'
import { networkInterface } from './shapes/index.ts'
import { isObject, nameTag } from './tidy.ts'

export type Interface = Item<'NetworkInterfaces'>

/** Which instances there were, the dropped ones included, and the interfaces that only they tell of. */
export interface Instances {
  readonly dropped: ReadonlySet<string>
  readonly interfaces: readonly Found<Interface>[]
}

export function addInstances(draft: Draft): Instances {
  const { lists } = draft.snapshot
  const dropped = new Set<string>()
  const interfaces: Found<Interface>[] = []
  const subnets = primarySubnets(lists.NetworkInterfaces)
  for (const { value, where, region } of lists.Instances) {
    const { InstanceId: id } = value
    const state = stateOf(value.State?.Name)
    if (state === null) {
      dropped.add(id)
      draft.say('note', where, `'${id}' is terminated and left out.`)
      continue
    }
    const own = ownInterfaces(draft, value, where)
    interfaces.push(...own.map((one) => ({ value: one, where, region })))
    const subnet =
      subnets.get(id) ?? own.find((one) => isPrimary(one))?.SubnetId ?? value.SubnetId ?? own[0]?.SubnetId
    if (subnet === undefined || !draft.has(subnet, 'subnet')) {
      dropped.add(id)
      draft.say(
        'warning',
        where,
        `'${id}' stands in ${subnet === undefined ? 'no subnet' : `the subnet '${subnet}', which is not in the snapshot`}; it is left out.`,
      )
      continue
    }
    addInstance(draft, id, nameTag(value), subnet, {
      state,
      ephemeral: /windows/i.test(`${value.Platform} ${value.PlatformDetails}`) ? 'windows' : 'linux',
    })
  }
  return { dropped, interfaces }
}

/** An instance translates or forwards other people's packets only if asked to; nothing in a snapshot says which. */
export function addInstance(
  draft: Draft,
  id: string,
  name: string | undefined,
  subnet: string,
  fields: Pick<Compute['fields'], 'state' | 'ephemeral'>,
): void {
  draft.add('instance', id, name, subnet, { ...fields, forwards: 'assume' } satisfies Compute['fields'])
}

export const isPrimary = (one: Interface): boolean => one.Attachment?.DeviceIndex === 0

function stateOf(name: string | undefined): 'running' | 'stopped' | null {
  if (name === 'terminated' || name === 'shutting-down') return null
  return name === 'stopped' || name === 'stopping' ? 'stopped' : 'running'
}

function primarySubnets(interfaces: readonly Found<Interface>[]): ReadonlyMap<string, string> {
  return new Map(
    interfaces.flatMap(({ value }) =>
      value.Attachment?.InstanceId !== undefined && isPrimary(value)
        ? [[value.Attachment.InstanceId, value.SubnetId] as const]
        : [],
    ),
  )
}

/** The interfaces printed inside an instance; one is made of its own addresses where none are. */
function ownInterfaces(draft: Draft, instance: Item<'Instances'>, where: string): readonly Interface[] {
  const {
    InstanceId: id,
    VpcId,
    SubnetId,
    PrivateIpAddress,
    PublicIpAddress,
    SecurityGroups,
    SourceDestCheck,
  } = instance
  const given =
    instance.NetworkInterfaces.length > 0 || SubnetId === undefined || PrivateIpAddress === undefined
      ? instance.NetworkInterfaces
      : [
          {
            NetworkInterfaceId: `eni@${id}`,
            ...(VpcId === undefined ? {} : { VpcId }),
            SubnetId,
            PrivateIpAddress,
            Groups: SecurityGroups,
            ...(SourceDestCheck === undefined ? {} : { SourceDestCheck }),
            ...(PublicIpAddress === undefined ? {} : { Association: { PublicIp: PublicIpAddress } }),
            Attachment: { DeviceIndex: 0 },
          },
        ]
  return given.flatMap((one, index) => {
    const result = networkInterface.safeParse(
      isObject(one)
        ? { ...one, Attachment: { ...(isObject(one.Attachment) ? one.Attachment : {}), InstanceId: id } }
        : one,
    )
    if (result.success) return [result.data]
    draft.say(
      'error',
      `${where}.NetworkInterfaces[${index}]`,
      `This interface cannot be read and is left out: ${firstIssue(result.error)}`,
    )
    return []
  })
}
