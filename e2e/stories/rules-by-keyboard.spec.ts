import { expect, startEditing, test } from '../story.ts'

test('rules are written from the keyboard, and a wrong CIDR never comes into force', async ({
  page,
  canvas,
  question,
  inspector,
}) => {
  await startEditing(page)
  await canvas.area.getByTitle('Security groups: app').first().click()
  await expect(inspector.name).toHaveValue('app')
  const sources = inspector.table('Inbound').getByRole('combobox', { name: 'Source' })
  await expect(sources).toHaveCount(3)
  const { keyboard } = page

  await test.step('Enter goes to the next rule, Tab to the next cell', async () => {
    await inspector.table('Inbound').getByRole('textbox', { name: 'Protocol' }).first().focus()
    await keyboard.press('Enter')
    await keyboard.press('Enter')
    await expect(inspector.table('Inbound').getByRole('textbox', { name: 'Protocol' }).nth(2)).toBeFocused()
    await keyboard.press('Tab')
    await keyboard.type('443')
    await keyboard.press('Tab')
    await keyboard.type('10.0.11.0/24')
    await keyboard.press('Tab')
    await expect(inspector.panel.getByRole('tab', { name: 'Inbound 3' })).toBeVisible()
    await expect(inspector.table('Inbound')).toContainText('Anything inside app-c may open HTTPS')
    await expect(sources).toHaveCount(4)
  })

  await test.step('a wrong prefix is named, and its last valid value stays', async () => {
    const source = sources.nth(2)
    await source.fill('10.0.10.0/33')
    await expect(source).toHaveAttribute('aria-invalid', 'true')
    await expect(
      inspector.panel.getByText('An IPv4 prefix ends at /32; /33 names no addresses.'),
    ).toBeVisible()
    await expect(inspector.panel.getByText('Did you mean')).toBeVisible()
    await question.trace.click()
    await question.done.click()
    await canvas.area.getByTitle('Security groups: app').first().click()
    await expect(sources.nth(2)).toHaveValue('10.0.11.0/24')
  })

  await test.step('Alt+1 takes the first suggestion', async () => {
    await sources.nth(2).fill('10.0.10.0/33')
    await keyboard.press('Alt+1')
    await keyboard.press('Tab')
    await expect(sources.nth(2)).not.toHaveAttribute('aria-invalid')
    await expect(sources.nth(2)).toHaveValue(/^10\.0\.10\.0\/\d+$/)
  })

  await test.step('Escape puts back what was there', async () => {
    const ports = inspector.table('Inbound').getByRole('textbox', { name: 'Ports' }).nth(2)
    await ports.focus()
    await ports.fill('99999')
    await expect(ports).toHaveAttribute('aria-invalid', 'true')
    await keyboard.press('Escape')
    await expect(ports).toHaveValue('443')
  })

  await test.step('of two wrong cells, the one with the keyboard is spoken of', async () => {
    const ports = inspector.table('Inbound').getByRole('textbox', { name: 'Ports' }).nth(2)
    const ofSource = inspector.panel.getByText('An IPv4 prefix ends at /32; /33 names no addresses.')
    await ports.fill('99999')
    await expect(ports).toHaveAttribute('aria-invalid', 'true')
    await sources.nth(2).fill('10.0.10.0/33')
    await expect(ofSource).toBeVisible()
    await ports.focus()
    await expect(ofSource).toHaveCount(0)
    await sources.nth(2).focus()
    await expect(ofSource).toBeVisible()
    await keyboard.press('Escape')
    await ports.focus()
    await keyboard.press('Escape')
    await expect(ports).toHaveValue('443')
  })

  await test.step('arrows go from rule to rule, and one is removed without the mouse', async () => {
    const ports = inspector.table('Inbound').getByRole('textbox', { name: 'Ports' })
    await keyboard.press('ArrowUp')
    await expect(ports.nth(1)).toBeFocused()
    await keyboard.press('ArrowDown')
    await expect(ports.nth(2)).toBeFocused()
    await keyboard.press('ControlOrMeta+Shift+Backspace')
    await expect(inspector.panel.getByRole('tab', { name: 'Inbound 2' })).toBeVisible()
    await expect(ports.nth(1)).toBeFocused()
  })
})
