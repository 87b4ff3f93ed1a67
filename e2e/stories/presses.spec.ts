// What is pressed is what is meant, however long it is held, and whatever leaving a field changes meanwhile.
import { readFile } from 'node:fs/promises'
import { expect, startEditing, test } from '../story.ts'

/** Between a press and its release, and between two clicks, in milliseconds: as slow as a person. */
const pace = { delay: 120 }

test.beforeEach(async ({ page }) => {
  await startEditing(page)
})

test('a double click means what its first press hit, though a wide form goes', async ({
  page,
  canvas,
  inspector,
}) => {
  for (const name of ['data-c', 'web-2']) {
    await canvas.area.getByTitle('Security groups: app').first().click()
    await expect(inspector.name).toHaveValue('app')
    await canvas.still()
    await canvas.resource(name).getByText(name, { exact: true }).first().dblclick(pace)
    await expect(canvas.area.getByRole('textbox', { name: `Name of ${name}` })).toBeFocused()
    await page.keyboard.press('Escape')
  }
})

test('a press goes to what it began on, though a panel opens over it', async ({
  page,
  canvas,
  inspector,
}) => {
  const group = canvas.area.getByTitle('Security groups: web').last()
  const from = await group.boundingBox()
  if (!from) throw new Error('it is not drawn')
  // To where the inspector opens.
  const bare = { x: 420, y: 860 }
  await page.mouse.move(bare.x, bare.y)
  await page.mouse.down({ button: 'middle' })
  await page.mouse.move(bare.x + 1290 - from.x, bare.y, { steps: 4 })
  await page.mouse.up({ button: 'middle' })
  await canvas.still()
  await group.hover()
  await page.mouse.down()
  await expect(inspector.name).toHaveValue('web-2')
  await page.mouse.up()
  await expect(inspector.name).toHaveValue('web')

  await page.mouse.click(bare.x, bare.y)
  await expect(inspector.panel).toHaveCount(0)
  await canvas.still()
  const name = await canvas.card('web-2').getByText('web-2').boundingBox()
  if (!name) throw new Error('it is not drawn')
  await page.mouse.dblclick(name.x + name.width / 2, name.y + name.height / 2, pace)
  await expect(canvas.area.getByRole('textbox', { name: 'Name of web-2' })).toBeFocused()
})

test('a double click on an example opens it, and nothing else', async ({ page, canvas, files }) => {
  await files.menu('Examples')
  await page
    .getByRole('dialog', { name: 'Examples' })
    .getByRole('button', { name: /^Three faults/ })
    .dblclick(pace)
  await expect(page.getByRole('button', { name: 'three-faults, rename the design' })).toBeVisible()
  await canvas.still()
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('a name that is being typed is kept when another card is pressed', async ({ canvas, inspector }) => {
  await canvas.select('app-1')
  await inspector.name.fill('first')
  await canvas.select('app-2')
  await expect(canvas.card('first')).toBeVisible()
  await expect(inspector.name).toHaveValue('app-2')
})

test('Trace is pressed where it stands, and asks what was typed', async ({ page, question }) => {
  for (const [field, typed] of [
    [question.from, 'bastion'],
    [question.service, '22'],
  ] as const) {
    await field.fill(typed)
    // Away with the list of suggestions; what is typed stays.
    await field.press('Escape')
    const button = await question.trace.boundingBox()
    if (!button) throw new Error('it is not drawn')
    await page.mouse.move(button.x + 4, button.y + button.height / 2)
    await page.mouse.down()
    await page.mouse.up()
    await question.done.click()
  }
  await expect(question.from).toHaveValue('bastion')
  await expect(question.service).toHaveValue('tcp 22')
})

test('a rule is removed with one press, also when another was given a number behind it', async ({
  page,
  inspector,
}) => {
  await page.getByRole('tab', { name: 'Outline' }).click()
  await page.getByRole('treeitem', { name: 'acl-public' }).click()
  const numbers = inspector.table('Inbound').getByRole('textbox', { name: 'Rule' })
  await numbers.first().fill('950')
  await inspector.row('Inbound', '110').getByRole('button', { name: 'Remove rule' }).click()
  await expect(inspector.row('Inbound', '110')).toHaveCount(0)
  await expect(numbers.first()).toHaveValue('120')
  await expect(numbers.nth(1)).toHaveValue('950')
})

test('a menu of the toolbar goes when something else is pressed', async ({ page, canvas, inspector }) => {
  const add = canvas.area.getByRole('button', { name: 'Add inside' })
  const menu = page.getByRole('menu', { name: 'Add inside' })
  await canvas.select('app-a')
  await add.click()
  await expect(menu).toBeVisible()
  await canvas.select('data-c')
  await expect(inspector.name).toHaveValue('data-c')
  await expect(menu).toHaveCount(0)

  await add.click()
  await expect(menu).toBeVisible()
  await add.click()
  await expect(menu).toHaveCount(0)
})

test('the menu of the right button, which takes its release, does not hold the canvas', async ({
  page,
  canvas,
}) => {
  await canvas.zoom.getByRole('button', { name: 'Zoom in' }).click()
  await canvas.still()
  const { x, y } = await canvas.placeIn('data-c')
  const before = await canvas.card('app-1').boundingBox()
  await page.mouse.move(x, y)
  await page.mouse.down({ button: 'right' })
  await page.keyboard.press('Shift+1')
  await expect
    .poll(async () => (await canvas.card('app-1').boundingBox())?.width)
    .toBeLessThan(before?.width ?? 0)
})

test('what is being typed stays with its design when a file is dropped', async ({ page, canvas, files }) => {
  await page.getByRole('button', { name: 'shop-prod, rename the design' }).click()
  await page.getByRole('textbox', { name: 'Design name' }).fill('Mine')
  await files.drop({ name: 'broken.json', text: await readFile('public/examples/broken.json', 'utf8') })
  await expect(page.getByRole('button', { name: 'three-faults, rename the design' })).toBeVisible()
  await files.recent(/^Mine/)
  await expect(canvas.card('app-4')).toBeVisible()
})

test('what a line offers goes with the design that it was drawn in', async ({ page, canvas, files }) => {
  await canvas.connect('data-c', { to: 'Asia Pacific (Seoul)' })
  await page.mouse.up()
  await expect(page.getByRole('menu', { name: 'Add and lead there' })).toBeVisible()
  await files.drop({ name: 'broken.json', text: await readFile('public/examples/broken.json', 'utf8') })
  await expect(page.getByRole('button', { name: 'three-faults, rename the design' })).toBeVisible()
  await expect(page.getByRole('menu')).toHaveCount(0)
})
