// What must hold of every kind, whatever it is.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { initialFields } from '../design/fields.ts'
import { plain } from '../design/phrase.ts'
import { network, usual } from './build.test-helper.ts'
import { kinds } from './index.ts'

const folder = import.meta.dirname
const names = [...kinds.keys()]
const folders = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)

test('every folder is listed, and nothing else', () => {
  expect(names.toSorted()).toEqual(folders.toSorted())
})

test('titles are unique, and so is the place in the palette', () => {
  const titles = [...kinds.values()].map((kind) => kind.title)
  expect(new Set(titles).size).toBe(titles.length)
  const places = [...kinds.values()].flatMap((kind) =>
    kind.palette === undefined ? [] : [`${kind.category} ${kind.palette}`],
  )
  expect(new Set(places).size).toBe(places.length)
})

describe.each(names)('%s', (name) => {
  const kind = kinds.get(name)
  if (!kind) throw new Error(`kind ${name}`)

  test('has a glyph of our own that takes the colour of the text', () => {
    const icon = readFileSync(join(folder, name, 'icon.svg'), 'utf8')
    expect(icon).toContain('viewBox="0 0 24 24"')
    expect(icon).toContain('stroke="currentColor"')
    expect(icon).not.toMatch(/<(text|image|style)|#[0-9a-f]{3}/i)
  })

  test('names an icon of AWS that exists, or none', () => {
    if (kind.awsIcon === undefined) return
    const icons = join(folder, '../../node_modules/aws-icons/icons')
    const found = readdirSync(icons).some((set) => existsSync(join(icons, set, `${kind.awsIcon}.svg`)))
    expect(found ? kind.awsIcon : undefined).toBe(kind.awsIcon)
  })

  test('has a page with its four sections', () => {
    const page = readFileSync(join(folder, name, `${name}.md`), 'utf8')
    expect([...page.matchAll(/^## (.+)$/gm)].map((match) => match[1])).toEqual([
      'Models',
      'Ignores',
      'Sources',
      'Reasons',
    ])
  })

  test('has a test of its own', () => {
    expect(existsSync(join(folder, name, `${name}.test.ts`))).toBe(true)
  })

  test('stands only in kinds that exist', () => {
    for (const parent of kind.placement.in) if (parent !== 'canvas') expect(names).toContain(parent)
    expect(kind.placement.why).toMatch(/^[A-Z].*\.$/)
  })

  test('refers only to kinds that exist', () => {
    const mentioned = Object.values(kind.fields).flatMap((field) => {
      const columns = field.type === 'rows' ? Object.values(field.columns) : [field]
      return columns.flatMap((column) => ('kinds' in column ? column.kinds : []))
    })
    for (const one of mentioned) expect(names).toContain(one)
  })

  test('creates records of the declared fields, with ids and parents that exist', () => {
    const built = kind.name === 'vpc-peering' ? twoVpcs() : usual().built
    const made = tryEverywhere(built, name)
    expect(made.resources.map((one) => one.id)).toContain(made.main)
    expect(new Set(made.resources.map((one) => one.id)).size).toBe(made.resources.length)
    built.put([...made.resources])
    for (const one of made.resources) {
      const declared = kinds.get(one.kind)
      expect(Object.keys(one.fields).toSorted()).toEqual(
        Object.keys(initialFields(declared?.fields ?? {})).toSorted(),
      )
      if (one.parent !== null) expect(declared?.placement.in).toContain(built.get(one.parent).kind)
    }
  })
})

function twoVpcs() {
  const built = network()
  built.place('vpc')
  built.place('vpc', built.first('region'))
  return built
}

/** Creates it in the first place that takes it: among its own kind of parents, one may be full already. */
function tryEverywhere(built: ReturnType<typeof network>, name: string) {
  const places = (kinds.get(name)?.placement.in ?? []).flatMap((parent) =>
    parent === 'canvas' ? [null] : built.view.of(parent).map((resource) => resource.id),
  )
  const refusals: string[] = []
  for (const place of places) {
    const made = built.create(name, place)
    if (!('refused' in made)) return made
    refusals.push(plain(made.refused, built.design))
  }
  throw new Error(refusals.join(' '))
}
