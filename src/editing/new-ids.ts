// Ids and names for new resources, from what a design already has: the same design gives the same ones.
import type { Design } from '../design/design.ts'
import type { FieldValue, ResourceId } from '../design/resource.ts'

export interface NewIds {
  /** `subnet-3`, the first number above every one in use. */
  newId(kind: string): ResourceId
  /** `web`, `web-2`, `web-3`: the first that nothing in the design is called. */
  newName(stem: string): string
}

/** One for each edit: it does not hear of what the edit adds, and never gives the same twice. */
export function newIds(design: Design): NewIds {
  let highest: Map<string, number> | undefined
  let names: Set<string> | undefined
  return {
    newId(kind) {
      highest ??= highestNumbers(design)
      const number = (highest.get(kind) ?? 0) + 1
      highest.set(kind, number)
      return `${kind}-${number}`
    },
    newName(stem) {
      names ??= new Set(Object.values(design.resources).map((resource) => resource.name))
      let name = stem
      for (let number = 2; names.has(name); number++) name = `${stem}-${number}`
      names.add(name)
      return name
    },
  }
}

/**
 * Ids that routes and rules still mention count as used: a new NAT gateway must not take the place of a removed
 * one in a route that has become a blackhole.
 */
function highestNumbers(design: Design): Map<string, number> {
  const highest = new Map<string, number>()
  const note = (text: string) => {
    const [, kind, digits] = /^([a-z][a-z0-9-]*)-(\d{1,9})$/.exec(text) ?? []
    if (kind !== undefined) highest.set(kind, Math.max(highest.get(kind) ?? 0, Number(digits)))
  }
  const look = (value: FieldValue | undefined): void => {
    if (typeof value === 'string') note(value)
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(look)
  }
  for (const { id, fields } of Object.values(design.resources)) {
    note(id)
    Object.values(fields).forEach(look)
  }
  return highest
}
