import { expect, test, visit } from '../story.ts'

test('three faults are found and mended one by one, and undo brings each back', async ({
  page,
  canvas,
  files,
  answer,
}) => {
  await visit(page)
  await files.example('Three faults to find')
  await answer.says('Blocked')
  await expect(answer.blockers).toHaveCount(3)

  await test.step('each says what stops the packet, and where', async () => {
    await expect(answer.blockers.nth(0)).toContainText('rt-app has no route')
    await expect(answer.blockers.nth(1)).toContainText('acl-public inbound rule 90 denies it')
    await expect(answer.blockers.nth(1).getByRole('row').first()).toContainText('90denytcp 443')
    await expect(answer.blockers.nth(2)).toContainText('acl-app denies it inbound')
    await expect(canvas.flag('rt-app has no route')).toBeVisible()
    await expect(canvas.flag('acl-public rule 90 denies')).toBeVisible()
    await expect(answer.panel).toContainText('Also opens:')
  })

  await test.step('one by one they are mended', async () => {
    for (const [left, verdict] of [
      [2, 'Blocked'],
      [1, 'One-way'],
      [0, 'Reachable'],
    ] as const) {
      await answer.fixesOf(1).first().click()
      await expect(answer.blockers).toHaveCount(left)
      await answer.says(verdict)
    }
  })

  await test.step('and come back one by one', async () => {
    const undo = page.getByRole('button', { name: 'Undo' })
    for (const [back, verdict] of [
      [1, 'One-way'],
      [2, 'Blocked'],
      [3, 'Blocked'],
    ] as const) {
      await undo.click()
      await expect(answer.blockers).toHaveCount(back)
      await answer.says(verdict)
    }
  })

  await test.step('all at once, with the verdict known beforehand', async () => {
    await expect(answer.panel.getByText('Reachable', { exact: true })).toBeVisible()
    await answer.applyAll.click()
    await answer.says('Reachable')
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(answer.blockers).toHaveCount(3)
  })
})
