import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test, visit } from '../story.ts'

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme })

    test('axe finds nothing in the panels', async ({
      page,
      canvas,
      question,
      inspector,
      findings,
      files,
      answer,
    }) => {
      await visit(page)
      await passes(page, 'the first visit, with a reachable trace')

      await files.example('Three faults to find')
      await answer.says('Blocked')
      await passes(page, 'a blocked trace')

      await question.done.click()
      await canvas.select('app-a')
      await expect(inspector.name).toHaveValue('app-a')
      await passes(page, 'a subnet in the inspector')

      await canvas.select('app-1')
      await passes(page, 'an instance in the inspector')

      await canvas.area.getByTitle('Security groups: app').click()
      await expect(inspector.table('Inbound')).toBeVisible()
      await passes(page, 'the rules of a group')

      await findings.open()
      await expect(findings.panel).toBeVisible()
      await passes(page, 'the findings')
    })

    test('axe finds nothing in the dialogs', async ({ page, canvas, question, files }) => {
      await visit(page)
      await question.done.click()
      for (const item of ['Examples', 'Import from AWS', 'Keyboard shortcuts', 'About']) {
        await files.menu(item)
        await expect(page.getByRole('dialog')).toBeVisible()
        await passes(page, item)
        await page.keyboard.press('Escape')
        await expect(page.getByRole('dialog')).toHaveCount(0)
      }
      await page.keyboard.press('Control+k')
      await passes(page, 'the search')
      await page.keyboard.press('Escape')

      await canvas.select('main')
      await page.keyboard.press('Delete')
      await passes(page, 'what deleting takes along')
      await page.keyboard.press('Escape')

      await files.drop({ name: 'broken.json', text: '{"pathlight": 1}' })
      await expect(files.report).toBeVisible()
      await passes(page, 'what is wrong with a file')
    })
  })
}

async function passes(page: Page, where: string): Promise<void> {
  // What fades in is judged once it stands.
  await page.waitForFunction(() => document.getAnimations().every((each) => each.playState !== 'running'))
  const { violations } = await new AxeBuilder({ page }).analyze()
  const said = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
  )
  expect.soft(said, where).toEqual([])
}
