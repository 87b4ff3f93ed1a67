import { sizeOfPng } from '../screens/picture.ts'
import { expect, startEditing, test, visit } from '../story.ts'

const names = ['본사 네트워크', '웹 서버']

test('Korean names come through the picture, the drawing and the file', async ({
  page,
  canvas,
  files,
  inspector,
}) => {
  await startEditing(page, 'A public server')
  for (const [before, after] of [
    ['main', names[0]],
    ['web', names[1]],
  ] as const) {
    await canvas.select(before)
    await inspector.name.fill(after ?? '')
    await inspector.name.press('Enter')
    await expect(canvas.resource(after ?? '')).toBeVisible()
  }

  const json = String(await files.export('JSON'))
  const svg = String(await files.export('SVG'))
  for (const name of names) {
    expect(json).toContain(name)
    expect(svg).toContain(name)
  }
  expect(svg).toMatch(/^(<\?xml[^>]*>\s*)?<svg[^>]+viewBox=/)
  expect(svg).not.toMatch(/(href|src)="https?:/)

  const once = await files.export('PNG')
  const twice = await files.export('PNG, twice the size')
  expect(sizeOfPng(twice).width).toBe(sizeOfPng(once).width * 2)

  await files.menu('New')
  await expect(page.getByText(/is put away\. It is among the recent designs/)).toBeVisible()
  await files.open({ name: 'back.png', bytes: once })
  for (const name of names) await expect(canvas.resource(name)).toBeVisible()
})

test('what the screen shows goes to the clipboard as a picture', async ({ page, context, files }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await visit(page)
  await files.copyView()
  await expect(page.getByText('The view is on the clipboard.')).toBeVisible({ timeout: 40_000 })
  const types = await page.evaluate(async () => (await navigator.clipboard.read())[0]?.types)
  expect(types).toContain('image/png')
})
