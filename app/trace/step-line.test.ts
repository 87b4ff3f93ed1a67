import { expect, test } from 'vitest'
import { analyse, ask, emptyDesign, place, plain, type Design } from '../library.ts'
import { hopList } from '../store/index.ts'
import { linesOf } from './step-line.tsx'

function added(design: Design, kind: string, parent: string | null, name: string) {
  const placed = place(design, kind, parent)
  const resource = placed.ok ? placed.design.resources[placed.id] : undefined
  if (!placed.ok || !resource) throw new Error(`${kind} was refused`)
  const resources = { ...placed.design.resources, [placed.id]: { ...resource, name } }
  return { design: { ...placed.design, resources }, id: placed.id }
}

test('the panel speaks as the letter does where a line has room, and leaves out what the list says by itself', () => {
  const vpc = added(emptyDesign, 'vpc', null, 'main')
  const subnet = added(vpc.design, 'subnet', vpc.id, 'app')
  const a = added(subnet.design, 'instance', subnet.id, 'a')
  const { design, id } = added(a.design, 'instance', subnet.id, 'b')
  const answer = ask(analyse(design), { from: a.id, to: id, protocol: 'tcp', port: '443', sourcePort: null })
  const lines = hopList(answer).map((hop) =>
    linesOf(answer, design, hop, false).map(({ phrase }) => plain(phrase, design)),
  )
  expect(lines).toMatchInlineSnapshot(`
    [
      [
        "default-main allows all to 0.0.0.0/0",
      ],
      [
        "default-main allows all from default-main",
      ],
      [
        "known session, so no rule is asked",
      ],
      [
        "known session, so no rule is asked",
      ],
    ]
  `)
})
