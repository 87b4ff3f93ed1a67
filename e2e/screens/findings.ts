// The design review: its count at the top, its list at the right.
import type { Locator, Page } from '@playwright/test'

export class Findings {
  readonly button: Locator
  readonly panel: Locator

  constructor(page: Page) {
    this.button = page.getByRole('button', { name: /Findings$/ })
    this.panel = page.getByRole('region', { name: 'Findings', exact: true })
  }

  get list(): Locator {
    return this.panel.getByRole('listitem')
  }

  async open(): Promise<void> {
    await this.button.click()
  }
}
