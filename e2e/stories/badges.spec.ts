import { expect, startEditing, test } from '../story.ts'

test('the internet badge of an instance follows its routes', async ({ page, canvas, inspector }) => {
  await startEditing(page)
  const badge = canvas.badge('app-1')
  await expect(badge).toHaveText('Reaches the internet. The internet does not reach it.')
  await expect(canvas.badge('bastion')).toHaveText(/The internet reaches it/)
  await expect(canvas.badge('db primary')).toHaveText(/^Does not reach the internet/)

  await canvas.select('app-a')
  await inspector.press('Remove route')
  await expect(badge).toHaveText('Does not reach the internet. The internet does not reach it.')
  await expect(canvas.container('app-a')).toHaveAccessibleName('Subnet app-a, isolated')
  await expect(canvas.badge('app-3')).toHaveText(/^Reaches the internet/)

  await inspector.addRoute('0.0.0.0/0', 'nat-a')
  await expect(badge).toHaveText(/^Reaches the internet/)
})
