import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { answerDialogs, expect, firstWindow, launchApp, test } from '../launch.ts';
import { expectNoFindings } from '../pages/axe.ts';
import { CaseWindow } from '../pages/case.ts';
import { canMount, expectWhole, mountsMissing, withSmallDisk } from '../pages/disk.ts';
import { HistoryList } from '../pages/history.ts';
import { ReportScreen } from '../pages/report.ts';
import { caseOfOneDocument, readBesideBela, schedule, standing, trouble } from '../pages/safety.ts';

async function openDetails(assay: CaseWindow): Promise<Locator> {
  await assay.command('case details');
  return assay.dialog('Case details');
}

/** Closes the details by their button, which leaves in its field what is not saved. */
async function closeDetails(details: Locator): Promise<void> {
  await details.getByRole('button', { name: 'Close' }).click();
  await details.waitFor({ state: 'hidden' });
}

/** Gives the case a question, in its details. */
async function ask(assay: CaseWindow, question: string): Promise<void> {
  const details = await openDetails(assay);
  await details.getByLabel('Question').fill(question);
  await details.getByLabel('Question').press('Control+Enter');
  await assay.page.keyboard.press('Escape');
  await details.waitFor({ state: 'hidden' });
}

/** Gives the case a question that cannot be saved now, and leaves it in its field. */
async function askInVain(assay: CaseWindow, question: string): Promise<void> {
  const details = await openDetails(assay);
  await details.getByLabel('Question').fill(question);
  await details.getByLabel('Question').press('Control+Enter');
  await expect(details).toContainText('Not saved yet');
  await closeDetails(details);
}

/** Saves the question that was left in its field. */
async function askAgain(assay: CaseWindow, question: string): Promise<void> {
  const details = await openDetails(assay);
  await expect(details.getByLabel('Question')).toHaveValue(question);
  await expect(details).toContainText('Not saved yet');
  await details.getByLabel('Question').press('Control+Enter');
  await expect(details).not.toContainText('Not saved yet');
  await closeDetails(details);
}

async function expectQuestion(assay: CaseWindow, question: string): Promise<void> {
  const details = await openDetails(assay);
  await expect(details.getByLabel('Question')).toHaveValue(question);
  await assay.page.keyboard.press('Escape');
  await details.waitFor({ state: 'hidden' });
}

test('waits for a folder that went away, and goes on by itself when it is back', async ({
  app,
  window,
  workFolder,
}) => {
  const assay = new CaseWindow(app, window);
  const path = await caseOfOneDocument(assay, workFolder);
  await expect(assay.screen('Reader')).toContainText('harbour master');
  await rename(path, `${path} moved`);
  await askInVain(assay, 'Who lit it?');
  await expect(trouble(window)).toContainText(`There is no case at “${path}”.`);
  await expect(trouble(window)).toContainText('Assay goes on by itself');
  await trouble(window).getByRole('button', { name: 'Try again' }).click();
  await expect(assay.message('Assay tried again, and it does not work yet.')).toBeVisible();
  await answerDialogs(app, { save: join(workFolder, 'Copy.assay') });
  await trouble(window).getByRole('button', { name: 'Save a copy elsewhere…' }).click();
  await expect(assay.message(/Copy\.assay” was not made: the case is not there\./)).toBeVisible();
  await expect(trouble(window)).toBeVisible();
  await expect(assay.screen('Reader')).toContainText('harbour master');
  await rename(`${path} moved`, path);
  await expect(trouble(window)).toBeHidden();
  await askAgain(assay, 'Who lit it?');
  await expectQuestion(assay, 'Who lit it?');
  await expectWhole(path, 1);
});

test('shows what could not be read as soon as its folder is back', async ({
  app,
  window,
  workFolder,
}) => {
  const assay = new CaseWindow(app, window);
  const path = await caseOfOneDocument(assay, workFolder);
  await assay.closeCase();
  await assay.openCase(path);
  await assay.goTo('Documents');
  await rename(path, `${path} moved`);
  await assay.command('first');
  await expect(assay.screen('Reader')).toContainText('This document cannot be shown');
  await trouble(window).waitFor();
  await assay.goTo('History');
  await expect(assay.screen('History')).toContainText('The history could not be read');
  await assay.goTo('Report');
  await expect(window.getByRole('region', { name: /^Preview/ })).toContainText('There is no case');
  await rename(`${path} moved`, path);
  await new ReportScreen(app, window).frame.waitFor();
  await assay.goTo('History');
  await expect(new HistoryList(window).changes).toHaveCount(2);
  await assay.goTo('Reader');
  await expect(assay.screen('Reader')).toContainText('harbour master');
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
    await askInVain(assay, 'Who lit it? '.repeat(2_000));
    await expect(trouble(window)).toContainText(`The disk that holds “${path}” is full`);

    const copy = join(workFolder, 'Copy.assay');
    await answerDialogs(app, { save: copy });
    await trouble(window).getByRole('button', { name: 'Save a copy elsewhere…' }).click();
    await expect(assay.message(`Saved a copy at “${copy}” and checked it.`)).toBeVisible();
    await expectWhole(copy, 1);

    makeRoom();
    await expect(trouble(window)).toBeHidden();
    await ask(assay, 'Who lit it?');
    await expectQuestion(assay, 'Who lit it?');
    await expectWhole(path, 1);
    await assay.closeCase();
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
    await assay.command('close the case');
    await expect(standing(other.page)).toContainText('Nobody is working in it now.');
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
  await standing(window).getByRole('button', { name: 'Start editing' }).click();
  await ask(assay, 'Who lit it?');
  await expectQuestion(assay, 'Who lit it?');
});

test.describe('beside a writer who shows no sign of life', () => {
  // Long enough to see that there is nothing to take over yet. That it is a minute otherwise is tested where it is counted.
  test.use({ appEnvironment: { ASSAY_SILENCE_SECONDS: '10' } });

  test('takes over once they have been silent for long', async ({ app, window, workFolder }) => {
    const assay = new CaseWindow(app, window);
    const path = await caseOfOneDocument(assay, workFolder);
    await readBesideBela(assay, path);
    await expect(standing(window).getByRole('button')).toHaveCount(0);
    await standing(window).getByRole('button', { name: 'Take over…' }).click();
    const question = assay.dialog('Take over from them?');
    await expect(question).toContainText('Bela on desk-3 has not closed this case.');
    await question.getByRole('button', { name: 'Take over' }).click();
    await expect(standing(window)).toBeHidden();
    await ask(assay, 'Who lit it?');
    await expectQuestion(assay, 'Who lit it?');
    await assay.closeCase();
    await expectWhole(path, 1);
  });
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
    await askInVain(assay, 'Who lit it?');
    await trouble(window).waitFor();
    await expectNoFindings(window, 'A case that takes no changes');
    await rename(`${path} moved`, path);
    await expect(trouble(window)).toBeHidden();
    const settings = await schedule(app, assay, 'Every day', workFolder);
    await expectNoFindings(window, 'Settings');
    await settings.getByRole('button', { name: 'Close' }).click();
    await settings.waitFor({ state: 'hidden' });
    await readBesideBela(assay, path);
    await expectNoFindings(window, 'A case that is only read');
  });
}
