import type { Locator } from '@playwright/test'
import { expect, startEditing, test } from '../story.ts'

test('the design makes room for a table of rules, and comes back to its size', async ({
  page,
  canvas,
  inspector,
}) => {
  await startEditing(page)
  await canvas.still()
  const before = await boxOf(canvas.container('main'))

  await canvas.area.getByTitle('Security groups: app').first().click()
  await expect(inspector.table('Inbound')).toBeVisible()
  await canvas.still()
  const [design, panel] = [await boxOf(canvas.container('main')), await boxOf(inspector.panel)]
  expect(design.width).toBeLessThan(before.width)
  expect(design.x + design.width).toBeLessThan(panel.x)

  await page.keyboard.press('Escape')
  await expect(inspector.table('Inbound')).not.toBeVisible()
  await canvas.still()
  expect(await boxOf(canvas.container('main'))).toEqual(before)
})

async function boxOf(element: Locator) {
  const box = await element.boundingBox()
  if (!box) throw new Error('it is not drawn')
  return box
}
