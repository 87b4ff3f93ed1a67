import { expect, test } from 'vitest'
import { analyse } from './analyse.ts'
import { rule, usual, type Built } from './build.test-helper.ts'
import { explainAccess, internetAccess } from './internet-access.ts'

function given(...outbound: ReturnType<typeof rule>[]) {
  const { built, vpc, app } = usual()
  built.set(built.first('security-group', vpc), { outbound })
  return { built, app }
}

const outOf = (built: Built, id: string): string => built.text(explainAccess(analyse(built.design), id).out)

test('where only some of it gets through, the badge is as green and its words say so', () => {
  const { built, app } = given(rule('r1', 'tcp', '80', '0.0.0.0/0'))
  expect(internetAccess(analyse(built.design)).get(app)?.out).toBe('reachable')
  expect(outOf(built, app)).toBe('app reaches the internet, with some protocols and ports only')
})

test('what only a NAT gateway leaves out is not worth a word', () => {
  const { built, app } = given(rule('r1', 'all', 'all', '0.0.0.0/0'))
  expect(outOf(built, app)).toBe('app reaches the internet')
})

test('where nothing does, they say why', () => {
  const { built, app } = given()
  expect(outOf(built, app)).toMatch(/^app does not reach the internet: /)
})
