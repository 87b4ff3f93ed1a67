// The design while it is read from the notation, and what a line may leave out: the Region, an address, a group.
import type { FieldValue, Resource, ResourceId } from '../../design/resource.ts'
import type { Subnet } from '../../kinds/records.ts'
import { formatAddress, parseAddress } from '../../net/address.ts'
import { addressAt, nextFreeAddress, parsePrefix } from '../../net/prefix.ts'
import { NotationError, type Line, type Words } from './words.ts'

export type Fields = Record<string, FieldValue>
type Rows = readonly (Fields & { readonly id: string })[]

export class Draft {
  readonly resources: Record<ResourceId, Resource> = {}
  /** Names to look for once everything is read. */
  readonly named: { line: number; name: string; kinds: readonly string[] }[] = []
  /** Gateway endpoints whose service's prefix list was not read. */
  readonly unlisted = new Set<ResourceId>()
  /** The last of each that was declared. */
  readonly mentioned = { region: '', vpc: '', subnet: '' }
  private publics = 10

  /** Declared again, a resource keeps its place in the file. */
  add(kind: string, id: string, parent: ResourceId | null, fields: Fields): void {
    this.resources[id] = { id, kind, name: id, parent, fields }
  }

  patch(id: string, fields: Fields): void {
    const before = this.resources[id]
    if (before) this.resources[id] = { ...before, fields: { ...before.fields, ...fields } }
  }

  list(id: string, field: string): Rows {
    return (this.resources[id]?.fields[field] as Rows | undefined) ?? []
  }

  /** The last one named; without any, everything is in us-east-1. */
  region(): string {
    if (this.mentioned.region === '') {
      this.mentioned.region = 'us-east-1'
      this.add('region', 'us-east-1', null, { code: 'us-east-1', blockPublicAccess: false })
    }
    return this.mentioned.region
  }

  vpcAround(id: string): string {
    let at: Resource | undefined = this.resources[id]
    while (at && at.kind !== 'vpc') at = at.parent === null ? undefined : this.resources[at.parent]
    return at?.id ?? this.mentioned.vpc
  }

  /** A name that may be declared further down; of one of these kinds, where some are given. */
  mention(line: Line, name: string, ...kinds: string[]): string {
    this.named.push({ line: line.number, name, kinds })
    return name
  }

  groupNamed(line: Line, vpc: string, name: string): string {
    return name === 'default' ? `${vpc}-group` : this.mention(line, name, 'security-group')
  }

  /** What is said of no group is filtered by none: a group that allows everything. */
  openGroup(vpc: string): string {
    const id = `${vpc}-open`
    if (!this.resources[id]) {
      const rows = ['0.0.0.0/0', '::/0'].map((peer, i) => allow(`r${i + 1}`, peer))
      this.add('security-group', id, vpc, { isDefault: false, inbound: rows, outbound: rows })
    }
    return id
  }

  nextPublicAddress(): string {
    return `203.0.113.${this.publics++}`
  }

  /** The address that comes next on the line, or the next one. */
  publicAddress(words: Words): string {
    const given = words.peek()
    return given !== undefined && parseAddress(given) ? (words.next() ?? '') : this.nextPublicAddress()
  }

  /** The next free address of a subnet, from .10 where it is large enough. */
  free(line: Line, subnet: string): string {
    const prefix = parsePrefix((this.resources[subnet] as Subnet | undefined)?.fields.cidr ?? '', 'zero')
    if (!prefix) throw new NotationError(line.number, `no subnet to take an address from`)
    const taken = Object.values(this.resources).flatMap((one) =>
      one.kind === 'network-interface'
        ? (one.fields['addresses'] as readonly { address: string }[]).flatMap(
            (row) => parseAddress(row.address) ?? [],
          )
        : [],
    )
    const room = { head: prefix.length > 27 ? 4 : 10, tail: 1 }
    return formatAddress(nextFreeAddress(prefix, taken, room) ?? addressAt(prefix, 4))
  }
}

/** A rule of a group that allows everything. */
export const allow = (id: string, peer: string) => ({
  id,
  protocol: 'all',
  ports: 'all',
  peer,
  description: '',
})
