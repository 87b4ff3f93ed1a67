import type { Page } from '@playwright/test'
import { Canvas } from '../screens/canvas.ts'
import { expect, saved, startEditing, test, visit } from '../story.ts'

test('an edit outlives a reload', async ({ page, canvas, question, inspector }) => {
  await startEditing(page)
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

test('an edit outlives a reload that comes before it is said to be saved', async ({
  page,
  canvas,
  inspector,
}) => {
  await startEditing(page)
  await saved(page)
  await canvas.select('app-1')
  await inspector.name.fill('orders')
  await inspector.name.press('Enter')
  await page.reload()
  await expect(canvas.card('orders')).toBeVisible()

  await canvas.select('app-2')
  await inspector.name.fill('bills')
  await page.reload()
  await expect(canvas.card('bills')).toBeVisible()
})

test('a tab that comes to save does not save over what the other one did', async ({
  page,
  context,
  canvas,
  inspector,
}) => {
  await startEditing(page)
  await saved(page)
  const second = await context.newPage()
  await second.goto('/')
  await expect(warning(second)).toBeVisible()

  await canvas.select('app-1')
  await inspector.name.fill('orders')
  await inspector.name.press('Enter')
  await saved(page)
  await page.reload()
  await expect(canvas.card('orders')).toBeVisible()
  await expect(new Canvas(second).card('orders')).toBeVisible()
  await expect(warning(second)).toHaveCount(0)
})

test('a design that an earlier version kept is opened with what its records lack', async ({
  page,
  canvas,
}) => {
  await visit(page)
  await canvas.place('Instance', { inside: 'data-a', named: 'report' })
  await saved(page)
  await page.evaluate(rewriteDraft, {})
  await page.reload()
  await expect(page.getByRole('region', { name: 'Trace' })).toContainText('Reachable')
  await expect(canvas.card('nat-a')).toBeVisible()
})

test('one that a later version kept is left to it, and the page says so', async ({ page, canvas, files }) => {
  await visit(page)
  await canvas.place('Instance', { inside: 'data-a', named: 'report' })
  await saved(page)
  await page.evaluate(rewriteDraft, { vpc: 9 })
  await page.reload()
  await expect(files.report).toHaveAccessibleName('Could not open shop-prod')
  await expect(files.report).toContainText("version 9 of 'vpc'")
  await files.report.getByRole('button', { name: 'Close' }).last().click()
  await saved(page)
  await files.menu('Recent designs')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^shop-prod/ })
    .click()
  await expect(files.report).toContainText("version 9 of 'vpc'")
})

/** As another version would have kept it: VPCs without secondary blocks, and the versions of some kinds. */
async function rewriteDraft(versions: Readonly<Record<string, number>>): Promise<void> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result))
      request.addEventListener('error', () => reject(new Error('the database refuses')))
    })
  const database = await done(indexedDB.open('pathlight'))
  const drafts = database.transaction('drafts', 'readwrite').objectStore('drafts')
  const [draft] = (await done(drafts.getAll())) as { kinds: object; design: { resources: object } }[]
  for (const { kind, fields } of Object.values(draft!.design.resources) as {
    kind: string
    fields: Record<string, unknown>
  }[])
    if (kind === 'vpc') delete fields['secondaryCidrs']
  draft!.kinds = versions
  await done(drafts.put(draft))
  database.close()
}

const warning = (page: Page) => page.getByText('This design is open in another tab')
