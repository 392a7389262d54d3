import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication, Locator, Page } from '@playwright/test';
import { answerDialogs, expect } from '../launch.ts';
import type { CaseWindow } from './case.ts';
import { honestText, write } from './files.ts';

/** Makes a case with one document and shows it; answers its path. */
export async function caseOfOneDocument(assay: CaseWindow, folder: string): Promise<string> {
  const path = await assay.createCase(folder, 'Harbour fire');
  await assay.importFiles([await write(folder, 'first.txt', `${honestText} first`)]);
  await assay.screen('Reader').waitFor();
  return path;
}

/** What stands over the screens as long as a case takes no changes. */
export function trouble(page: Page): Locator {
  return page.getByRole('main').getByRole('alert');
}

/** What stands over the screens of a case that is only read. */
export function standing(page: Page): Locator {
  return page.getByRole('main').getByRole('status').filter({ hasText: 'read-only' });
}

/** Closes the case, says that Bela has it open on another computer, and opens it to read. */
export async function readBesideBela(assay: CaseWindow, path: string): Promise<void> {
  const { page } = assay;
  await assay.closeCase();
  const token = '00000000-0000-4000-8000-000000000001';
  const since = '2026-03-15T12:00:00.000Z';
  const lock = { analyst: 'Bela', pid: 7, host: 'desk-3', birth: '', since, token };
  await writeFile(join(path, 'lock'), JSON.stringify(lock));
  await page.getByRole('button', { name: /^Harbour fire/ }).click();
  const question = assay.dialog('Open it read-only?');
  await expect(question).toContainText('Bela, process 7 on desk-3, since 2026-03-15 12:00 UTC');
  await question.getByRole('button', { name: 'Open read-only' }).click();
  await expect(standing(page)).toContainText('Bela on desk-3 is working in it');
}

/** Chooses in the settings how often copies are made, and where. */
export async function schedule(
  app: ElectronApplication,
  assay: CaseWindow,
  often: string,
  folder: string,
): Promise<Locator> {
  await answerDialogs(app, { open: [folder] });
  await assay.page.keyboard.press('Control+,');
  const settings = assay.dialog('Settings');
  await settings.getByRole('button', { name: /Make one/ }).click();
  await assay.page.getByRole('option', { name: new RegExp(often) }).click();
  await expect(settings).toContainText(folder);
  return settings;
}
