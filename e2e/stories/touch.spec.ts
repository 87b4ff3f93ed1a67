import type { CDPSession } from '@playwright/test'
import { expect, startEditing, test } from '../story.ts'

test.use({ hasTouch: true })

interface Point {
  readonly x: number
  readonly y: number
}

test('with a finger a thing is placed by two taps, dragged into another subnet, and the canvas is moved', async ({
  page,
  canvas,
}) => {
  await startEditing(page)
  const finger = await page.context().newCDPSession(page)
  const row = page
    .getByRole('region', { name: 'Palette' })
    .getByRole('button', { name: 'Instance', exact: true })

  await test.step('two taps', async () => {
    await row.tap()
    const { x, y } = await canvas.placeIn('data-a')
    await page.touchscreen.tap(x, y)
    await expect(canvas.card('instance')).toContainText('10.0.20.')
  })

  await test.step('a drag into another subnet', async () => {
    await slide(finger, await middleOf('app-2'), await canvas.placeIn('data-c'))
    await expect(canvas.card('app-2')).toContainText('10.0.21.')
  })

  await test.step('a finger on the canvas moves it', async () => {
    const before = await middleOf('app-1')
    await slide(finger, { x: 600, y: 860 }, { x: 640, y: 880 })
    await expect.poll(async () => Math.round((await middleOf('app-1')).x - before.x)).toBe(40)
  })

  async function middleOf(name: string): Promise<Point> {
    const box = await canvas.card(name).boundingBox()
    if (!box) throw new Error('it is not drawn')
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  }
})

test('what a finger holds goes back when the system takes the touch over', async ({ page, canvas }) => {
  await startEditing(page)
  const finger = await page.context().newCDPSession(page)
  await canvas.select('app-1')
  await canvas.still()
  const before = await canvas.card('app-1').boundingBox()
  if (!before) throw new Error('it is not drawn')
  const from = { x: before.x + before.width / 2, y: before.y + before.height / 2 }
  await slide(finger, from, { x: from.x - 30, y: from.y + 6 }, 'touchCancel')
  await expect.poll(() => canvas.card('app-1').boundingBox()).toEqual(before)
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled()
})

test('a second finger neither moves nor lets go of what the first one holds', async ({ page, canvas }) => {
  await startEditing(page)
  const why = page.getByText('main already has an internet gateway.')
  await canvas.hold('Internet gateway', 'data-a')
  await expect(why).toBeVisible()
  const held = await why.boundingBox()
  await page.evaluate(() => {
    const at = { pointerId: 77, pointerType: 'touch', clientX: 300, clientY: 400, bubbles: true }
    for (const type of ['pointermove', 'pointerup']) document.body.dispatchEvent(new PointerEvent(type, at))
  })
  await expect(why).toBeVisible()
  expect(await why.boundingBox()).toEqual(held)
  await page.keyboard.press('Escape')
  await page.mouse.up()
})

async function slide(
  finger: CDPSession,
  from: Point,
  to: Point,
  end: 'touchEnd' | 'touchCancel' = 'touchEnd',
): Promise<void> {
  const send = (type: 'touchStart' | 'touchMove' | typeof end, points: Point[]) =>
    finger.send('Input.dispatchTouchEvent', { type, touchPoints: points })
  await send('touchStart', [from])
  for (let step = 1; step <= 10; step++)
    await send('touchMove', [
      { x: from.x + ((to.x - from.x) * step) / 10, y: from.y + ((to.y - from.y) * step) / 10 },
    ])
  await send(end, [])
}
