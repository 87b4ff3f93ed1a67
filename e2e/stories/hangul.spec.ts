import { expect, startEditing, test } from '../story.ts'

test('what is composed in Hangul is finished before Enter or Escape mean the field', async ({
  page,
  context,
  canvas,
  inspector,
}) => {
  await startEditing(page)
  await canvas.select('app-1')
  const input = await context.newCDPSession(page)
  const compose = (text: string) =>
    input.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })

  await test.step('in the inspector', async () => {
    await inspector.name.fill('주문 ')
    await compose('서버')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await expect(inspector.name).toBeFocused()
    await page.keyboard.insertText('서버')
    await page.keyboard.press('Enter')
    await expect(canvas.card('주문 서버')).toBeVisible()
  })

  await test.step('in place', async () => {
    await canvas.card('주문 서버').press('F2')
    const field = canvas.area.getByRole('textbox', { name: 'Name of 주문 서버' })
    await field.fill('결제 ')
    await compose('서버')
    await page.keyboard.press('Enter')
    await expect(field).toBeFocused()
    await page.keyboard.insertText('서버')
    await page.keyboard.press('Enter')
    await expect(canvas.card('결제 서버')).toBeVisible()
  })
})

test('letters of shortcuts are found on a keyboard that writes Hangul', async ({
  page,
  canvas,
  question,
}) => {
  await startEditing(page)
  await canvas.card('app-1').dispatchEvent('keydown', { key: 'ㅅ', code: 'KeyT', bubbles: true })
  await expect(question.done).toBeVisible()
})
