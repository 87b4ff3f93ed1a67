// What the naive walker looks up in the records, by plain loops.
import type { Design } from '../design/design.ts'
import type { ResourceId } from '../design/resource.ts'
import type * as R from '../kinds/records.ts'
import { parseAddress } from '../net/address.ts'
import type { Packet } from '../net/packet.ts'
import { type Prefix, parsePrefix, prefixContains } from '../net/prefix.ts'

export class Records {
  protected readonly design: Design
  constructor(design: Design) {
    this.design = design
  }

  protected get(id: ResourceId | null | undefined) {
    return id === null || id === undefined ? undefined : this.design.resources[id]
  }
  protected all<T>(kind: string): T[] {
    return Object.values(this.design.resources).filter((one) => one.kind === kind) as T[]
  }
  protected above(id: ResourceId, kind: string): ResourceId | null {
    for (let at = this.get(id); at; at = this.get(at.parent)) if (at.kind === kind) return at.id
    return null
  }
  protected vpcOf(id: ResourceId): R.Vpc {
    return this.get(this.above(id, 'vpc')) as R.Vpc
  }
  protected regionOf(id: ResourceId): ResourceId | null {
    return this.above(id, 'region')
  }
  protected cidrs(of: R.Vpc | R.Subnet): Prefix[] {
    const fields = of.fields as R.Vpc['fields'] & R.Subnet['fields']
    return [fields.cidr, ...(fields.secondaryCidrs ?? []), ...(fields.ipv6Cidrs ?? []), fields.ipv6Cidr ?? '']
      .filter((text) => parsePrefix(text, 'zero'))
      .map(cidr)
  }
  protected addresses(e: R.NetworkInterface): (number | bigint)[] {
    return [...e.fields.addresses.map((row) => valueOf(row.address)), ...e.fields.ipv6.map(valueOf)].filter(
      (value) => value !== null,
    )
  }
  protected mappings(e: R.NetworkInterface): { private: number; public: number | null }[] {
    const isPrivateNat =
      (this.get(e.fields.attachedTo) as R.NatGateway | undefined)?.fields.connectivity === 'private'
    return e.fields.addresses.map((row, index) => {
      const held = this.all<R.ElasticIp>('elastic-ip').find(
        (one) =>
          one.fields.networkInterface === e.id &&
          (one.fields.privateAddress === '' ? index === 0 : one.fields.privateAddress === row.address),
      )
      return {
        private: valueOf(row.address) as number,
        public: isPrivateNat
          ? null
          : (valueOf(held ? held.fields.address : row.publicAddress) as number | null),
      } // 8.2, 10.2
    })
  }
  protected ownerIn(vpc: R.Vpc, value: Packet['source'], family: 4 | 6): R.NetworkInterface | undefined {
    return this.all<R.NetworkInterface>('network-interface').find(
      (one) =>
        this.vpcOf(one.id).id === vpc.id &&
        within(this.cidrs(this.get(one.parent) as R.Subnet), family, value) &&
        this.addresses(one).includes(value),
    )
  }
  protected ownerKind(e: R.NetworkInterface | undefined): string | undefined {
    return this.get(e?.fields.attachedTo)?.kind
  }
  /** An interface by its own id, or the primary one of an instance or gateway. */
  protected interfaceOf(id: ResourceId): R.NetworkInterface | undefined {
    const found = this.get(id)
    if (found?.kind === 'network-interface') return found as R.NetworkInterface
    const mine = this.all<R.NetworkInterface>('network-interface').filter(
      (one) => one.fields.attachedTo === id,
    )
    return mine.find((one) => one.fields.primary) ?? mine[0]
  }
  protected running(owner: { kind: string; fields: unknown }): boolean {
    const state = (owner.fields as { state?: string }).state
    return owner.kind === 'interface-endpoint'
      ? state === 'available'
      : state === undefined || owner.kind === 'nat-gateway' || state === 'running'
  }
}

export function cidr(text: string): Prefix {
  // What cannot be read covers nothing.
  return parsePrefix(text, 'zero') ?? { family: 4, first: 1, last: 0, length: 32 }
}
export function valueOf(text: string): number | bigint | null {
  return parseAddress(text)?.value ?? null
}
export function within(list: readonly Prefix[], family: 4 | 6, value: number | bigint): boolean {
  return list.some((prefix) => prefixContains(prefix, { family, value }))
}
