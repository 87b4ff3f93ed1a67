// Builds designs for tests by the kinds' own `create`, as a person would place things.
import type { Design } from '../design/design.ts'
import { emptyDesign } from '../design/design.ts'
import { apply } from '../design/change.ts'
import { plain, type Phrase } from '../design/phrase.ts'
import type { FieldValue, Resource, ResourceId } from '../design/resource.ts'
import { createView, type View } from '../design/view.ts'
import type { Fix } from '../forwarding/answer.ts'
import { kinds } from './index.ts'
import type { Created, Finding } from './kind.ts'
import type { GroupRule, AclEntry, Route } from './records.ts'

type Values = Readonly<Record<string, unknown>>

/** A design that grows. Ids come from the kinds' own counters: `subnet-1`, `subnet-2` … */
export function network() {
  let design: Design = emptyDesign
  let view: View | undefined

  const self = {
    get design() {
      return design
    },
    get view(): View {
      return (view ??= createView(design, (kind) => kinds.get(kind)?.fields))
    },
    put(resources: readonly Resource[]) {
      design = {
        ...design,
        resources: { ...design.resources, ...Object.fromEntries(resources.map((one) => [one.id, one])) },
      }
      view = undefined
    },
    ids() {
      const given = new Set(Object.keys(design.resources))
      const names = new Set(Object.values(design.resources).map((one) => one.name))
      const next = (taken: Set<string>, make: (n: number) => string, from: number) => {
        let n = from
        while (taken.has(make(n))) n++
        taken.add(make(n))
        return make(n)
      }
      return {
        newId: (kind: string) => next(given, (n) => `${kind}-${n}`, 1),
        newName: (stem: string) => next(names, (n) => (n === 1 ? stem : `${stem}-${n}`), 1),
      }
    },
    /** What creating gives, without keeping it. */
    create(kind: string, parent: ResourceId | null = null): Created {
      const found = kinds.get(kind)
      if (!found) throw new Error(`kind ${kind}`)
      return found.create({ view: self.view, parent: self.view.get(parent) ?? null, ...self.ids() })
    },
    /** Places one and gives its id; its fields and name may be replaced at once. */
    place(kind: string, parent: ResourceId | null = null, fields: Values = {}, name?: string): ResourceId {
      const made = self.create(kind, parent)
      if ('refused' in made) throw new Error(`refused: ${self.text(made.refused)}`)
      self.put([...made.resources, ...(made.updates ?? [])])
      self.set(made.main, fields, name)
      return made.main
    },
    set(id: ResourceId, fields: Values, name?: string) {
      const resource = self.get(id)
      self.put([
        {
          ...resource,
          name: name ?? resource.name,
          fields: { ...resource.fields, ...(fields as Record<string, FieldValue>) },
        },
      ])
    },
    move(id: ResourceId, parent: ResourceId | null) {
      self.put([{ ...self.get(id), parent }])
    },
    remove(id: ResourceId) {
      const { [id]: gone, ...rest } = design.resources
      if (!gone) throw new Error(`resource ${id}`)
      design = { ...design, resources: rest }
      view = undefined
    },
    get(id: ResourceId): Resource {
      const resource = design.resources[id]
      if (!resource) throw new Error(`resource ${id}`)
      return resource
    },
    /** The id of the only resource of a kind in a parent, or of the first. */
    first(kind: string, parent?: ResourceId): ResourceId {
      const found = parent === undefined ? self.view.of(kind)[0] : self.view.children(parent, kind)[0]
      if (!found) throw new Error(`${kind} in ${parent}`)
      return found.id
    },
    interfaceOf(owner: ResourceId): ResourceId {
      const found = self.view.referring(owner, 'network-interface')[0]
      if (!found) throw new Error(`interface of ${owner}`)
      return found.id
    },
    /** Adds a route table with one route and lets the subnet use it. */
    route(subnet: ResourceId, destination: string, target: ResourceId): ResourceId {
      const vpc = self.view.ancestor(subnet, 'vpc')
      const table = self.place('route-table', vpc?.id ?? null, { routes: [route('r1', destination, target)] })
      self.set(subnet, { routeTable: table })
      return table
    },
    /** What the kind's own checks say of a resource. */
    findings(id: ResourceId): readonly Finding[] {
      const resource = self.get(id)
      return kinds.get(resource.kind)?.checks?.(resource, self.view) ?? []
    },
    /** The names of those findings, without the kind: `overlap`. */
    flags(id: ResourceId): readonly string[] {
      return self.findings(id).map((finding) => finding.check.split('/')[1] ?? '')
    },
    describe(id: ResourceId, part: string): string | null {
      const resource = self.get(id)
      const phrase = kinds.get(resource.kind)?.describe?.(resource, { resource: id, part }, self.view)
      return phrase ? self.text(phrase) : null
    },
    fix(fix: Fix | undefined) {
      if (!fix) throw new Error('no fix')
      design = apply(design, fix.change)
      view = undefined
    },
    text: (phrase: Phrase) => plain(phrase, design),
  }
  return self
}

export type Built = ReturnType<typeof network>

export const route = (id: string, destination: string, target: string, more: Partial<Route> = {}): Route => ({
  id,
  destination,
  target,
  origin: 'static',
  state: 'active',
  ...more,
})

export const entry = (
  number: number,
  action: 'allow' | 'deny',
  protocol: string,
  ports: string,
  cidr: string,
): AclEntry => ({
  id: `r${number}`,
  number,
  action,
  protocol,
  ports,
  cidr,
})

export const rule = (id: string, protocol: string, ports: string, peer: string): GroupRule => ({
  id,
  protocol,
  ports,
  peer,
  description: '',
})

/**
 * The network most tests start from: VPC main with an internet gateway; public-a with a route to it and nat-a;
 * private-a whose default route leads to nat-a, with the instance app.
 */
export function usual() {
  const built = network()
  const vpc = built.place('vpc')
  const igw = built.place('internet-gateway', vpc)
  const publicSubnet = built.place('subnet', vpc, {}, 'public-a')
  const privateSubnet = built.place('subnet', vpc, {}, 'private-a')
  const publicTable = built.route(publicSubnet, '0.0.0.0/0', igw)
  const nat = built.place('nat-gateway', publicSubnet)
  const privateTable = built.route(privateSubnet, '0.0.0.0/0', nat)
  const app = built.place('instance', privateSubnet, {}, 'app')
  return { built, vpc, igw, publicSubnet, privateSubnet, publicTable, privateTable, nat, app }
}
