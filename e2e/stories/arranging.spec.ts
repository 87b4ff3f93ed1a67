import { expect, startEditing, test } from '../story.ts'

test('a copy of a subnet takes the next free addresses', async ({ page, canvas }) => {
  await startEditing(page)
  const subnets = canvas.area.getByRole('group', { name: /^Subnet / })
  await expect(subnets).toHaveCount(6)
  await canvas.select('app-a')
  await page.keyboard.press('Control+d')
  await expect(subnets).toHaveCount(7)
  const cidrs = await subnets.getByText(/^10\.0\.\d+\.0\/24$/).allTextContents()
  expect(new Set(cidrs).size).toBe(7)
})

test('a container grows with what is put into it, and tidying up keeps all of it inside', async ({
  page,
  canvas,
  files,
}) => {
  await startEditing(page, 'A public server')
  for (const name of ['b', 'c', 'd', 'e']) await canvas.place('Instance', { inside: 'public-a', named: name })
  await files.menu('Arrange')
  await canvas.fit()
  const subnet = await canvas.container('public-a').boundingBox()
  for (const name of ['web', 'b', 'c', 'd', 'e']) {
    const card = await canvas.card(name).boundingBox()
    if (!card || !subnet) throw new Error('not drawn')
    expect(card.x).toBeGreaterThan(subnet.x)
    expect(card.y).toBeGreaterThan(subnet.y)
    expect(card.x + card.width).toBeLessThan(subnet.x + subnet.width)
    expect(card.y + card.height).toBeLessThan(subnet.y + subnet.height)
  }
})

test('the outline mirrors the nesting and leads to what it names', async ({ page, canvas, inspector }) => {
  await startEditing(page)
  await page.getByRole('tab', { name: 'Outline' }).click()
  const tree = page.getByRole('tree', { name: 'Outline' })
  await expect(tree.getByRole('treeitem', { name: 'app-1', exact: true })).toHaveAttribute('aria-level', '5')
  await tree.getByRole('treeitem', { name: 'app-1', exact: true }).click()
  await expect(inspector.name).toHaveValue('app-1')
  await expect(canvas.card('app-1')).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await expect(tree.getByRole('treeitem', { name: 'app-1', exact: true })).toHaveCount(0)
})

test('what is clicked on the canvas is shown, whatever stood at the right before', async ({
  page,
  canvas,
  findings,
  inspector,
}) => {
  await startEditing(page)
  await findings.open()
  await expect(findings.list).not.toHaveCount(0)
  await canvas.select('bastion')
  await expect(inspector.name).toHaveValue('bastion')
  await expect(findings.panel).toHaveCount(0)
})
