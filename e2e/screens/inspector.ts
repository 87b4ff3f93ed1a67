// What is selected, at the right: its fields, and its tables of routes and rules.
import { expect, type Locator, type Page } from '@playwright/test'

export class Inspector {
  readonly panel: Locator

  constructor(page: Page) {
    this.panel = page.getByRole('region', { name: 'Inspector' })
  }

  get name(): Locator {
    return this.panel.getByLabel('Name', { exact: true })
  }

  field(label: string): Locator {
    return this.panel.getByLabel(label, { exact: true })
  }

  /** Types into a field, or chooses in a list. */
  async set(label: string, value: string): Promise<void> {
    const field = this.field(label)
    if ((await field.evaluate((element) => element.tagName)) === 'SELECT') await field.selectOption(value)
    else await field.fill(value)
  }

  async tab(name: RegExp | string): Promise<void> {
    await this.panel.getByRole('tab', { name }).click()
  }

  /** Opens what is folded away, such as "More settings". */
  async unfold(summary: string): Promise<void> {
    await this.panel.getByText(summary, { exact: true }).first().click()
  }

  /** Follows a link or presses a button by its words. */
  async press(name: RegExp | string): Promise<void> {
    await this.panel.getByRole('button', { name }).first().click()
  }

  table(name: string): Locator {
    return this.panel.getByRole('table', { name })
  }

  rows(table: string): Locator {
    return this.table(table).locator('tbody tr:has(td[data-column])')
  }

  async addRoute(destination: string, target: string): Promise<void> {
    const routes = this.table('Routes')
    const before = await routes.getByRole('combobox', { name: 'Destination' }).count()
    await this.press('Add route')
    const to = routes.getByRole('combobox', { name: 'Destination' }).nth(before)
    await expect(to).toBeFocused()
    await to.fill(destination)
    await to.press('Tab')
    const through = routes.getByRole('combobox', { name: 'Target' }).nth(before)
    await expect(through).toBeFocused()
    await through.fill(target)
    await through.press('Tab')
  }

  /** Routes and rules that are typed, not those every table has by itself. */
  row(table: string, cell: string): Locator {
    return this.table(table)
      .locator('tbody')
      .filter({ has: this.panel.page().locator(`input[value="${cell}"]`) })
  }
}
