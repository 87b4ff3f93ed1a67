import { expect, startEditing, test, visit } from '../story.ts'

test('placing, moving, deleting and mending can all be undone and done again', async ({
  page,
  canvas,
  files,
  question,
  answer,
}) => {
  const undo = page.getByRole('button', { name: 'Undo' })
  const redo = page.getByRole('button', { name: 'Redo' })
  await visit(page)
  await files.example('Three faults to find')
  await answer.says('Blocked')

  await test.step('a fix', async () => {
    await answer.fix(/^Add route/).click()
    await expect(answer.blockers).toHaveCount(2)
    await page.keyboard.press('Control+z')
    await expect(answer.blockers).toHaveCount(3)
    await page.keyboard.press('Control+Shift+Z')
    await expect(answer.blockers).toHaveCount(2)
    await question.done.click()
  })

  await test.step('a new instance', async () => {
    await canvas.place('Instance', { inside: 'app-a' })
    await expect(canvas.card('instance')).toBeVisible()
    await undo.click()
    await expect(canvas.card('instance')).toHaveCount(0)
    await redo.click()
    await expect(canvas.card('instance')).toBeVisible()
  })

  await test.step('a move into another subnet', async () => {
    await canvas.drag('instance', { to: 'public-a' })
    await expect(canvas.card('instance')).toContainText('10.0.0.')
    await undo.click()
    await expect(canvas.card('instance')).toContainText('10.0.10.')
    await redo.click()
    await expect(canvas.card('instance')).toContainText('10.0.0.')
  })

  await test.step('a whole VPC, which says how much goes with it', async () => {
    const before = await canvas.everything.count()
    await canvas.select('main')
    await page.keyboard.press('Delete')
    const dialog = page.getByRole('dialog', { name: 'Delete main?' })
    await expect(dialog).toContainText(/Deleting main also deletes \d\d resources/)
    await expect(dialog.getByRole('listitem')).not.toHaveCount(0)
    await dialog.getByRole('button', { name: 'Keep' }).click()
    await expect(canvas.everything).toHaveCount(before)

    await page.keyboard.press('Delete')
    await dialog.getByRole('button', { name: 'Delete' }).click()
    await expect(canvas.container('main')).toHaveCount(0)
    await expect(canvas.card('app-1')).toHaveCount(0)
    await undo.click()
    await expect(canvas.everything).toHaveCount(before)
    await redo.click()
    await expect(canvas.container('main')).toHaveCount(0)
    await undo.click()
    await expect(canvas.card('app-1')).toBeVisible()
  })
})

test('undone while something is held, a step stays undone, and what was held is let go', async ({
  page,
  canvas,
}) => {
  const redo = page.getByRole('button', { name: 'Redo' })
  await startEditing(page)

  await test.step('a line', async () => {
    await canvas.select('app-4')
    await page.keyboard.press('Delete')
    await canvas.connect('data-a', { to: 'nat-a' })
    await expect(page.getByText('Route 0.0.0.0/0 to nat-a')).toBeVisible()
    await page.keyboard.press('Control+z')
    await expect(canvas.card('app-4')).toBeVisible()
    await page.mouse.up()
    await expect(canvas.container('data-a')).toHaveAccessibleName(/isolated$/)
    await expect(canvas.card('app-4')).toBeVisible()
    await expect(redo).toBeEnabled()
  })

  await test.step('what is no longer there', async () => {
    await canvas.select('app-1')
    await page.keyboard.press('Control+d')
    await expect(canvas.card('app-5')).toBeVisible()
    await canvas.take('app-5', { x: 20, y: 200 })
    await page.keyboard.press('Control+z')
    await expect(canvas.card('app-5')).toHaveCount(0)
    await page.mouse.up()
    await expect(redo).toBeEnabled()
    // Nothing is in the hand any more: what is selected has its toolbar.
    await canvas.select('app-2')
    await expect(canvas.area.getByRole('toolbar', { name: 'Selection' })).toBeVisible()
  })
})
