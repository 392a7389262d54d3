import { execFileSync } from 'node:child_process';
import { appendFile, chmod, mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { answerDialogs, expect, firstWindow, launchApp, test } from '../launch.ts';
import { CaseWindow } from '../pages/case.ts';
import { honestText, write } from '../pages/files.ts';
import { asNobody } from '../pages/nobody.ts';
import { canMount, expectWhole, mountsMissing, reseal, withMount } from '../pages/disk.ts';
import { trouble } from '../pages/safety.ts';

/** Makes a case of one document and closes it. */
async function closedCase(assay: CaseWindow, folder: string): Promise<string> {
  const path = await assay.createCase(folder, 'Harbour fire');
  await assay.importFiles([await write(folder, 'honest.txt', honestText)]);
  await assay.screen('Reader').waitFor();
  await assay.closeCase();
  return path;
}

/** Answers the question whether to open a case read-only, and expects it open. */
async function openReadOnly(assay: CaseWindow, reason: RegExp): Promise<void> {
  const question = assay.dialog('Open it read-only?');
  await expect(question).toContainText(reason);
  // Which case is meant is known: nobody is asked a second time.
  await answerDialogs(assay.app, {});
  await question.getByRole('button', { name: 'Open read-only' }).click();
  await expect(assay.page.getByText('This case is open read-only')).toBeVisible();
  await assay.goTo('Documents');
  await expect(assay.screen('Documents')).toContainText('honest');
}

test('says that a case of the list was moved, and lets it be taken off', async ({
  app,
  window,
  workFolder,
}) => {
  const assay = new CaseWindow(app, window);
  const path = await closedCase(assay, workFolder);
  await rename(path, join(workFolder, 'Elsewhere.assay'));
  await window.getByRole('button', { name: /^Harbour fire/ }).click();
  await expect(
    assay.message(
      `There is no case at “${path}”. If it was moved or renamed, open it from its new place; if it is on another drive, connect that first.`,
    ),
  ).toBeVisible();
  await window.getByRole('button', { name: 'Take “Harbour fire” off this list' }).click();
  await expect(window.getByText('Cases you open will be listed here.')).toBeVisible();
  await assay.openCase(join(workFolder, 'Elsewhere.assay'));
  await assay.rail.waitFor();
  await expect(assay.screen('Documents')).toContainText('honest');
});

test('keeps what it has when the case is moved under it, and goes on when it is back', async ({
  app,
  window,
  workFolder,
}) => {
  const assay = new CaseWindow(app, window);
  const path = await assay.createCase(workFolder, 'Harbour fire');
  await rename(path, `${path} moved`);
  const honest = await write(workFolder, 'honest.txt', honestText);
  await assay.importFiles([honest]);
  await expect(trouble(window)).toContainText(`There is no case at “${path}”.`);
  await expect(window.getByText('Start with what was written')).toBeVisible();
  await rename(`${path} moved`, path);
  await assay.importFiles([honest]);
  await assay.screen('Reader').waitFor();
  await expectWhole(path, 1);
});

test('opens a case that another window holds read-only, and follows what is done there', async ({
  app,
  window,
  workFolder,
}) => {
  const assay = new CaseWindow(app, window);
  const path = await closedCase(assay, workFolder);
  await assay.openCase(path);
  await assay.rail.waitFor();
  const second = await launchApp(join(workFolder, 'second user'), workFolder);
  try {
    const other = new CaseWindow(second, await firstWindow(second));
    await other.openCase(path);
    await openReadOnly(other, /is open in another window \(.+, process \d+ on .*Close it there/s);
    await expect(other.page.getByRole('button', { name: 'Import', exact: true })).toBeDisabled();
    await assay.importFiles([
      await write(workFolder, 'second.txt', `Second report. ${honestText}`),
    ]);
    await assay.screen('Reader').waitFor();
    await expect(other.screen('Documents')).toContainText('second');
  } finally {
    await second.close();
  }
  await expectWhole(path, 2);
});

test('opens a case on a read-only disk to look at', async ({ app, window, workFolder }) => {
  test.skip(!canMount(), mountsMissing);
  const assay = new CaseWindow(app, window);
  const path = await closedCase(assay, workFolder);
  await withMount(path, ['--bind', path], async () => {
    execFileSync('mount', ['-o', 'remount,ro,bind', path]);
    await assay.openCase(path);
    await openReadOnly(assay, /can only be read here, so nothing was changed\. Copy the case to a/);
    await assay.closeCase();
  });
  await expectWhole(path, 1);
});

test('opens a case in a folder it may not write to, to look at', async ({
  app,
  window,
  workFolder,
}) => {
  test.skip(process.platform === 'win32', 'permissions are of another kind there');
  const assay = new CaseWindow(app, window);
  const path = await closedCase(assay, workFolder);
  for (const folder of [workFolder, path]) await chmod(folder, 0o555);
  try {
    await asNobody(app, async () => {
      await assay.openCase(path);
      await openReadOnly(assay, /You have no permission to use “.*” as a case\. Change its perm/);
      await assay.closeCase();
    });
  } finally {
    for (const folder of [workFolder, path]) await chmod(folder, 0o755);
  }
  await expectWhole(path, 1);
});

test('refuses a folder that is no case, and leaves it alone', async ({
  app,
  window,
  workFolder,
}) => {
  const assay = new CaseWindow(app, window);
  const pictures = join(workFolder, 'Holiday pictures');
  await mkdir(pictures);
  await write(pictures, 'case.json', '{"name":"not ours"}');
  await assay.openCase(pictures);
  await expect(
    assay.message(
      `“${pictures}” is not an Assay case. Choose the folder that contains “case.json” and “journal”.`,
    ),
  ).toBeVisible();
  expect(await readdir(pictures)).toEqual(['case.json']);
});

test('opens a case whose last line is torn, and tells so', async ({ app, window, workFolder }) => {
  const assay = new CaseWindow(app, window);
  const path = await closedCase(assay, workFolder);
  await appendFile(join(path, 'journal', '000001.jsonl'), '{"seq":3,"at":"2026-');
  await assay.openCase(path);
  await assay.rail.waitFor();
  await expect(assay.message(/^The last line of the journal was incomplete/)).toBeVisible();
  await expect(assay.screen('Documents')).toContainText('honest');
  await assay.importFiles([await write(workFolder, 'later.txt', `${honestText} Later.`)]);
  await assay.screen('Reader').waitFor();
  await expectWhole(path, 2);
});

test('opens a case of a newer version to look at, and says why', async ({
  app,
  window,
  workFolder,
}) => {
  const assay = new CaseWindow(app, window);
  const path = await closedCase(assay, workFolder);
  // As a newer version would write it.
  await reseal(path, (words) => words.replace(/"format":\d+/u, '"format":98'));
  await assay.openCase(path);
  await openReadOnly(assay, /was made by a newer Assay \(format 98; this one knows \d+\)\. Update/);
  await expect(assay.message(/made by a newer Assay .* so it can only be read here/)).toBeVisible();
  await assay.closeCase();

  await writeFile(join(path, 'case.json'), '{"format":99,"records":[{"type":"hypothesis"}]}');
  await assay.openCase(path);
  const question = assay.dialog('Open it read-only?');
  await question.getByRole('button', { name: 'Open read-only' }).click();
  await expect(assay.message(/was made by a newer Assay \(format 99; this/)).toBeVisible();
  await expect(window.getByRole('button', { name: 'Open a case…' })).toBeVisible();
});
