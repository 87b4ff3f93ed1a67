// Puts a design together in few words, through what the kinds themselves create. The examples are written with it.
import { emptyDesign, type Design, type Question } from '../../design/design.ts'
import type { Resource, ResourceId } from '../../design/resource.ts'
import { createView } from '../../design/view.ts'
import { kinds } from '../../kinds/index.ts'
import type { AclEntry, GroupRule, NetworkInterface, Route } from '../../kinds/records.ts'
import { arrange } from '../../layout/index.ts'

type Fields = Readonly<Record<string, unknown>>

export interface Sketch {
  /** Creates a resource with all that comes with it, under this name, and gives back its id. */
  add(kind: string, parent: ResourceId | null, name: string, fields?: Fields): ResourceId
  set(id: ResourceId, fields: Fields): void
  /** The id of what has this name. */
  find(name: string): ResourceId
  /** Gives the interface of an instance or gateway an address and groups. */
  wire(owner: ResourceId, address: string, ...groups: readonly ResourceId[]): void
  design(name: string, question: Pick<Question, 'from' | 'to' | 'port'>): Design
}

export function createSketch(): Sketch {
  const resources: Record<ResourceId, Resource> = {}
  const counts = new Map<string, number>()
  const named = (name: string) => Object.values(resources).find((resource) => resource.name === name)

  const sketch: Sketch = {
    add(kind, parent, name, fields = {}) {
      const view = createView({ ...emptyDesign, resources }, (one) => kinds.get(one)?.fields)
      const created = kinds.get(kind)!.create({
        view,
        parent: parent === null ? null : resources[parent]!,
        newId(one) {
          counts.set(one, (counts.get(one) ?? 0) + 1)
          return `${one}-${counts.get(one)}`
        },
        newName: (stem) => stem,
      })
      if ('refused' in created) throw Error(`${kind} ${name}: ${JSON.stringify(created.refused)}`)
      const before = created.resources.find((one) => one.id === created.main)!.name
      for (const one of [...created.resources, ...(created.updates ?? [])])
        resources[one.id] = { ...one, name: one.name.replace(before, name) }
      sketch.set(created.main, fields)
      return created.main
    },
    set(id, fields) {
      const resource = resources[id]!
      resources[id] = { ...resource, fields: { ...resource.fields, ...(fields as Resource['fields']) } }
    },
    find(name) {
      const found = named(name)
      if (!found) throw Error(`nothing is called ${name}`)
      return found.id
    },
    wire(owner, address, ...groups) {
      const found = Object.values(resources).find((one) => one.fields.attachedTo === owner) as
        | NetworkInterface
        | undefined
      if (!found) throw Error(`${owner} has no interface`)
      const [first, ...others] = found.fields.addresses
      const addresses = [{ id: 'a1', publicAddress: '', ...first, address }, ...others]
      sketch.set(found.id, groups.length === 0 ? { addresses } : { addresses, securityGroups: groups })
    },
    design(name, { from, to, port }) {
      const question = { from, to, protocol: 'tcp', port, sourcePort: null }
      return arrange({ ...emptyDesign, name, resources, question })
    },
  }
  return sketch
}

type Flow = readonly [protocol: string, ports: string, peer: string, description?: string]

/** Rows of a security group. */
export const rules = (...flows: readonly Flow[]): readonly GroupRule[] =>
  flows.map(([protocol, ports, peer, description = ''], index) => ({
    id: `r${index + 1}`,
    protocol,
    ports,
    peer,
    description,
  }))

/** Rows of a network ACL. */
export const entries = (
  ...list: readonly (readonly [number: number, action: 'allow' | 'deny', ...Flow])[]
): readonly AclEntry[] =>
  list.map(([number, action, protocol, ports, cidr]) => ({
    id: `r${number}`,
    number,
    action,
    protocol,
    ports,
    cidr,
  }))

/** Rows of a route table. */
export const routes = (
  ...list: readonly (readonly [destination: string, target: ResourceId])[]
): { readonly routes: readonly Route[] } => ({
  routes: list.map(([destination, target], index) => ({
    id: `r${index + 1}`,
    destination,
    target,
    origin: 'static',
    state: 'active',
  })),
})
