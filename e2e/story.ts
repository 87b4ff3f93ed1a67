// A story's cast: the screens, an open page, and the rule that no story leaves an error behind.
import { test as base, expect, type BrowserContext, type Page } from '@playwright/test'
import { Canvas } from './screens/canvas.ts'
import { Files } from './screens/files.ts'
import { Findings } from './screens/findings.ts'
import { Inspector } from './screens/inspector.ts'
import { Question } from './screens/question.ts'
import { Trace } from './screens/trace.ts'

interface Screens {
  canvas: Canvas
  question: Question
  /** The trace panel; `trace` is a word that Playwright keeps for itself. */
  answer: Trace
  inspector: Inspector
  findings: Findings
  files: Files
  /** Asks the question by typing it. */
  ask: (from: string, to: string, service: string) => Promise<void>
}

export const test = base.extend<Screens & { noErrors: undefined }>({
  canvas: ({ page }, give) => give(new Canvas(page)),
  question: ({ page }, give) => give(new Question(page)),
  answer: ({ page }, give) => give(new Trace(page)),
  inspector: ({ page }, give) => give(new Inspector(page)),
  findings: ({ page }, give) => give(new Findings(page)),
  files: ({ page }, give) => give(new Files(page)),
  ask: ({ question }, give) => give((from, to, service) => question.ask(from, to, service)),
  noErrors: [
    async ({ context }, give) => {
      const errors = errorsIn(context)
      await give(undefined)
      expect(errors, 'errors in the console').toEqual([])
    },
    { auto: true },
  ],
})

/** A first visit: nothing is kept yet, an example is drawn and answered. */
export async function visit(page: Page): Promise<void> {
  await page.goto('/')
  await expect(page.getByRole('region', { name: 'Trace' })).toContainText('Reachable')
}

/** An example with its trace put away, to be edited: that of the first visit where none is named. */
export async function startEditing(page: Page, example?: string): Promise<void> {
  await visit(page)
  if (example !== undefined) await new Files(page).example(example)
  await new Question(page).done.click()
}

/** Away with the example, and with what an empty canvas offers. */
export async function startBlank(page: Page): Promise<void> {
  await visit(page)
  await new Files(page).menu('New')
  await page.getByRole('button', { name: 'Blank canvas' }).click()
}

/** The change has reached the browser's storage. */
export async function saved(page: Page): Promise<void> {
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
}

function errorsIn(context: BrowserContext): string[] {
  const errors: string[] = []
  context.on('weberror', (error) => errors.push(error.error().stack ?? error.error().message))
  context.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  return errors
}

export { expect }
