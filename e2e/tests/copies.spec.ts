import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { makeLargeCase } from '../../src/main/store/testing/large-case.ts';
import { answerDialogs, expect, test } from '../launch.ts';
import { CaseWindow } from '../pages/case.ts';
import { expectWhole } from '../pages/disk.ts';
import { caseOfOneDocument, schedule } from '../pages/safety.ts';

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
  }).toPass();
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

test('shows how far a copy is, and leaves nothing of one that is cancelled', async ({
  app,
  window,
  workFolder,
}) => {
  const path = join(workFolder, 'Large.assay');
  await makeLargeCase(path, { documents: 2_000, highlights: 4 });
  const copies = join(workFolder, 'copies');
  await mkdir(copies);
  await answerDialogs(app, { open: [path], save: join(copies, 'Copy.assay') });
  await window.getByRole('button', { name: 'Open a case…' }).click();
  const assay = new CaseWindow(app, window);
  await assay.goTo('Documents');
  await assay.screen('Documents').getByText('2,000 documents', { exact: true }).waitFor();
  await assay.command('save a copy');
  const progress = window.getByRole('progressbar', { name: 'Copy' });
  await progress.waitFor();
  await window.getByRole('button', { name: 'Cancel' }).click();
  await expect(progress).toBeHidden();
  await expect(window.getByText('Saved a copy')).toHaveCount(0);
  expect(await readdir(copies)).toEqual([]);
});
