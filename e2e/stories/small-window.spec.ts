import type { Locator } from '@playwright/test'
import { expect, test, visit } from '../story.ts'

test.use({ colorScheme: 'dark', viewport: { width: 1000, height: 700 } })

test('in a small dark window nothing overlaps and every panel can be reached', async ({
  page,
  canvas,
  question,
  answer,
  inspector,
  findings,
  files,
}) => {
  const bars = [
    page.getByRole('region', { name: 'Design', exact: true }),
    question.bar,
    page.getByRole('region', { name: 'Findings, theme and export' }),
    page.getByRole('region', { name: 'Palette' }),
  ]
  await visit(page)
  await expect(page.locator('html')).toHaveCSS('color-scheme', /dark/)

  await test.step('with a trace open', async () => {
    await fits([...bars, answer.panel, answer.player, canvas.zoom])
    await page.getByRole('button', { name: 'Fit the design' }).click({ trial: true })
    for (const hop of [answer.hops('Request').first(), answer.hops('Reply').last()]) {
      await hop.scrollIntoViewIfNeeded()
      await expect(hop).toBeInViewport()
    }
  })

  await test.step('with the inspector open', async () => {
    await question.done.click()
    await canvas.fit()
    await canvas.select('app-a')
    await fits([...bars, inspector.panel, canvas.map, canvas.zoom])
    await inspector.field('CIDR').click()
    await expect(inspector.field('CIDR')).toBeFocused()
  })

  await test.step('with a block typed in place, and a menu open, low on the canvas', async () => {
    await canvas.container('data-a').getByText('10.0.20.0/24').dblclick()
    await canvas.area.getByRole('textbox', { name: 'CIDR of data-a' }).fill('10.0.10.0/24')
    await fits([canvas.area.getByRole('group', { name: 'CIDR of data-a' }), canvas.zoom, canvas.map])
    await page.keyboard.press('Escape')
    await canvas.select('data-a')
    await page.keyboard.down('Shift')
    await canvas.select('data-c')
    await page.keyboard.up('Shift')
    await canvas.area.getByRole('button', { name: 'Align' }).click()
    await fits([canvas.area.getByRole('menu', { name: 'Align' }), canvas.zoom, canvas.map])
    await page.keyboard.press('Escape')
    await canvas.select('app-a')
  })

  await test.step('with the findings open', async () => {
    await findings.open()
    await fits([...bars, findings.panel])
  })

  await test.step('with the rules open', async () => {
    await page.keyboard.press('Escape')
    await expect(findings.panel).toHaveCount(0)
    await expect(inspector.panel).toBeVisible()
    await page.getByRole('button', { name: 'Search', exact: true }).click()
    await page.keyboard.type('app')
    await page.keyboard.press('Enter')
    await expect(inspector.table('Inbound')).toBeVisible()
    await fits([...bars, inspector.panel, canvas.map, canvas.zoom])
  })

  await test.step('with nothing drawn', async () => {
    await files.menu('New')
    await fits([...bars, page.getByRole('region', { name: 'Start' }), canvas.zoom])
  })
})

test('where a panel has no room beside the design, it lies beneath it, and the question is told in full', async ({
  page,
  canvas,
  question,
  answer,
  inspector,
}) => {
  await page.setViewportSize({ width: 720, height: 900 })
  await visit(page)
  await fits([question.bar, answer.panel, answer.player, canvas.zoom])
  for (const end of [question.from, question.to, question.service])
    await expect.poll(() => end.evaluate((field) => field.scrollWidth - field.clientWidth)).toBe(0)
  await question.done.click()
  await canvas.fit()

  const zoom = await canvas.zoom.innerText()
  const before = await canvas.container('main').boundingBox()
  await canvas.select('data-a')
  await canvas.still()
  await fits([question.bar, canvas.container('data-a'), inspector.panel, canvas.zoom])
  await expect(canvas.zoom).toHaveText(zoom)
  // Up through zone, VPC and Region, and out.
  for (const around of ['ap-northeast-2a', 'main', 'Asia Pacific (Seoul)']) {
    await page.keyboard.press('Escape')
    await expect(inspector.name).toHaveValue(around)
  }
  await page.keyboard.press('Escape')
  await expect(inspector.panel).toHaveCount(0)
  await expect.poll(() => canvas.container('main').boundingBox()).toEqual(before)
})

/** Each lies in the window, and none over another. */
async function fits(parts: readonly Locator[]): Promise<void> {
  const boxes = await Promise.all(
    parts.map(async (part) => {
      await expect(part).toBeInViewport({ ratio: 0.99 })
      const box = await part.boundingBox()
      if (!box) throw new Error('it is not drawn')
      return { name: (await part.getAttribute('aria-label')) ?? '', ...box }
    }),
  )
  const overlaps = boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter(
        (b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height,
      )
      .map((b) => `${a.name} and ${b.name}`),
  )
  expect(overlaps).toEqual([])
}
