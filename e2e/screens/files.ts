// Opening and taking away: the menu, the export menu, and files dropped on the page.
import { readFile } from 'node:fs/promises'
import { expect, type Locator, type Page } from '@playwright/test'

type Format = 'PNG' | 'PNG, twice the size' | 'SVG' | 'JSON'

export type Given =
  | { readonly name: string; readonly text: string }
  | { readonly name: string; readonly bytes: Buffer }

export class Files {
  /** What was said about the file that was opened. */
  readonly report: Locator
  private readonly page: Page

  constructor(page: Page) {
    this.page = page
    this.report = page.getByRole('dialog', { name: /^(Opened|Could not open) / })
  }

  /** Takes the design away; the bytes of the file that the browser saved. */
  async export(format: Format): Promise<Buffer> {
    await this.page.getByRole('button', { name: 'Export', exact: true }).click()
    const download = this.page.waitForEvent('download')
    await this.page.getByRole('menuitem', { name: new RegExp(`^${format} ?(A|For|Lines|The)`) }).click()
    return readFile(await (await download).path())
  }

  async copyView(): Promise<void> {
    await this.page.getByRole('button', { name: 'Export', exact: true }).click()
    await this.page.getByRole('menuitem', { name: /^Copy view/ }).click()
  }

  async menu(item: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Menu', exact: true }).click()
    await this.page.getByRole('menuitem', { name: item }).click()
  }

  async example(title: string): Promise<void> {
    await this.menu('Examples')
    await this.page
      .getByRole('dialog', { name: 'Examples' })
      .getByRole('button', { name: new RegExp(`^${title}`) })
      .click()
    await expect(this.page.getByRole('dialog')).toHaveCount(0)
  }

  /** One of those that others were opened in place of. */
  async recent(name: RegExp): Promise<void> {
    await this.menu('Recent designs')
    await this.page.getByRole('dialog', { name: 'Recent designs' }).getByRole('button', { name }).click()
    await expect(this.page.getByRole('dialog')).toHaveCount(0)
  }

  /** Through the menu and the browser's own dialog. */
  async open(...given: readonly Given[]): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser')
    await this.menu('Open')
    await (await chooser).setFiles(given.map(asFile))
  }

  /** The folder of an account, through Import from AWS. */
  async openFolder(path: string): Promise<void> {
    await this.menu('Import from AWS')
    const chooser = this.page.waitForEvent('filechooser')
    await this.page.getByRole('dialog').getByRole('button', { name: 'Open a folder' }).click()
    await (await chooser).setFiles(path)
  }

  /** Dragged from the desktop and let go over the page. */
  async drop(...given: readonly { readonly name: string; readonly text: string }[]): Promise<void> {
    const transfer = await this.page.evaluateHandle((files) => {
      const data = new DataTransfer()
      for (const { name, text } of files) data.items.add(new File([text], name, { type: 'application/json' }))
      return data
    }, given)
    for (const event of ['dragover', 'drop'])
      await this.page.locator('body').dispatchEvent(event, { dataTransfer: transfer })
  }
}

const asFile = (given: Given) => ({
  name: given.name,
  mimeType: 'text' in given ? 'application/json' : 'image/png',
  buffer: 'text' in given ? Buffer.from(given.text) : given.bytes,
})
