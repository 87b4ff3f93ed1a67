import { Canvas } from '../screens/canvas.ts'
import { Files } from '../screens/files.ts'
import { expect, startEditing, test } from '../story.ts'

test.beforeEach(async ({ page }) => {
  await startEditing(page)
})

test('Escape puts back what is being dragged; with Space a drag pans, wherever it begins', async ({
  page,
  canvas,
}) => {
  const undo = page.getByRole('button', { name: 'Undo' })
  const before = await canvas.card('app-1').boundingBox()
  await canvas.take('app-1', { x: 46, y: 4 })
  expect(await canvas.card('app-1').boundingBox()).not.toEqual(before)
  await page.keyboard.press('Escape')
  await expect.poll(() => canvas.card('app-1').boundingBox()).toEqual(before)
  await page.mouse.up()
  expect(await canvas.card('app-1').boundingBox()).toEqual(before)

  await page.keyboard.down('Space')
  await canvas.take('app-1', { x: 40, y: 20 })
  await page.mouse.up()
  await page.keyboard.up('Space')
  const after = await canvas.card('app-1').boundingBox()
  expect([
    Math.round((after?.x ?? 0) - (before?.x ?? 0)),
    Math.round((after?.y ?? 0) - (before?.y ?? 0)),
  ]).toEqual([40, 20])
  await expect(undo).toBeDisabled()
})

test('a rectangle within a subnet takes its cards, one around it takes the subnet', async ({
  canvas,
  inspector,
}) => {
  await canvas.marquee(['app-1', 'app-2'], 8)
  await expect(inspector.panel).toContainText('2 selected')
  await expect(inspector.panel).toContainText('app-2')
  await canvas.marquee(['app-a'], 6)
  await expect(inspector.name).toHaveValue('app-a')
})

test('a copy dragged with Alt stands in the other subnet, with an address of it', async ({
  page,
  canvas,
}) => {
  await page.keyboard.down('Alt')
  await canvas.drag('app-1', { to: 'data-a' })
  await page.keyboard.up('Alt')
  await expect(canvas.card('app-5')).toContainText('10.0.20.')
  await expect(canvas.card('app-1')).toContainText('10.0.10.11')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(canvas.card('app-5')).toHaveCount(0)
})

test('what is dragged lines up with what stands beside it', async ({ page, canvas }) => {
  const before = await canvas.card('app-1').boundingBox()
  await canvas.take('app-1', { x: -30, y: 3 })
  await expect(canvas.area.locator('[data-guide=line]').first()).toBeAttached()
  await page.mouse.up()
  await expect(canvas.area.locator('[data-guide]')).toHaveCount(0)
  const after = await canvas.card('app-1').boundingBox()
  expect(after?.y).toBe(before?.y)
  expect(after?.x).toBeLessThan(before?.x ?? 0)
})

test('a line from a subnet to a NAT gateway adds the route, and says so before it is let go', async ({
  page,
  canvas,
  inspector,
}) => {
  await canvas.connect('data-a', { to: 'nat-a' })
  await expect(page.getByText('Route 0.0.0.0/0 to nat-a')).toBeVisible()
  await page.mouse.up()
  await expect(canvas.container('data-a')).toHaveAccessibleName(/private$/)
  await expect(inspector.row('Routes', '0.0.0.0/0')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(canvas.container('data-a')).toHaveAccessibleName(/isolated$/)

  await canvas.connect('data-a', { to: 'data-c' })
  await expect(page.getByText('Nothing connects data-a to data-c')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.mouse.up()
  await expect(page.getByText('Nothing connects')).toHaveCount(0)
})

test('a line from a subnet into the void offers what could be added, and leads there', async ({
  page,
  canvas,
}) => {
  await canvas.connect('data-c', { to: 'Asia Pacific (Seoul)' })
  await expect(page.getByText('Let go to choose what to add')).toBeVisible()
  await page.mouse.up()
  await page.getByRole('menuitem', { name: 'NAT gateway in public-c' }).click()
  await expect(canvas.container('data-c')).toHaveAccessibleName(/private$/)
  await expect(canvas.area.getByRole('button', { name: /^NAT gateway/ })).toHaveCount(3)
  await page.keyboard.press('Control+z')
  await expect(canvas.container('data-c')).toHaveAccessibleName(/isolated$/)
  await expect(canvas.area.getByRole('button', { name: /^NAT gateway/ })).toHaveCount(2)
})

test('what is dragged across the map of the design does not move the canvas', async ({ page, canvas }) => {
  const before = await canvas.card('app-1').boundingBox()
  const map = await canvas.map.boundingBox()
  if (!map) throw new Error('there is no map')
  await canvas.hold('Instance', 'app-a')
  await page.mouse.move(map.x + 20, map.y + 30, { steps: 4 })
  await page.mouse.move(map.x + 60, map.y + 20, { steps: 4 })
  await page.keyboard.press('Escape')
  await page.mouse.up()
  expect(await canvas.card('app-1').boundingBox()).toEqual(before)
})

test('a CIDR is typed where it is shown, and what is wrong with it is said there', async ({
  page,
  canvas,
}) => {
  await canvas.container('data-a').getByText('10.0.20.0/24').dblclick()
  const field = canvas.area.getByRole('textbox', { name: 'CIDR of data-a' })
  await expect(field).toBeFocused()
  await field.fill('10.0.10.0/24')
  await expect(canvas.area.getByText('10.0.10.0/24 overlaps app-a, which has 10.0.10.0/24.')).toBeVisible()
  await page.keyboard.press('Alt+Digit1')
  await page.keyboard.press('Enter')
  await expect(field).toHaveCount(0)
  await expect(canvas.container('data-a')).toContainText('10.0.2.0/24')
  await expect(canvas.card('db primary')).toContainText('10.0.2.15')
  await page.keyboard.press('Control+z')
  await expect(canvas.container('data-a')).toContainText('10.0.20.0/24')
})

test('what is typed into a field in one go is one step back, and Delete deletes text there', async ({
  page,
  canvas,
  inspector,
}) => {
  const cidr = inspector.field('CIDR')
  await canvas.select('data-a')
  for (const block of ['10.0.30.0/24', '10.0.40.0/24']) {
    await cidr.press('Control+a')
    await cidr.press('Delete')
    await cidr.pressSequentially(block)
    await inspector.panel.getByLabel('Zone').focus()
  }
  await expect(canvas.container('data-a')).toContainText('10.0.40.0/24')
  const undo = page.getByRole('button', { name: 'Undo' })
  await undo.click()
  await expect(canvas.container('data-a')).toContainText('10.0.30.0/24')
  await undo.click()
  await expect(canvas.container('data-a')).toContainText('10.0.20.0/24')
  await expect(undo).toBeDisabled()
})

test('what is locked is neither dragged nor deleted, until it is unlocked', async ({ page, canvas }) => {
  const before = await canvas.card('app-1').boundingBox()
  await canvas.select('app-1')
  await page.keyboard.press('Shift+L')
  await canvas.take('app-1', { x: 40, y: 0 })
  await page.mouse.up()
  await page.keyboard.press('Delete')
  await expect(page.getByText('app-1 is locked. Unlock it first.').first()).toBeVisible()
  expect(await canvas.card('app-1').boundingBox()).toEqual(before)
  await page.keyboard.press('Shift+L')
  await page.keyboard.press('Delete')
  await expect(canvas.card('app-1')).toHaveCount(0)
})

test('a selection is lined up from its toolbar', async ({ page, canvas }) => {
  await canvas.select('web-1')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.down('Shift')
  await canvas.select('bastion')
  await page.keyboard.up('Shift')
  await canvas.area.getByRole('toolbar', { name: 'Selection' }).getByRole('button', { name: 'Align' }).click()
  await page.getByRole('menuitem', { name: 'Align bottom edges' }).click()
  const [web, bastion] = [
    await canvas.card('web-1').boundingBox(),
    await canvas.card('bastion').boundingBox(),
  ]
  expect(bastion?.y).toBe(web?.y)
})

test('a double click in a container searches for what to add there, and Shift places again and again', async ({
  page,
  canvas,
}) => {
  const instances = canvas.area.getByRole('button', { name: /^Instance instance/ })
  const place = await canvas.placeIn('data-c')
  await page.mouse.dblclick(place.x, place.y)
  await page.getByRole('combobox', { name: 'Search' }).fill('add instance')
  await page.keyboard.press('Enter')
  await expect(canvas.card('instance')).toContainText('10.0.21.')

  await page
    .getByRole('region', { name: 'Palette' })
    .getByRole('button', { name: 'Instance', exact: true })
    .click()
  await page.keyboard.down('Shift')
  for (const subnet of ['app-c', 'data-a']) {
    const { x, y } = await canvas.placeIn(subnet)
    await page.mouse.click(x, y)
  }
  await page.keyboard.up('Shift')
  await page.keyboard.press('Escape')
  await expect(instances).toHaveCount(3)
})

test('what is copied in one tab is pasted in another, with what it holds', async ({
  context,
  page,
  canvas,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await canvas.select('app-a')
  await page.keyboard.press('Control+c')

  const tab = await context.newPage()
  const there = new Canvas(tab)
  await tab.goto('/')
  await new Files(tab).menu('New')
  await tab.getByRole('button', { name: 'Blank canvas' }).click()
  await tab
    .getByRole('region', { name: 'Palette' })
    .getByRole('button', { name: 'VPC', exact: true })
    .press('Enter')
  await expect(there.everything).toHaveCount(2)
  await tab.keyboard.press('Control+v')
  await expect(there.container('app-a')).toContainText('10.0.10.0/24')
  await expect(there.card('app-1')).toContainText('10.0.10.11')
})

test('a copy that stands where nobody looks is brought into view', async ({ page, canvas }) => {
  await canvas.select('app-a')
  await page.keyboard.press('Control+d')
  await expect(canvas.container('app-a-2')).toBeInViewport({ ratio: 1 })
})

test('what finds no room where it is let go is brought into view', async ({ page, canvas }) => {
  await canvas.fit()
  const region = await canvas.container('Asia Pacific (Seoul)').boundingBox()
  if (!region) throw new Error('it is not drawn')
  await canvas.hold('Region')
  await page.mouse.move(region.x + region.width + 40, region.y + 200, { steps: 4 })
  await page.mouse.up()
  await expect(canvas.container('Asia Pacific (Tokyo)')).toBeInViewport({ ratio: 1 })
})

test('what is pressed while a wide form is open is still under the pointer when it is let go', async ({
  page,
  canvas,
  inspector,
}) => {
  await canvas.area.getByTitle('Security groups: app').first().click()
  await expect(inspector.name).toHaveValue('app')
  const group = canvas.area.getByTitle('Security groups: web').last()
  await canvas.still()
  const before = await group.boundingBox()
  await group.hover()
  await page.mouse.down()
  await expect(inspector.name).toHaveValue('web-2')
  await canvas.still()
  expect(await group.boundingBox()).toEqual(before)
  await page.mouse.up()
  await expect(inspector.name).toHaveValue('web')
})

test('the canvas grows back only once what was dragged is let go', async ({ page, canvas, inspector }) => {
  await canvas.area.getByTitle('Security groups: app').first().click()
  await expect(inspector.name).toHaveValue('app')
  const beside = canvas.card('web-1')
  await canvas.take('web-2', { x: 8, y: 4 })
  const small = await beside.boundingBox()
  await canvas.still()
  expect(await beside.boundingBox()).toEqual(small)
  await page.mouse.up()
  await expect.poll(async () => (await beside.boundingBox())?.width).toBeGreaterThan(small?.width ?? 0)
})
