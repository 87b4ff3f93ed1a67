import { expect, startEditing, test } from '../story.ts'

test('a deny in a network ACL blocks the way, and the answer names its number', async ({
  page,
  canvas,
  question,
  inspector,
  answer,
}) => {
  await startEditing(page)
  await canvas.select('app-a')
  await inspector.tab('Network ACL')
  await inspector.press('Edit the rules')
  await inspector.tab(/^Outbound/)
  const rules = inspector.table('Outbound')
  const rule = rules.getByRole('textbox', { name: 'Rule' })
  const before = await rule.count()
  await rule.last().fill('90')
  await rules.getByRole('combobox', { name: 'Action' }).last().selectOption('deny')
  await rules.getByRole('textbox', { name: 'Ports' }).last().fill('443')
  await rules.getByLabel('Destination').last().fill('0.0.0.0/0')
  await expect(rule).toHaveCount(before + 1)
  await expect(rules).toContainText('HTTPS')

  // Escape puts back what a cell held; a rule that was just completed stays as it is.
  await page.keyboard.press('Escape')
  await expect(rules.getByLabel('Destination').nth(before - 1)).toHaveValue('0.0.0.0/0')

  await question.trace.click()
  await answer.says('Blocked')
  await expect(answer.blockers.first()).toContainText('acl-app outbound rule 90 denies it')
  await expect(canvas.flag('acl-app rule 90 denies')).toBeVisible()
  await answer.fix(/^Remove outbound rule 90/).click()
  await answer.says('Reachable')
})
