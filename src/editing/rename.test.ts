import { expect, test } from 'vitest'
import { emptyDesign, type Design } from '../design/design.ts'
import type { ResourceId } from '../design/resource.ts'
import { place } from './place.ts'
import { rename } from './rename.ts'

function build(kind: string): { design: Design; id: ResourceId } {
  let design = emptyDesign
  let parent: ResourceId | null = null
  for (const each of ['vpc', 'subnet', kind]) {
    const placed = place(design, each, each === 'interface-endpoint' ? vpcIn(design) : parent)
    if (!placed.ok) throw new Error(each)
    design = placed.design
    parent = placed.id
  }
  return { design, id: parent as unknown as ResourceId }
}

const vpcIn = (design: Design) =>
  Object.values(design.resources).find(({ kind }) => kind === 'vpc')?.id ?? null

const interfacesOf = (design: Design, id: ResourceId) =>
  Object.values(design.resources).filter(({ fields }) => fields['attachedTo'] === id)

const namesOf = (design: Design, id: ResourceId) => interfacesOf(design, id).map(({ name }) => name)

test.each(['instance', 'nat-gateway', 'interface-endpoint'])(
  'the interface of a renamed %s follows',
  (kind) => {
    const { design, id } = build(kind)
    expect(namesOf(design, id)).toEqual([`${design.resources[id]?.name}-eni`])
    expect(namesOf(rename(design, id, ' web '), id)).toEqual(['web-eni'])
  },
)

test('numbers stay, and names that somebody chose', () => {
  const { design, id } = build('instance')
  const old = design.resources[id]?.name
  const [own] = interfacesOf(design, id)
  if (!own) throw new Error('it has no interface')
  const called = (name: string) => {
    const renamed = rename(
      { ...design, resources: { ...design.resources, [own.id]: { ...own, name } } },
      id,
      'web',
    )
    return renamed.resources[own.id]?.name
  }
  expect(called(`${old}-eni-2`)).toBe('web-eni-2')
  expect(called(`${old}-eni-spare`)).toBe(`${old}-eni-spare`)
  expect(called('chosen')).toBe('chosen')
})

test('a name that is none, or the same, changes nothing', () => {
  const { design, id } = build('instance')
  expect(rename(design, id, '  ')).toBe(design)
  expect(rename(design, id, design.resources[id]?.name ?? '')).toBe(design)
})
