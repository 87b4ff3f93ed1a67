import type { Locator, Page } from '@playwright/test'
import { expect, startEditing, test, visit } from '../story.ts'

test('a network is drawn and asked without a mouse', async ({
  page,
  canvas,
  question,
  answer,
  inspector,
}) => {
  const { keyboard } = page
  const palette = page.getByRole('region', { name: 'Palette' })
  const row = (kind: string) => palette.getByRole('button', { name: kind, exact: true })
  await visit(page)

  await test.step('away with the example', async () => {
    await walkTo(page, page.getByRole('button', { name: 'Menu', exact: true }))
    await keyboard.press('Enter')
    await expect(page.getByRole('menuitem', { name: 'New' })).toBeFocused()
    await keyboard.press('Enter')
    await walkTo(page, page.getByRole('button', { name: 'Blank canvas' }))
    await keyboard.press('Enter')
  })

  await test.step('a VPC, two subnets, an instance', async () => {
    await walkTo(page, row('VPC'))
    await keyboard.press('Enter')
    await walkTo(page, row('Subnet'))
    await keyboard.press('Enter')
    await expect(canvas.container('subnet-a')).toBeVisible()
    await keyboard.press('Enter')
    await expect(canvas.area.getByRole('group', { name: /^Subnet / })).toHaveCount(2)
    await walkTo(page, row('Instance'))
    await keyboard.press('Enter')
    await expect(canvas.card('instance')).toBeVisible()
  })

  await test.step('named in the inspector', async () => {
    await walkTo(page, inspector.name)
    await keyboard.type('web')
    await keyboard.press('Enter')
    await expect(canvas.card('web')).toBeVisible()
  })

  await test.step('the question, typed; the answer is read out', async () => {
    await walkTo(page, question.from)
    await keyboard.type('web')
    await keyboard.press('Enter')
    await walkTo(page, question.trace)
    await keyboard.press('Enter')
    await answer.says('Blocked')
    await expect(answer.panel.locator('[aria-live]')).toContainText('web cannot open tcp 443 to the internet')
  })
})

test('the canvas is walked with Tab, Enter and Escape', async ({ page, canvas }) => {
  const { keyboard } = page
  await startEditing(page)
  await walkTo(page, canvas.container('Asia Pacific (Seoul)'))
  await keyboard.press('Enter')
  await keyboard.press('Enter')
  await expect(canvas.container('main')).toBeFocused()
  await keyboard.press('Escape')
  await expect(canvas.container('Asia Pacific (Seoul)')).toBeFocused()
})

/** Tab, until it has the keyboard; never through more stops than a page may have. */
async function walkTo(page: Page, target: Locator): Promise<void> {
  for (let step = 0; step < 90; step++) {
    if (
      (await target.count()) > 0 &&
      (await target.evaluate((element) => element === document.activeElement))
    )
      return
    await page.keyboard.press('Tab')
  }
  await expect(target).toBeFocused({ timeout: 1000 })
}

test('what the search selects has the keyboard, not what was selected before', async ({
  page,
  canvas,
  question,
  inspector,
}) => {
  await visit(page)
  await question.done.click()
  await canvas.select('app-1')
  for (const name of ['db primary', 'data-c']) {
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Search' }).fill(name)
    await page.keyboard.press('Enter')
    await expect(inspector.name).toHaveValue(name)
    await expect(canvas.resource(name)).toBeFocused()
  }
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Search' }).fill('acl-app')
  await page.keyboard.press('Enter')
  await expect(inspector.name).toHaveValue('acl-app')
  await expect(canvas.everything.and(page.locator(':focus'))).toHaveCount(0)
})
