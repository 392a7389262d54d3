import type { Locator, Page } from '@playwright/test';

/** The list of changes and the panel of the one that is selected. */
export class HistoryList {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get changes(): Locator {
    return this.page.getByRole('grid', { name: 'Changes' }).getByRole('row');
  }

  /** The newest change whose row says so. */
  change(text: string | RegExp): Locator {
    return this.changes.filter({ hasText: text }).first();
  }

  /** The panel of the selected change. */
  get panel(): Locator {
    return this.page.getByRole('complementary', { name: /^Change \d+ inspector$/ });
  }

  /** Presses a button of the selected change. */
  async act(name: string): Promise<void> {
    await this.panel.getByRole('button', { name, exact: true }).first().click();
  }
}
