import { expect, startEditing, test } from '../story.ts'

test('a route table dropped on a subnet is the subnet’s, and is chosen for others by keyboard', async ({
  page,
  canvas,
  inspector,
}) => {
  await startEditing(page)
  await canvas.hold('Route table', 'app-a')
  await expect(page.getByText('Let go: app-a uses it from now on.')).toBeVisible()
  await page.mouse.up()
  await expect(
    page.getByText('app-a uses it from now on. Its only route is the local one, so far.'),
  ).toBeVisible()
  await expect(inspector.name).toHaveValue('rt-custom')
  const box = inspector.panel.getByRole('checkbox', { name: 'app-a', exact: true })
  await expect(box).toBeChecked()
  await box.focus()
  await page.keyboard.press('Space')
  await expect(box).not.toBeChecked()
  await expect(inspector.panel.getByText('No subnet uses rt-custom')).toBeVisible()
  await page.keyboard.press('Space')
  await expect(box).toBeChecked()
  await expect(inspector.panel.getByText('No subnet uses rt-custom')).toHaveCount(0)
})

test('a gateway is detached and attached in the inspector, and attached by a fix of its finding', async ({
  page,
  canvas,
  inspector,
}) => {
  await startEditing(page, 'A public server')
  await canvas.select('igw-main')
  const before = await canvas.card('igw-main').boundingBox()
  await inspector.set('Attached to', 'Nothing')
  await expect(canvas.badge('web')).toHaveText(/^Does not reach the internet/)
  await inspector.press('Attach igw-main to main')
  await expect(inspector.field('Attached to')).toHaveValue('vpc-1')
  await expect(canvas.badge('web')).toHaveText(/^Reaches the internet/)
  await expect.poll(() => canvas.card('igw-main').boundingBox()).toEqual(before)
  await inspector.set('Attached to', 'Nothing')
  await inspector.set('Attached to', 'main')
  await expect.poll(() => canvas.card('igw-main').boundingBox()).toEqual(before)
})

test('who can reach a machine is found by asking so, and each way is traced by a click', async ({
  page,
  answer,
  inspector,
}) => {
  await startEditing(page)
  await page.keyboard.press('ControlOrMeta+K')
  await page.getByRole('combobox', { name: 'Search' }).fill('who can reach db')
  await page.keyboard.press('Enter')
  const postgres = inspector.panel
    .getByRole('button', { name: /^tcp 5432: trace from app-\w+ to db/ })
    .first()
  await expect(postgres).toBeVisible()
  await expect(inspector.panel.getByText(/other sources? cannot/)).toBeVisible()
  await postgres.scrollIntoViewIfNeeded()
  await postgres.click()
  await expect(answer.panel).toContainText('Reachable')
})

test('a rule with a low number goes to its place once it is left, and a row to add one does not pass for a rule', async ({
  page,
  canvas,
  inspector,
}) => {
  await startEditing(page)
  await canvas.hold('Network ACL', 'app-a')
  await page.mouse.up()
  await expect(inspector.name).toHaveValue('acl-custom')
  await expect(inspector.panel.getByText('Add a rule')).toBeVisible()
  const table = inspector.table('Inbound')
  const numbers = table.getByRole('textbox', { name: 'Rule' })
  const add = async (at: number, number: string) => {
    await numbers.nth(at).fill(number)
    await table.getByRole('textbox', { name: 'Source' }).nth(at).fill('10.0.0.0/16')
  }
  await add(0, '100')
  await add(1, '90')
  await expect(numbers.nth(1)).toHaveValue('90')
  await page.keyboard.press('Enter')
  await expect(numbers.nth(0)).toHaveValue('90')
  await expect(numbers.nth(1)).toHaveValue('100')
  await expect(table.getByRole('textbox', { name: 'Source' }).nth(2)).toBeFocused()
})
