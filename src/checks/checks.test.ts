// What must hold of every check, and the order of the review.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { rule, usual } from '../kinds/build.test-helper.ts'
import { reviewOf } from './check.test-helper.ts'
import { checks } from './index.ts'

const folder = import.meta.dirname
const folders = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)

test('every folder is listed, and nothing else', () => {
  expect(checks.map((check) => check.name).toSorted()).toEqual(folders.toSorted())
})

describe.each(folders)('%s', (name) => {
  test('has a page that says when it is clean, what mends it and who says so', () => {
    const page = readFileSync(join(folder, name, `${name}.md`), 'utf8')
    for (const part of ['# ', '**Clean**: ', '**Fix**: ', '**Source**: ']) expect(page).toContain(part)
  })

  test('has flagged and clean cases', () => {
    const path = join(folder, name, `${name}.test.ts`)
    const cases = existsSync(path) ? readFileSync(path, 'utf8') : ''
    expect(cases).toContain('const flagged')
    expect(cases).toContain('const clean')
  })
})

test('the usual network has nothing to find', () => {
  expect(reviewOf(usual().built).map((finding) => finding.check)).toEqual([])
})

test('the worst comes first, then the order of names', () => {
  const { built, vpc, nat, app, igw } = usual()
  built.set(built.first('security-group', vpc), { inbound: [rule('r1', 'tcp', '22', '0.0.0.0/0')] })
  built.set(app, { state: 'stopped' })
  built.move(igw, built.first('region'))
  expect(built.get(nat).name).toBe('nat-a')
  const told = reviewOf(built).map(
    (finding) => `${finding.severity} ${built.get(finding.at.resource).name} ${finding.check}`,
  )
  expect(told).toEqual([
    'error nat-a design/nat-without-way-out',
    'error rt-custom route-table/blackhole',
    'warning default-main security-group/open-to-all',
    'warning igw-main internet-gateway/detached',
    'warning main design/missing-internet-gateway',
    'note app instance/not-running',
  ])
})
