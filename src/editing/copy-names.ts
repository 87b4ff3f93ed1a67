import type { Design } from '../design/design.ts'
import type { Resource } from '../design/resource.ts'

/** Names for copies: app-1 gives the next free of app-2, app-3 …, web gives web-2. A zone keeps its name: it is a place. */
export function copyNames(design: Design): (resource: Resource) => string {
  const names = new Set(Object.values(design.resources).map((resource) => resource.name))
  return ({ name, fields }) => {
    if (fields['zone'] === name) return name
    const [, stem = name, digits] = /^(.*?)-(\d{1,6})$/.exec(name) ?? []
    let number = digits === undefined ? 2 : Number(digits) + 1
    while (names.has(`${stem}-${number}`)) number++
    const next = `${stem}-${number}`
    names.add(next)
    return next
  }
}
