import { expect, saved, startBlank, test, visit } from '../story.ts'

test('a design that an example was opened in place of is there again after a reload', async ({
  page,
  canvas,
  files,
}) => {
  await startBlank(page)
  await canvas.place('VPC', { named: 'mine' })
  await page.getByRole('button', { name: 'Untitled, rename the design' }).click()
  await page.getByRole('textbox', { name: 'Design name' }).fill('My network')
  await page.keyboard.press('Enter')
  await files.example('Three faults to find')
  await expect(canvas.container('mine')).toHaveCount(0)
  await saved(page)

  await page.reload()
  await expect(page.getByRole('button', { name: 'three-faults, rename the design' })).toBeVisible()
  await files.recent(/^My network/)
  await expect(canvas.container('mine')).toBeVisible()
  await expect(page.getByRole('button', { name: 'My network, rename the design' })).toBeVisible()
})

test('New offers what it put away, and examples that nobody touched are not kept', async ({
  page,
  canvas,
  files,
}) => {
  await visit(page)
  await files.menu('New')
  await files.menu('Recent designs')
  await expect(page.getByRole('dialog', { name: 'Recent designs' })).toContainText('There is none yet.')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Blank canvas' }).click()
  await canvas.place('VPC', { named: 'mine' })

  await files.menu('New')
  await saved(page)
  await page.reload()
  await page
    .getByRole('region', { name: 'Start' })
    .getByRole('button', { name: /^Untitled/ })
    .click()
  await expect(canvas.container('mine')).toBeVisible()
})

test('a page that is left before a design is put away still has it open', async ({ page, canvas, files }) => {
  await startBlank(page)
  await canvas.place('VPC', { named: 'mine' })
  await saved(page)
  await page.evaluate(keepRecentDesignsWaiting)
  await files.menu('New')
  await expect(canvas.container('mine')).toHaveCount(0)
  // A page that is left saves at once, were the save not waiting.
  await page.evaluate(() => window.dispatchEvent(new Event('pagehide')))
  expect(await page.evaluate(namesInDrafts)).toContain('mine')
  await expect(page.getByText('Saved', { exact: true })).toHaveCount(0)

  await page.reload()
  await expect(canvas.container('mine')).toBeVisible()
})

test('the last five are kept, and one design only once', async ({ page, files }) => {
  await visit(page)
  const names = ['one', 'two', 'three', 'four', 'five', 'six', 'six', 'last']
  for (const name of names) {
    await files.drop({ name: `${name}.json`, text: designCalled(name) })
    await expect(page.getByRole('button', { name: `${name}, rename the design` })).toBeVisible()
  }
  await files.menu('Recent designs')
  const kept = page.getByRole('dialog', { name: 'Recent designs' }).getByRole('listitem')
  await expect(kept).toHaveCount(5)
  for (const [i, name] of ['six', 'five', 'four', 'three', 'two'].entries())
    await expect(kept.nth(i)).toContainText(name)
})

test('what the browser has no room for is said', async ({ page, canvas, files }) => {
  await page.addInitScript(() => {
    IDBObjectStore.prototype.add = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
  })
  await startBlank(page)
  await canvas.place('VPC', { named: 'mine' })
  await files.menu('New')
  await expect(
    page.getByText('The browser has no room left for Untitled, and only undo brings it back.'),
  ).toBeVisible()
})

const designCalled = (name: string) =>
  JSON.stringify({
    pathlight: 1,
    name,
    kinds: { vpc: 1 },
    resources: {
      'vpc-1': { id: 'vpc-1', kind: 'vpc', name, parent: null, fields: { cidr: '10.0.0.0/16' } },
    },
  })

/** The store of the recent designs never answers again in this page. */
function keepRecentDesignsWaiting() {
  IDBObjectStore.prototype.getAllKeys = function () {
    const request = this.getAll()
    request.addEventListener('success', (event) => event.stopImmediatePropagation())
    return request
  }
}

/** Of everything in the designs that are kept as open; comes after whatever was written before. */
function namesInDrafts(): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('pathlight')
    opening.addEventListener('error', () => reject(new Error('open')))
    opening.addEventListener('success', () => {
      const reading = opening.result.transaction('drafts').objectStore('drafts').getAll()
      reading.addEventListener('error', () => reject(new Error('read')))
      reading.addEventListener('success', () => {
        const drafts = reading.result as { design: { resources: Record<string, { name: string }> } }[]
        resolve(drafts.flatMap(({ design }) => Object.values(design.resources).map(({ name }) => name)))
      })
    })
  })
}
