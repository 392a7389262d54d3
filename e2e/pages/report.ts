import { join } from 'node:path';
import type { ElectronApplication, FrameLocator, Locator, Page } from '@playwright/test';
import { answerDialogs } from '../launch.ts';

// Printing, the longest thing the app does, was seen to take 90 seconds on a busy machine; in milliseconds.
const printing = 240_000;

/** The screen that composes, previews and exports the report. */
export class ReportScreen {
  readonly app: ElectronApplication;
  readonly page: Page;

  constructor(app: ElectronApplication, page: Page) {
    this.app = app;
    this.page = page;
  }

  /** The frame that shows the report; it is there once the page in it has loaded. */
  get frame(): Locator {
    return this.page.locator('iframe[data-loaded]');
  }

  /** What the frame shows. */
  get preview(): FrameLocator {
    return this.frame.contentFrame();
  }

  /** The documents in the preview. */
  get articles(): Locator {
    return this.preview.locator('#documents > article');
  }

  get previewHeading(): Locator {
    return this.page.getByRole('heading', { name: /^Preview/ });
  }

  get previewToggle(): Locator {
    return this.page.getByRole('button', { name: 'Preview', exact: true });
  }

  /** The names of the buttons that export, from the top: "Annotated report (HTML)…". */
  formatButtons(): Promise<string[]> {
    return this.page
      .getByRole('region', { name: /^Export (one|\d+) documents?$/ })
      .getByRole('button')
      .allTextContents();
  }

  /** Exports in every format that is offered; the names of all files in the folder begin with `stem`. */
  async exportAll(folder: string, stem: string): Promise<void> {
    for (const button of await this.formatButtons()) {
      const extension = /\((\w+)\)/.exec(button)?.[1]?.toLowerCase() ?? '';
      await this.exportAs(button, join(folder, `${stem}.${extension}`));
      const messages = this.page.getByRole('region', { name: 'Messages' });
      const done = messages.getByText(new RegExp(`^Exported to ${stem}`));
      await done.waitFor({ timeout: printing });
      await messages.getByRole('button', { name: 'Dismiss' }).last().click();
      await done.waitFor({ state: 'hidden' });
    }
  }

  /** Exports to `path` by the button of that name. */
  async exportAs(button: string, path: string): Promise<void> {
    await answerDialogs(this.app, { save: path });
    await this.page.getByRole('button', { name: button }).click();
  }
}
