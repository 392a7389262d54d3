import { join } from 'node:path';
import type { ElectronApplication, Locator, Page } from '@playwright/test';
import { answerDialogs, expect } from '../launch.ts';

/** The sample case's documents as they ship. */
export const sampleDocuments = join(import.meta.dirname, '../../resources/sample-case/documents');

/** The window as a whole: opening and leaving cases, going between screens, undoing, messages. */
export class CaseWindow {
  readonly app: ElectronApplication;
  readonly page: Page;

  constructor(app: ElectronApplication, page: Page) {
    this.app = app;
    this.page = page;
  }

  /** Creates a case in `folder` and waits for its first screen. */
  async createCase(folder: string, name: string): Promise<string> {
    const path = join(folder, `${name}.assay`);
    await answerDialogs(this.app, { save: path });
    await this.page.getByRole('button', { name: 'New case…' }).click();
    await this.page.getByLabel('What is it about?').fill(name);
    await this.page.keyboard.press('Enter');
    await this.rail.waitFor();
    return path;
  }

  /** Opens a case by the dialog of the start screen; what comes of it is the caller's to expect. */
  async openCase(path: string): Promise<void> {
    await answerDialogs(this.app, { open: [path] });
    await this.page.getByRole('button', { name: 'Open a case…' }).click();
  }

  /** Opens the annotated sample case and waits for its first screen. */
  async openSample(): Promise<void> {
    await this.page.getByRole('button', { name: 'Open the sample case' }).click();
    await this.rail.waitFor();
  }

  /** Imports files through the dialog, as Ctrl+I asks for it. */
  async importFiles(paths: string[]): Promise<void> {
    await answerDialogs(this.app, { open: paths });
    await this.page.keyboard.press('Control+i');
  }

  /** Chooses how the app looks: "Light", "Dark" or "As the system". */
  async chooseTheme(theme: string): Promise<void> {
    await this.page.keyboard.press('Control+,');
    const settings = this.dialog('Settings');
    await settings.getByRole('button', { name: /Appearance/ }).click();
    const choice = this.page.getByRole('option', { name: theme, exact: true });
    await choice.click();
    await choice.waitFor({ state: 'hidden' });
    await settings.getByRole('button', { name: 'Close' }).click();
    await settings.waitFor({ state: 'hidden' });
  }

  /** Does what the palette offers first for some words. */
  async command(words: string): Promise<void> {
    await this.searchPalette(words);
    await this.page.keyboard.press('Enter');
  }

  /** Opens the palette and types some words into it. */
  async searchPalette(words: string): Promise<void> {
    const palette = await this.openPalette();
    await this.page.keyboard.type(words);
    // What it finds follows what is typed.
    const found = palette.getByRole('menuitem').first();
    await expect(found).toContainText(words, { ignoreCase: true });
  }

  /** Opens the palette, ready to be typed into. */
  async openPalette(): Promise<Locator> {
    await this.page.keyboard.press('Control+k');
    const palette = this.dialog('Command palette');
    await expect(palette.getByRole('searchbox')).toBeFocused();
    return palette;
  }

  /** Closes the case and waits for the start screen. */
  async closeCase(): Promise<void> {
    await this.command('close the case');
    await this.page.getByRole('button', { name: 'Open a case…' }).waitFor();
  }

  get rail(): Locator {
    return this.page.getByRole('navigation', { name: 'Screens' });
  }

  /** The names of the screens, in the order of the rail. */
  screenNames(): Promise<string[]> {
    return this.rail.locator('[data-screen]').allInnerTexts();
  }

  /** Goes to a screen by the rail. */
  async goTo(screen: string): Promise<void> {
    await this.rail.getByRole('button', { name: screen, exact: true }).click();
    await this.screen(screen).waitFor();
  }

  /** Goes to the history and has the case verified; answers the dialog. */
  async verify(): Promise<Locator> {
    await this.goTo('History');
    await this.page.getByRole('button', { name: 'Verify' }).click();
    return this.dialog('Verify the case');
  }

  /** The main part of the window while it shows that screen. */
  screen(name: string): Locator {
    return this.page.getByRole('main', { name });
  }

  /** A message over the window. */
  message(text: string | RegExp): Locator {
    return this.page.getByRole('region', { name: 'Messages' }).getByText(text);
  }

  dialog(name: string | RegExp): Locator {
    return this.page.getByRole('dialog', { name }).or(this.page.getByRole('alertdialog', { name }));
  }
}
