import type { Locator, Page } from '@playwright/test';

/** One of the tables: its toolbar, its grid and the line below it. */
export class TablePage {
  readonly page: Page;
  readonly grid: Locator;
  readonly search: Locator;
  readonly count: Locator;

  constructor(page: Page, name: 'Claims' | 'Sources' | 'Documents') {
    const screen = page.getByRole('main', { name });
    this.page = page;
    // A grid whose lines unfold is a tree.
    this.grid = screen.getByRole('grid', { name }).or(screen.getByRole('treegrid', { name }));
    this.search = screen.getByRole('searchbox');
    this.count = screen.getByRole('status');
  }

  /** The row that holds some words. */
  row(words: string | RegExp): Locator {
    return this.grid.getByRole('row').filter({ hasText: words });
  }

  header(name: string): Locator {
    return this.grid.getByRole('columnheader', { name, exact: false });
  }

  /** The cell that the keys act on. */
  get active(): Locator {
    return this.grid.locator('[data-active]');
  }

  /** What a column shows in the rows in view, from top to bottom; scrolls to it, as one does to read it. */
  async column(name: string): Promise<string[]> {
    const header = this.header(name).first();
    await header.scrollIntoViewIfNeeded();
    const index = await header.getAttribute('aria-colindex');
    return this.grid.locator(`[role="gridcell"][aria-colindex="${index ?? ''}"]`).allInnerTexts();
  }

  /** Chooses from the menu of a column. */
  async chooseFromMenu(column: string, entry: string): Promise<void> {
    await this.header(column).first().hover();
    await this.page.getByRole('button', { name: `Menu of the column ${column}` }).click();
    await this.page.getByRole('menuitem', { name: entry }).click();
  }

  /** What Ctrl+C puts on the clipboard. */
  async copied(): Promise<string> {
    const text = this.page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const read = (event: ClipboardEvent) => {
            resolve(event.clipboardData?.getData('text/plain') ?? '');
          };
          document.addEventListener('copy', read, { once: true });
        }),
    );
    await this.grid.press('Control+c');
    return text;
  }
}
