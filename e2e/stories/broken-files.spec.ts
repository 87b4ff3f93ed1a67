import { readFile } from 'node:fs/promises'
import { expect, test, visit } from '../story.ts'

test('a broken file says every fault with its place, and leaves the open design alone', async ({
  page,
  canvas,
  files,
  answer,
}) => {
  await visit(page)
  const before = await canvas.area.ariaSnapshot()

  const design = JSON.parse(await readFile('public/examples/public-server.json', 'utf8')) as Design
  const { resources } = design
  Object.assign(resources['vpc-1'] ?? {}, { fields: { cidr: 42 } })
  Object.assign(resources['subnet-1'] ?? {}, { parent: 'nowhere' })
  Object.assign(resources['instance-1'] ?? {}, { kind: 'instanc' })
  await files.drop({ name: 'broken.json', text: JSON.stringify(design) })

  await expect(files.report).toHaveAccessibleName('Could not open broken.json')
  await expect(files.report).toContainText('The design that was open is as it was')
  for (const place of ['vpc-1', 'subnet-1', 'instance-1'])
    await expect(
      files.report.getByRole('listitem').filter({ hasText: `resources.${place}` }),
    ).not.toHaveCount(0)
  await files.report.getByRole('button', { name: 'Close' }).last().click()

  await answer.says('Reachable')
  expect(await canvas.area.ariaSnapshot()).toBe(before)
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled()
})

test('files made to do harm are refused or drawn as plain text', async ({ page, canvas, files }) => {
  await visit(page)
  const before = await canvas.everything.count()
  const harmful = [
    'null',
    '[]',
    '"text"',
    '{"pathlight": 1, "resources": {"__proto__": {"kind": "vpc"}}}',
    '['.repeat(50_000),
    '{"Vpcs": [null, 7, {"VpcId": {"toString": 1}}]}',
    '\u0000\u0001\u0002',
  ]
  for (const text of harmful) {
    await files.drop({ name: 'harm.json', text })
    await expect(files.report).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(files.report).toHaveCount(0)
  }
  await expect(canvas.everything).toHaveCount(before)

  const design = JSON.parse(await readFile('public/examples/public-server.json', 'utf8')) as Design
  const name = '<img src=x onerror="document.title=1">'
  Object.assign(design.resources['instance-1'] ?? {}, { name })
  await files.drop({ name: 'markup.json', text: JSON.stringify({ ...design, question: null }) })
  await expect(canvas.area.getByText(name)).toBeVisible()
  await expect(page).toHaveTitle(/Pathlight/)
})

interface Design {
  readonly resources: Readonly<Record<string, object>>
}
