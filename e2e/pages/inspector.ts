import type { Locator, Page } from '@playwright/test';

/** The panel on the right of a screen, whatever record it shows. */
export class InspectorPanel {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** The panel while it shows a record of that kind: "Claim". */
  panel(kind: string): Locator {
    return this.page.getByRole('complementary', { name: `${kind} inspector` });
  }

  section(name: string): Locator {
    return this.page.getByRole('region', { name, exact: true });
  }

  /** A text that is changed as a whole. */
  text(name: string): Locator {
    return this.page.getByRole('textbox', { name, exact: true });
  }

  /** Chooses from the panel's menu. */
  async act(kind: string, entry: string): Promise<void> {
    await this.page.getByRole('button', { name: `${kind} actions` }).click();
    await this.page.getByRole('menuitem', { name: entry }).click();
  }

  /** Chooses one of a few values of a field. */
  async choose(field: string, value: string): Promise<void> {
    await this.page.getByRole('button', { name: new RegExp(`(?:^| )${field}$`) }).click();
    await this.page.getByRole('option', { name: value }).first().click();
  }

  /** Types into a type-ahead and takes what it offers first. */
  async pick(field: string, typed: string): Promise<void> {
    const box = this.page.getByRole('combobox', { name: field, exact: true });
    // The focus would scroll to it as well, and a panel that scrolls closes its lists: with the frame that draws it.
    await box.scrollIntoViewIfNeeded();
    await this.page.evaluate(() => new Promise(requestAnimationFrame));
    await box.fill(typed);
    await this.page.getByRole('option').first().click();
  }

  /** The sources of the chain of attribution, from the publisher to the origin. */
  get chain(): Locator {
    return this.page.getByRole('list', { name: 'Chain of attribution' }).getByRole('combobox');
  }

  /** Adds a source to the chain: one that is there, or a new one of that name. */
  async addSource(name: string): Promise<void> {
    await this.section('Who says so').getByRole('button', { name: 'Add a source' }).click();
    await this.pick('Who', name);
  }

  /** A grade of one of the scales: "4, Doubtful" or "Refuted". */
  grade(name: string | RegExp): Locator {
    return this.page.getByRole('radio', { name });
  }
}
