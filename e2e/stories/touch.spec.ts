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

async function slide(finger: CDPSession, from: Point, to: Point): Promise<void> {
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: Point[]) =>
    finger.send('Input.dispatchTouchEvent', { type, touchPoints: points })
  await send('touchStart', [from])
  for (let step = 1; step <= 10; step++)
    await send('touchMove', [
      { x: from.x + ((to.x - from.x) * step) / 10, y: from.y + ((to.y - from.y) * step) / 10 },
    ])
  await send('touchEnd', [])
}
