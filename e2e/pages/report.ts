import type { ElectronApplication, FrameLocator, Locator, Page } from '@playwright/test';
import { answerDialogs } from '../launch.ts';

/** How long an export may take: printing, the longest thing the app does, was seen to take 90 seconds on a busy machine. */
export const untilExported = { timeout: 240_000 };

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

  /** Exports to `path` by the button of that name. */
  async exportAs(button: string, path: string): Promise<void> {
    await answerDialogs(this.app, { save: path });
    await this.page.getByRole('button', { name: button }).click();
  }
}
