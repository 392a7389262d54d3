import { execFileSync } from 'node:child_process';
import { chmod, mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { hostileFiles } from '../fixtures/hostile/generate.ts';
import { answerDialogs, expect, test } from '../launch.ts';
import { CaseWindow } from '../pages/case.ts';
import { honestText, write } from '../pages/files.ts';
import { asNobody } from '../pages/nobody.ts';
import { canMount, expectWhole, mountsMissing, withSmallDisk } from '../pages/disk.ts';

const remedies: Readonly<Record<string, string>> = {
  'empty.txt': '“empty.txt” is empty, so there is nothing to import. Check that the file was saved',
  'picture.txt': '“picture.txt” is not text (it is a file of the kind JPG). Save its content as',
  'zeros.txt': '“zeros.txt” is not text. Save its content as plain text, Markdown or HTML',
  'portable.txt': '“portable.txt” is a PDF document, which Assay cannot import. Save it as plain',
  'huge.txt': '“huge.txt” has 200.0 MB; the limit is 64.0 MB. Split it into smaller files',
  'greek.txt': '“greek.txt” is in no text encoding that Assay knows (tried UTF-8, UTF-16,',
  'half.txt': '“half.txt” is damaged: it is marked as utf-16le but breaks its rules. Get an intact',
  'blank.txt': 'No readable text was found in “blank.txt”. If it is a web page, save it complete',
  'nested-divs.html':
    '“nested-divs.html” was refused: reading it would need more than 60,000 elements',
  'nested-behind-false-ends.html': ' was refused: reading it would need more than 512 levels of',
  'lesser-thans.html': '“lesser-thans.html” was refused: reading it would need more than',
  'nested-quotes.md': '“nested-quotes.md” was refused: reading it would need more than',
  'link.txt': '“link.txt” could not be read: it is not a file but a link. Copy it to this',
};

test('names every bad file of a folder with its remedy, and imports the good one', async ({
  app,
  window,
  workFolder,
}) => {
  const assay = new CaseWindow(app, window);
  const path = await assay.createCase(workFolder, 'Harbour fire');
  const folder = join(workFolder, 'papers');
  await mkdir(folder);
  for (const { name, bytes } of hostileFiles())
    if (name in remedies) await write(folder, name, bytes);
  await write(
    folder,
    'greek.txt',
    Buffer.from('d4ef20f0ebefdfef20e4e5ed20f4e1eee9e4e5fde5e9', 'hex'),
  );
  await write(folder, 'half.txt', Buffer.from('fffe41', 'hex'));
  await write(folder, 'honest.txt', honestText);
  const huge = await open(join(folder, 'huge.txt'), 'w');
  // A sparse file: no disk is needed to be too large.
  await huge.truncate(200_000_000);
  await huge.close();
  execFileSync('ln', ['-s', join(folder, 'honest.txt'), join(folder, 'link.txt')]);

  await answerDialogs(app, { open: [folder] });
  await window.getByRole('button', { name: 'Import a folder…' }).click();
  const report = assay.dialog('Some files were not imported');
  await expect(report).toContainText(
    `1 imported, 0 already in the case, ${Object.keys(remedies).length} not imported.`,
  );
  for (const [name, remedy] of Object.entries(remedies))
    await expect(report.getByRole('listitem').filter({ hasText: remedy }), name).toBeVisible();
  await report.getByRole('button', { name: 'Done' }).click();
  await expect(assay.screen('Documents').getByRole('grid')).toContainText('honest');
  await expectWhole(path, 1);
});

test('says which file vanished while the ones before it were read', async ({
  app,
  window,
  workFolder,
}) => {
  const assay = new CaseWindow(app, window);
  const path = await assay.createCase(workFolder, 'Harbour fire');
  const page = `<html><body><article>${`<p>${honestText}</p>`.repeat(3_000)}</article></body></html>`;
  const pages: string[] = [];
  for (let index = 0; index < 30; index += 1)
    pages.push(await write(workFolder, `${index}.html`, page.replace('fire', `fire ${index}`)));
  const late = await write(workFolder, 'late.txt', honestText);
  await assay.importFiles([...pages, late]);
  await window.getByText(/^Importing \d+ of 31$/).waitFor();
  await rm(late);
  const report = assay.dialog('Some files were not imported');
  await expect(report).toContainText('30 imported');
  await expect(report).toContainText(
    '“late.txt” is no longer where it was chosen. It may have been moved, renamed or deleted; choose it again.',
  );
  await expectWhole(path, 30);
});

test('names the files and folders it may not read', async ({ app, window, workFolder }) => {
  test.skip(process.platform === 'win32', 'permissions are of another kind there');
  const assay = new CaseWindow(app, window);
  const path = await assay.createCase(workFolder, 'Harbour fire');
  // Before the app loses its rights: a new worker would have to be read from the project's folder.
  await assay.importFiles([await write(workFolder, 'honest.txt', honestText)]);
  await assay.screen('Reader').waitFor();
  const mine = join(workFolder, 'papers');
  const theirs = join(workFolder, 'their papers');
  for (const folder of [mine, theirs, join(mine, 'closed')]) await mkdir(folder);
  const secret = await write(mine, 'secret.txt', honestText);
  const forbidden = [secret, join(mine, 'closed'), theirs];
  for (const place of forbidden) await chmod(place, 0);
  await chmod(workFolder, 0o755);
  try {
    await asNobody(app, async () => {
      await answerDialogs(app, { open: [mine] });
      await assay.goTo('Documents');
      await assay.searchPalette('import a folder');
      await window.getByRole('menuitem', { name: 'Import a folder…' }).click();
      const report = assay.dialog('Some files were not imported');
      await expect(report).toContainText('0 imported, 0 already in the case, 2 not imported.');
      for (const name of ['secret.txt', 'closed'])
        await expect(report).toContainText(
          `You have no permission to read “${name}”. Change its permissions, or copy it to a folder of yours and import that.`,
        );
      await report.getByRole('button', { name: 'Done' }).click();
      await answerDialogs(app, { open: [theirs] });
      await assay.searchPalette('import a folder');
      await window.getByRole('menuitem', { name: 'Import a folder…' }).click();
      await expect(assay.message('You have no permission to read “their papers”.')).toBeVisible();
    });
  } finally {
    for (const place of forbidden) await chmod(place, 0o700);
  }
  await expectWhole(path, 1);
});

test('adds nothing when the disk fills during an import, and goes on when there is room', async ({
  app,
  window,
  workFolder,
}) => {
  test.skip(!canMount(), mountsMissing);
  const assay = new CaseWindow(app, window);
  await withSmallDisk(workFolder, async (disk, makeRoom) => {
    const path = await assay.createCase(disk, 'Harbour fire');
    const paths: string[] = [];
    for (let index = 0; index < 8; index += 1) {
      const text = `${honestText} ${index}\n\n`.repeat(2_000);
      paths.push(await write(workFolder, `${index}.txt`, text));
    }
    await assay.importFiles(paths);
    await expect(
      assay.message(
        `The disk that holds “${path}” is full, so the change was not made. Free some space and try again.`,
      ),
    ).toBeVisible();
    await expect(window.getByText('Start with what was written')).toBeVisible();
    await expectWhole(path, 0);
    makeRoom();
    await window.getByRole('button', { name: 'Dismiss' }).click();
    await assay.importFiles(paths);
    await expect(assay.message('Imported 8 documents.')).toBeVisible();
    await expectWhole(path, 8);
    await assay.closeCase();
  });
});
