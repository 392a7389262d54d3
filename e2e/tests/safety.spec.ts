import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication, Locator, Page } from '@playwright/test';
import { answerDialogs, expect, firstWindow, launchApp, test } from '../launch.ts';
import { expectNoFindings } from '../pages/axe.ts';
import { CaseWindow } from '../pages/case.ts';
import { canMount, expectWhole, mountsMissing, withSmallDisk } from '../pages/disk.ts';

const text = 'A fire broke out at the harbour on Friday, the harbour master said.';

// Assay looks by itself every two seconds.
const untilLookedAt = { timeout: 20_000 };

async function caseOfOneDocument(assay: CaseWindow, folder: string): Promise<string> {
  const path = await assay.createCase(folder, 'Harbour fire');
  await importText(assay, folder, 'first');
  return path;
}

async function importText(assay: CaseWindow, folder: string, name: string): Promise<void> {
  const file = join(folder, `${name}.txt`);
  await writeFile(file, `${text} ${name}`);
  await assay.importFiles([file]);
  await assay.screen('Reader').waitFor();
}

/** Gives the case a question, in its details. */
async function ask(assay: CaseWindow, question: string): Promise<void> {
  await command(assay.page, 'case details');
  const details = assay.dialog('Case details');
  await details.getByLabel('Question').fill(question);
  await details.getByLabel('Question').press('Control+Enter');
  await assay.page.keyboard.press('Escape');
  await details.waitFor({ state: 'hidden' });
}

async function expectQuestion(assay: CaseWindow, question: string): Promise<void> {
  await command(assay.page, 'case details');
  const details = assay.dialog('Case details');
  await expect(details.getByLabel('Question')).toHaveValue(question);
  await assay.page.keyboard.press('Escape');
  await details.waitFor({ state: 'hidden' });
}

async function command(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
}

/** What stands over the screens as long as a case takes no changes. */
function trouble(page: Page): Locator {
  return page.getByRole('main').getByRole('alert');
}

/** What stands over the screens of a case that is only read. */
function standing(page: Page): Locator {
  return page.getByRole('main').getByRole('status').filter({ hasText: 'read-only' });
}

/** Closes the case, says that Bela has it open on another computer, and opens it to read. */
async function readBesideBela(assay: CaseWindow, path: string): Promise<void> {
  const { page } = assay;
  await command(page, 'close the case');
  await page.getByRole('button', { name: 'Open a case…' }).waitFor();
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
async function schedule(
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

test('waits for a folder that went away, and goes on by itself when it is back', async ({
  app,
  window,
  workFolder,
}) => {
  const assay = new CaseWindow(app, window);
  const path = await caseOfOneDocument(assay, workFolder);
  await rename(path, `${path} moved`);
  await ask(assay, 'Who lit it?');
  await expect(trouble(window)).toContainText(`There is no case at “${path}”.`);
  await expect(trouble(window)).toContainText('Assay goes on by itself');
  await trouble(window).getByRole('button', { name: 'Try again' }).click();
  await expect(trouble(window)).toBeVisible();
  await expect(assay.screen('Reader')).toContainText('harbour master');
  await rename(`${path} moved`, path);
  await expect(trouble(window)).toBeHidden(untilLookedAt);
  await ask(assay, 'Who lit it, then?');
  await expectQuestion(assay, 'Who lit it, then?');
  await expectWhole(path, 1);
});

test('saves a copy elsewhere while the disk is full, and goes on when there is room', async ({
  app,
  window,
  workFolder,
}) => {
  test.skip(!canMount(), mountsMissing);
  const assay = new CaseWindow(app, window);
  await withSmallDisk(workFolder, async (disk, makeRoom) => {
    const path = await caseOfOneDocument(assay, disk);
    await writeFile(join(disk, 'filler'), Buffer.alloc(2_000_000)).catch(() => undefined);
    await ask(assay, 'Who lit it? '.repeat(2_000));
    await expect(trouble(window)).toContainText(`The disk that holds “${path}” is full`);

    const copy = join(workFolder, 'Copy.assay');
    await answerDialogs(app, { save: copy });
    await trouble(window).getByRole('button', { name: 'Save a copy elsewhere…' }).click();
    await expect(assay.message(`Saved a copy at “${copy}” and checked it.`)).toBeVisible();
    await expectWhole(copy, 1);

    makeRoom();
    await expect(trouble(window)).toBeHidden(untilLookedAt);
    await ask(assay, 'Who lit it?');
    await expectQuestion(assay, 'Who lit it?');
    await expectWhole(path, 1);
    await command(window, 'close the case');
    await window.getByRole('button', { name: 'Open a case…' }).waitFor();
  });
});

test('goes on in a second window when the first one leaves, on the screen it was on', async ({
  app,
  window,
  workFolder,
}) => {
  const assay = new CaseWindow(app, window);
  const path = await caseOfOneDocument(assay, workFolder);
  const second = await launchApp(join(workFolder, 'second user'), workFolder);
  try {
    const other = new CaseWindow(second, await firstWindow(second));
    await answerDialogs(second, { open: [path] });
    await other.page.getByRole('button', { name: 'Open a case…' }).click();
    const question = other.dialog('Open it read-only?');
    await question.getByRole('button', { name: 'Open read-only' }).click();
    await expect(standing(other.page)).toContainText('is working in it, and you see every change.');
    await other.goTo('Codebook');
    await command(window, 'close the case');
    await expect(standing(other.page)).toContainText('Nobody is working in it now.', untilLookedAt);
    await standing(other.page).getByRole('button', { name: 'Start editing' }).click();
    await expect(standing(other.page)).toBeHidden();
    await expect(other.screen('Codebook')).toBeVisible();
    await ask(other, 'Who lit it?');
    await expectQuestion(other, 'Who lit it?');
  } finally {
    await second.close();
  }
  await expectWhole(path, 1);
});

test('says who works in a case on another computer, and waits until they leave', async ({
  app,
  window,
  workFolder,
}) => {
  const assay = new CaseWindow(app, window);
  const path = await caseOfOneDocument(assay, workFolder);
  await readBesideBela(assay, path);
  await expect(standing(window).getByRole('button')).toHaveCount(0);
  await rm(join(path, 'lock'));
  await standing(window).getByRole('button', { name: 'Start editing' }).click(untilLookedAt);
  await ask(assay, 'Who lit it?');
  await expectQuestion(assay, 'Who lit it?');
});

test('makes copies by schedule once there is a place for them; opening one restores it', async ({
  app,
  window,
  workFolder,
}) => {
  const assay = new CaseWindow(app, window);
  await caseOfOneDocument(assay, workFolder);
  const copies = join(workFolder, 'copies');
  await mkdir(copies);
  await schedule(app, assay, 'Every hour', copies);
  const name = /^Harbour fire \d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d\.assay$/;
  await expect(async () => {
    expect(await readdir(copies)).toEqual([expect.stringMatching(name)]);
  }).toPass(untilLookedAt);
  await window.keyboard.press('Escape');

  const [made = ''] = await readdir(copies);
  await expectWhole(join(copies, made), 1);
  await answerDialogs(app, { open: [join(copies, made)] });
  await window.keyboard.press('Control+o');
  await expect(assay.screen('Documents').getByRole('grid')).toContainText('first');
});

test('says why a copy that was due could not be made', async ({ app, window, workFolder }) => {
  const assay = new CaseWindow(app, window);
  await caseOfOneDocument(assay, workFolder);
  await schedule(app, assay, 'Every day', join(workFolder, 'gone'));
  await expect(
    assay.message(/^The copy that was due is not as it should be\. .* there is no folder/),
  ).toBeVisible();
});

for (const theme of ['Light', 'Dark']) {
  test(`axe finds nothing in what stands over the screens, ${theme.toLowerCase()}`, async ({
    app,
    window,
    workFolder,
  }) => {
    const assay = new CaseWindow(app, window);
    const path = await caseOfOneDocument(assay, workFolder);
    await assay.chooseTheme(theme);
    await rename(path, `${path} moved`);
    await ask(assay, 'Who lit it?');
    await trouble(window).waitFor();
    await expectNoFindings(window, 'A case that takes no changes');
    await rename(`${path} moved`, path);
    await expect(trouble(window)).toBeHidden(untilLookedAt);
    const settings = await schedule(app, assay, 'Every day', workFolder);
    await expectNoFindings(window, 'Settings');
    await settings.getByRole('button', { name: 'Close' }).click();
    await settings.waitFor({ state: 'hidden' });
    await readBesideBela(assay, path);
    await expectNoFindings(window, 'A case that is only read');
  });
}
