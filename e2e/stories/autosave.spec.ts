import type { Page } from '@playwright/test'
import { expect, saved, test, visit } from '../story.ts'

test('an edit outlives a reload', async ({ page, canvas, question, inspector }) => {
  await visit(page)
  await question.done.click()
  await canvas.place('Instance', { inside: 'data-a', named: 'report' })
  await page.getByRole('button', { name: 'shop-prod, rename the design' }).click()
  await page.getByRole('textbox', { name: 'Design name' }).fill('shop-next')
  await page.keyboard.press('Enter')
  await saved(page)

  await page.reload()
  await expect(canvas.card('report')).toBeVisible()
  await expect(page.getByRole('button', { name: 'shop-next, rename the design' })).toBeVisible()
  await expect(question.trace).toBeVisible()
  await canvas.select('report')
  await expect(inspector.name).toHaveValue('report')
})

test('a second tab with the same design is warned', async ({ page, context }) => {
  await visit(page)
  await saved(page)
  const second = await context.newPage()
  await visit(second)
  await expect(warning(second)).toBeVisible()
  await expect(warning(page)).toHaveCount(0)
  await expect(second.getByText('Not saved')).toBeVisible()
  await expect(page.getByText('Not saved')).toHaveCount(0)

  await second.getByRole('button', { name: 'Save from this tab' }).click()
  await expect(warning(second)).toHaveCount(0)
  await expect(warning(page)).toBeVisible()

  await second.close()
  await expect(warning(page)).toHaveCount(0)
})

const warning = (page: Page) => page.getByText('This design is open in another tab')
