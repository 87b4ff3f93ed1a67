import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, startEditing, test, visit } from '../story.ts'

const inspected = 'section[aria-label="Inspector"]'
const dialog = '[role=dialog]'

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
      await passes(page, 'a subnet in the inspector', inspected)

      await canvas.select('app-1')
      await inspector.unfold('Who can reach it?')
      await expect(inspector.panel.getByText(/sources? cannot|Nothing that is drawn/)).toBeVisible()
      await passes(page, 'an instance in the inspector', inspected)

      await canvas.select('app-a')
      await inspector.tab('Network ACL')
      await inspector.press('Edit the rules')
      await passes(page, 'the rules of a network ACL', inspected)
      await inspector.tab(/^Subnets/)
      await passes(page, 'the subnets that use it', inspected)
      await canvas.select('igw-main')
      await passes(page, 'a gateway in the inspector', inspected)

      await canvas.area.getByTitle('Security groups: app').click()
      await expect(inspector.table('Inbound')).toBeVisible()
      await passes(page, 'the rules of a group', inspected)

      await findings.open()
      await expect(findings.panel).toBeVisible()
      await passes(page, 'the findings')
    })

    test('axe finds nothing in the dialogs', async ({ page, canvas, files }) => {
      await startEditing(page)
      for (const item of ['Examples', 'Import from AWS', 'Keyboard shortcuts', 'About']) {
        await files.menu(item)
        await expect(page.getByRole('dialog')).toBeVisible()
        await passes(page, item, dialog)
        await page.keyboard.press('Escape')
        await expect(page.getByRole('dialog')).toHaveCount(0)
      }
      await page.keyboard.press('Control+k')
      await passes(page, 'the search', dialog)
      await page.keyboard.press('Escape')

      await canvas.select('main')
      await page.keyboard.press('Delete')
      await passes(page, 'what deleting takes along', dialog)
      await page.keyboard.press('Escape')

      await files.drop({ name: 'broken.json', text: '{"pathlight": 1}' })
      await expect(files.report).toBeVisible()
      await passes(page, 'what is wrong with a file', dialog)
    })
  })
}

/** The whole page, or what stands on top of a page that has passed before. */
async function passes(page: Page, where: string, only?: string): Promise<void> {
  // What fades in is judged once it stands.
  await page.waitForFunction(() => document.getAnimations().every((each) => each.playState !== 'running'))
  const axe = new AxeBuilder({ page })
  if (only !== undefined) axe.include(only)
  const { violations } = await axe.analyze()
  const said = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
  )
  expect.soft(said, where).toEqual([])
}
