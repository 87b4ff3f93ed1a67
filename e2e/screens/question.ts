// The bar at the top: "Can app-1 reach internet on tcp 443".
import type { Locator, Page } from '@playwright/test'

export class Question {
  readonly bar: Locator

  constructor(page: Page) {
    this.bar = page.getByRole('region', { name: 'Question' })
  }

  get from(): Locator {
    return this.bar.getByRole('combobox', { name: 'From' })
  }

  get to(): Locator {
    return this.bar.getByRole('combobox', { name: 'To' })
  }

  get service(): Locator {
    return this.bar.getByRole('combobox', { name: 'Service' })
  }

  get trace(): Locator {
    return this.bar.getByRole('button', { name: 'Trace' })
  }

  get done(): Locator {
    return this.bar.getByRole('button', { name: 'Done' })
  }

  /** Types both ends and the service, and asks. */
  async ask(from: string, to: string, service: string): Promise<void> {
    await type(this.from, from)
    await type(this.to, to)
    await type(this.service, service)
    if (await this.trace.isVisible()) await this.trace.click()
  }
}

async function type(field: Locator, text: string): Promise<void> {
  await field.fill(text)
  await field.press('Enter')
}
