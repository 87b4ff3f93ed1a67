import { expect, startEditing, test } from '../story.ts'

test('an internet gateway dragged over a subnet says why not, and joins the VPC when it is let go', async ({
  page,
  canvas,
}) => {
  await startEditing(page, 'A public server')
  await canvas.select('igw-main')
  await page.keyboard.press('Delete')
  await expect(canvas.card('igw-main')).toHaveCount(0)
  await expect(canvas.badge('web')).toHaveText(/^Does not reach the internet/)

  await canvas.hold('Internet gateway', 'public-a')
  await expect(page.getByText('Not into public-a')).toBeVisible()
  await expect(page.getByText('An internet gateway attaches to a VPC, on its border.')).toBeVisible()
  await expect(page.getByText('Let go: attaches to main, on its border')).toBeVisible()
  await expect(canvas.area.getByText('attach to main')).toBeVisible()

  await page.mouse.up()
  const gateway = canvas.card('igw-main')
  await expect(gateway).toBeVisible()
  await expect(page.getByText('Not into public-a')).toHaveCount(0)
  const [card, vpc] = [await gateway.boundingBox(), await canvas.container('main').boundingBox()]
  expect(card && vpc && Math.abs(card.y + card.height / 2 - vpc.y)).toBeLessThan(3)
})

test('where a bastion would be of no use, the drag says so before it is let go', async ({ page, canvas }) => {
  await startEditing(page)
  const before = await canvas.everything.count()
  await canvas.hold('Bastion host', 'app-a')
  await expect(page.getByText('Not into app-a')).toBeVisible()
  await expect(page.getByText(/^A bastion host must be reachable from outside/)).toBeVisible()
  await expect(page.getByText('Let go: nothing is added')).toBeVisible()
  await page.mouse.up()
  await expect(canvas.everything).toHaveCount(before)
})

test('Escape lets go of what is being placed', async ({ page, canvas }) => {
  await startEditing(page)
  const before = await canvas.everything.count()
  await canvas.hold('Instance', 'app-a')
  await page.keyboard.press('Escape')
  await page.mouse.up()
  await expect(canvas.everything).toHaveCount(before)
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled()
})

test('a gateway let go just above the border joins the VPC, and stays there when it is moved along', async ({
  page,
  canvas,
}) => {
  await startEditing(page, 'A public server')
  const vpc = (await canvas.container('main').boundingBox())!
  const gateway = canvas.card('igw-main')
  const badge = canvas.badge('web')
  const onBorder = async () => {
    const card = (await gateway.boundingBox())!
    expect(Math.abs(card.y + card.height / 2 - vpc.y)).toBeLessThan(3)
  }

  // Held by its upper half, which is outside the VPC.
  const card = (await gateway.boundingBox())!
  await page.mouse.move(card.x + card.width * 0.7, card.y + 5)
  await page.mouse.down()
  await page.mouse.move(card.x + card.width * 0.7 + 60, card.y + 5, { steps: 8 })
  await page.mouse.up()
  await onBorder()
  expect((await gateway.boundingBox())!.x).toBeGreaterThan(card.x + 20)
  await expect(badge).toHaveText(/^Reaches the internet/)

  await canvas.select('igw-main')
  await page.keyboard.press('Delete')
  await expect(gateway).toHaveCount(0)
  const row = (await page.getByRole('button', { name: 'Internet gateway', exact: true }).boundingBox())!
  await page.mouse.move(row.x + 20, row.y + 10)
  await page.mouse.down()
  await page.mouse.move(vpc.x + vpc.width / 2, vpc.y - 6, { steps: 8 })
  await page.mouse.up()
  await onBorder()
})
