import { expect, startEditing, test, visit } from '../story.ts'

test('a whole question is asked from the search', async ({ page, question, answer }) => {
  await visit(page)
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Search' }).fill('trace app-3 internet tcp 5432')
  await expect(page.getByRole('option', { name: /^Can app-3 reach internet on tcp 5432/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(question.from).toHaveValue('app-3')
  await expect(question.service).toHaveValue('tcp 5432')
  await answer.says('Blocked')

  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Search' }).fill('can app-3 reach db primary on tcp 5432?')
  await page.getByRole('option', { name: 'Can app-3 reach db primary on tcp 5432' }).click()
  await expect(question.to).toHaveValue('db primary')
  await answer.says('Reachable')
})

test('both ends are picked on the canvas, and the toolbar of a card asks from there', async ({
  page,
  canvas,
  question,
  answer,
}) => {
  await startEditing(page)
  await question.from.click()
  await page.getByRole('button', { name: 'Pick on the canvas' }).click()
  await expect(page.getByText('Click the source on the canvas')).toBeVisible()
  await canvas.select('app-2')
  await question.to.click()
  await page.getByRole('button', { name: 'Pick on the canvas' }).click()
  await canvas.select('db primary')
  await question.service.fill('tcp 5432')
  await question.service.press('Enter')
  await expect(question.from).toHaveValue('app-2')
  await expect(question.to).toHaveValue('db primary')
  await answer.says('Reachable')

  await question.done.click()
  await canvas.select('bastion')
  await canvas.area
    .getByRole('toolbar', { name: 'Selection' })
    .getByRole('button', { name: 'Trace from here' })
    .click()
  await expect(question.from).toHaveValue('bastion')
  await expect(answer.verdict).toBeVisible()
})

test('an end that is not there is said at once, with what could be meant', async ({ page, question }) => {
  await visit(page)
  await question.ask('app-1x', 'internet', 'tcp 443')
  const problem = page.getByRole('alert')
  await expect(problem).toContainText('Nothing here is called app-1x')
  await problem.getByRole('button', { name: 'app-1', exact: true }).click()
  await expect(question.from).toHaveValue('app-1')
  await expect(problem).toHaveCount(0)
})

test('an end that is typed while the canvas waits for a click needs none any more', async ({
  page,
  question,
  answer,
}) => {
  await visit(page)
  await question.done.click()
  await question.from.click()
  await page.getByRole('button', { name: 'Pick on the canvas' }).click()
  const hint = page.getByText('Click the source on the canvas')
  await expect(hint).toBeVisible()
  await question.from.fill('app-3')
  await question.from.press('Enter')
  await expect(hint).toHaveCount(0)
  await question.trace.click()
  await answer.says('Reachable')
})
