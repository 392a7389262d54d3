import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { answerDialogs, expect, test } from '../launch.ts';
import { CaseWindow, sampleDocuments } from '../pages/case.ts';

test('imports files of every format and names what could not be imported', async ({
  app,
  window,
  workFolder,
}) => {
  const assay = new CaseWindow(app, window);
  await assay.createCase(workFolder, 'Harbour fire');
  const empty = join(workFolder, 'empty.txt');
  const picture = join(workFolder, 'picture.txt');
  await writeFile(empty, '');
  await writeFile(picture, Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
  const names = (await readdir(sampleDocuments)).sort();
  const paths = names.map((name) => join(sampleDocuments, name));
  await assay.importFiles([...paths, empty, picture, join(workFolder, 'gone.txt')]);

  const report = assay.dialog('Some files were not imported');
  await expect(report).toContainText(
    `${names.length} imported, 0 already in the case, 3 not imported`,
  );
  await expect(report).toContainText('“empty.txt” is empty');
  await expect(report).toContainText('“picture.txt” is not text');
  await expect(report).toContainText('“gone.txt” is no longer where it was chosen');
  await report.getByRole('button', { name: 'Done' }).click();

  await window.getByRole('button', { name: `Undo: Import ${names.length} documents` }).click();
  await expect(window.getByText('Start with what was written')).toBeVisible();
});

test('recognises a file that is in the case already', async ({ app, window, workFolder }) => {
  const assay = new CaseWindow(app, window);
  await assay.createCase(workFolder, 'Harbour fire');
  const [name = ''] = await readdir(sampleDocuments);
  await assay.importFiles([join(sampleDocuments, name)]);
  await expect(assay.message('Imported 1 document.')).toBeVisible();
  await assay.importFiles([join(sampleDocuments, name)]);
  const report = assay.dialog('Already in the case');
  await expect(report).toContainText('This very file is in the case already.');
  await report.getByRole('button', { name: 'Read it' }).click();
  await assay.screen('Reader').waitFor();
});

test('imports a folder with everything in it', async ({ app, window, workFolder }) => {
  const assay = new CaseWindow(app, window);
  await assay.createCase(workFolder, 'Harbour fire');
  const folder = join(workFolder, 'papers');
  await mkdir(join(folder, 'morning'), { recursive: true });
  await writeFile(join(folder, 'one.txt'), 'A fire broke out at the harbour.');
  await writeFile(join(folder, 'morning', 'two.md'), '# Fire\n\nIt was put out by noon.');
  await answerDialogs(app, { open: [folder] });
  await window.getByRole('button', { name: 'Import a folder…' }).click();
  await expect(assay.message('Imported 2 documents.')).toBeVisible();
});

test('imports pasted text and opens it', async ({ app, window, workFolder }) => {
  const assay = new CaseWindow(app, window);
  await assay.createCase(workFolder, 'Harbour fire');
  await window.getByRole('button', { name: 'Paste text…' }).click();
  const dialog = assay.dialog('Paste text');
  await dialog.getByLabel('Title').fill('Call from the harbour master');
  await dialog
    .getByRole('textbox', { name: 'Text' })
    .fill('He heard two bangs. 🚢\nقال إنه سمع انفجارين.');
  await dialog.getByRole('button', { name: 'Import' }).click();
  await assay.screen('Reader').waitFor();
  await expect(assay.screen('Reader')).toContainText('He heard two bangs. 🚢');
});

test('takes files dropped anywhere into the window', async ({ app, window, workFolder }) => {
  const assay = new CaseWindow(app, window);
  await assay.createCase(workFolder, 'Harbour fire');
  const transfer = await window.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(['A fire broke out at the harbour.'], 'dropped.txt'));
    data.items.add(new File(['It was put out by noon.'], 'later.txt'));
    return data;
  });
  await assay.rail.dispatchEvent('dragenter', { dataTransfer: transfer });
  await expect(window.getByText('Drop to import')).toBeVisible();
  await assay.rail.dispatchEvent('drop', { dataTransfer: transfer });
  await expect(assay.message('Imported 2 documents.')).toBeVisible();
});

test('imports nothing when it is cancelled', async ({ app, window, workFolder }) => {
  const assay = new CaseWindow(app, window);
  await assay.createCase(workFolder, 'Harbour fire');
  const folder = join(workFolder, 'papers');
  await mkdir(folder);
  const page = `<html><body><article>${'<p>A fire broke out at the harbour.</p>'.repeat(3000)}</article></body></html>`;
  for (let index = 0; index < 200; index += 1) {
    await writeFile(join(folder, `${index}.html`), page.replace('fire', `fire ${index}`));
  }
  await answerDialogs(app, { open: [folder] });
  await window.getByRole('button', { name: 'Import a folder…' }).click();
  await window.getByRole('button', { name: 'Cancel' }).click();
  await expect(assay.message('The import was cancelled; nothing was added.')).toBeVisible();
  await expect(window.getByText('Start with what was written')).toBeVisible();
});

test('shows two imports at once, each with its own way to cancel', async ({
  app,
  window,
  workFolder,
}) => {
  const assay = new CaseWindow(app, window);
  await assay.createCase(workFolder, 'Harbour fire');
  for (const [name, count] of Object.entries({ fire: 300, flood: 100 })) {
    const transfer = await window.evaluateHandle(
      ([word, files]) => {
        const data = new DataTransfer();
        for (let index = 0; index < files; index += 1) {
          const page = `<p>${word} ${index}</p>${'<p>It began at the harbour.</p>'.repeat(3_000)}`;
          data.items.add(new File([page], `${word} ${index}.html`));
        }
        return data;
      },
      [name, count] as const,
    );
    await assay.rail.dispatchEvent('drop', { dataTransfer: transfer });
  }
  const cards = window.getByRole('progressbar', { name: 'Import' });
  await expect(cards).toHaveCount(2);
  const [upper, lower] = await Promise.all([
    cards.nth(0).boundingBox(),
    cards.nth(1).boundingBox(),
  ]);
  expect(lower?.y).toBeGreaterThan((upper?.y ?? 0) + (upper?.height ?? 0));
  const fire = window.getByRole('group', { name: 'Import' }).filter({ hasText: 'of 300' });
  await fire.getByRole('button', { name: 'Cancel' }).click();
  await expect(assay.message('The import was cancelled; nothing was added.')).toBeVisible();
  await expect(assay.message('Imported 100 documents.')).toBeVisible();
});
