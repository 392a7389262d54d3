import type { Locator, Page } from '@playwright/test';
import { expect } from '../launch.ts';

/** The codebook screen. */
export class Codebook {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  row(name: string): Locator {
    return this.page.getByRole('row', { name, exact: true });
  }

  /** The tree as it stands, a line a tag, indented by its level. */
  outline(): Promise<string[]> {
    return this.page
      .getByRole('treegrid', { name: 'Codebook' })
      .getByRole('row')
      .evaluateAll((rows) =>
        rows.map(
          (row) =>
            '  '.repeat(Number(row.getAttribute('aria-level')) - 1) +
            (row.getAttribute('aria-label') ?? ''),
        ),
      );
  }

  /** Writes the name of the tag that is being made or renamed. */
  async write(name: string): Promise<void> {
    const box = this.page.getByRole('textbox', { name: /^(?:Name of the new tag|New name of)/ });
    await box.fill(name);
    await box.press('Enter');
  }

  /** Adds a tag by the keyboard, beside the one that has the focus. */
  async add(name: string): Promise<void> {
    await this.page.keyboard.press('Alt+n');
    await this.write(name);
    await expect(this.row(name)).toBeFocused();
  }
}
