// The answer at the right: the verdict, what stops the packet and how to mend it, the hops.
import { expect, type Locator, type Page } from '@playwright/test'

export type Verdict = 'Reachable' | 'Partial' | 'One-way' | 'Blocked' | 'Unknown'

export class Trace {
  readonly panel: Locator
  readonly player: Locator

  constructor(page: Page) {
    this.panel = page.getByRole('region', { name: 'Trace' })
    this.player = page.getByRole('region', { name: 'Player' })
  }

  /** The verdict comes first in the panel; the one that fixes would give stands at its foot. */
  get verdict(): Locator {
    return this.panel
      .getByText(/^(Reachable|Partial(, .*the rest unknown)?|One-way|Blocked|Unknown)$/)
      .first()
  }

  async says(verdict: Verdict): Promise<void> {
    await expect(this.verdict).toHaveText(verdict)
  }

  hops(direction: 'Request' | 'Reply'): Locator {
    return this.panel.getByRole('list', { name: direction }).getByRole('listitem')
  }

  get blockers(): Locator {
    return this.panel.getByLabel(/^Blocker \d+$/)
  }

  fix(title: RegExp | string): Locator {
    return this.panel.getByRole('button', { name: title })
  }

  /** The ways offered to lift a blocker, the first one being what Apply all takes. */
  fixesOf(blocker: number): Locator {
    return this.panel.getByLabel(`Blocker ${blocker}`, { exact: true }).getByRole('button', {
      name: /^(Add|Remove|Create|Associate|Attach|Replace|Turn|Change|Point|Let|Use) /,
    })
  }

  get applyAll(): Locator {
    return this.panel.getByRole('button', { name: /^Apply (both|all)/ })
  }
}
