import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { answerDialogs, expect, test } from '../launch.ts';
import { CaseWindow } from '../pages/case.ts';
import { ReportScreen } from '../pages/report.ts';

test('exports the sample case in every format that is offered', async ({
  app,
  window,
  workFolder,
}) => {
  const assay = new CaseWindow(app, window);
  await assay.openSample();
  await assay.goTo('Report');
  const report = new ReportScreen(app, window);
  expect(await report.formatButtons()).toEqual([
    'Annotated report (HTML)…',
    'Annotated report (PDF)…',
    'Tables (CSV)…',
    'Tables (JSON)…',
  ]);
  await report.exportAll(workFolder, 'Narsova');
  expect((await readdir(workFolder)).toSorted()).toEqual([
    'Narsova about.csv',
    'Narsova claims.csv',
    'Narsova sources.csv',
    'Narsova.html',
    'Narsova.json',
    'Narsova.pdf',
  ]);
  const html = await readFile(join(workFolder, 'Narsova.html'), 'utf8');
  expect(html).toContain('<!DOCTYPE html>');
  expect(html).not.toMatch(/<script/i);
  const pdf = await readFile(join(workFolder, 'Narsova.pdf'));
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(JSON.parse(await readFile(join(workFolder, 'Narsova.json'), 'utf8'))).toBeTruthy();
});

test('asks before files are replaced that the dialog did not ask about', async ({
  app,
  window,
  workFolder,
}) => {
  const assay = new CaseWindow(app, window);
  await assay.openSample();
  await assay.goTo('Report');
  const sources = join(workFolder, 'Fire sources.csv');
  await writeFile(sources, 'precious');
  const report = new ReportScreen(app, window);
  await report.exportAs('Tables (CSV)…', join(workFolder, 'Fire.csv'));
  const question = assay.dialog('Replace “Fire sources.csv”?');
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(question).toBeHidden();
  expect(await readFile(sources, 'utf8')).toBe('precious');
  expect(await readdir(workFolder)).toEqual(['Fire sources.csv']);
  // By the palette, which offers what the buttons do.
  await assay.openPalette();
  await window.keyboard.type('export csv');
  await expect(window.getByRole('menuitem')).toHaveText([/Export: Tables \(CSV\)…/]);
  await window.keyboard.press('Enter');
  await question.getByRole('button', { name: 'Replace' }).click();
  await expect(assay.message(/^Exported to Fire claims\.csv/)).toBeVisible();
  expect(await readFile(sources, 'utf8')).toContain('reliability_since');
});

test('says what to do when the report cannot be written', async ({ app, window, workFolder }) => {
  const assay = new CaseWindow(app, window);
  await assay.openSample();
  await assay.goTo('Report');
  await answerDialogs(app, { save: join(workFolder, 'no such folder', 'report.html') });
  await window.getByRole('button', { name: 'Annotated report (HTML)…' }).click();
  await expect(assay.message(/could not be written.*Choose another place/)).toBeVisible();
});

test('exports only the documents that are chosen', async ({ app, window, workFolder }) => {
  const assay = new CaseWindow(app, window);
  await assay.openSample();
  await assay.goTo('Report');
  const all = window.getByRole('checkbox', { name: /documents$/ });
  await all.uncheck({ force: true });
  await expect(window.getByText('Choose at least one document.')).toBeVisible();
  await expect(window.getByRole('button', { name: 'Annotated report (HTML)…' })).toBeDisabled();
  await window.getByRole('checkbox', { name: /Blast kills/ }).check({ force: true });
  const path = join(workFolder, 'one.html');
  await answerDialogs(app, { save: path });
  await window.getByRole('button', { name: 'Annotated report (HTML)…' }).click();
  await expect(assay.message(/Exported to/)).toBeVisible();
  const html = await readFile(path, 'utf8');
  expect(html).toContain('Blast kills at least 31');
  expect(html).not.toContain('Dervan Brigades bombed Narsova port, officials confirm</h');
});

test('previews what will be exported, and follows the choice and the case', async ({
  app,
  window,
}) => {
  const assay = new CaseWindow(app, window);
  await assay.openSample();
  await assay.goTo('Report');
  const report = new ReportScreen(app, window);
  await expect(report.articles).toHaveCount(9);
  await expect(report.preview.locator('h1')).toHaveText('Explosion at the port of Narsova');

  await window.getByRole('checkbox', { name: /^Blast kills/ }).uncheck({ force: true });
  await expect(report.articles).toHaveCount(8);
  await window.getByRole('textbox', { name: 'Name' }).fill('What happened at Narsova');
  await window.keyboard.press('Tab');
  await expect(report.preview.locator('h1')).toHaveText('What happened at Narsova');
  // The page before is gone, not merely out of sight.
  await expect(window.locator('iframe')).toHaveCount(1);
  await report.preview.getByRole('link', { name: 'Source reliability' }).click();
  await expect(report.preview.locator('#sources')).toBeInViewport();

  await window.getByRole('checkbox', { name: /documents$/ }).check({ force: true });
  await window.getByRole('checkbox', { name: /documents$/ }).uncheck({ force: true });
  await expect(window.locator('iframe')).toHaveCount(0);
  await expect(window.getByText('Choose at least one document.')).toBeVisible();
});

test('a narrow window shows the preview in place of the choice', async ({ app, window }) => {
  const assay = new CaseWindow(app, window);
  await assay.openSample();
  await window.setViewportSize({ width: 900, height: 700 });
  await assay.goTo('Report');
  const report = new ReportScreen(app, window);
  const choice = window.getByRole('region', { name: 'Documents in the report' });
  await expect(choice).toBeVisible();
  await expect(report.previewHeading).toBeHidden();
  await choice.getByRole('checkbox', { name: /^Blast kills/ }).uncheck({ force: true });
  await report.previewToggle.click();
  await expect(report.articles).toHaveCount(8);
  await expect(choice).toBeHidden();
  await report.previewToggle.click();
  await expect(choice.getByRole('checkbox', { name: /^Blast kills/ })).not.toBeChecked();
});

test('says when the preview has not all of a large choice', async ({ app, window, workFolder }) => {
  const assay = new CaseWindow(app, window);
  await assay.createCase(workFolder, 'Many');
  const paths = Array.from({ length: 27 }, (_, index) => join(workFolder, `${index}.txt`));
  for (const path of paths)
    await writeFile(path, `A fire broke out, said the watchman of ${path}.`);
  await assay.importFiles(paths);
  await expect(assay.message('Imported 27 documents.')).toBeVisible();
  await assay.goTo('Report');
  const report = new ReportScreen(app, window);
  await expect(report.articles).toHaveCount(25);
  await expect(report.previewHeading).toHaveText(
    'Preview of the first 25 documents; the export has all 27',
  );
  await report.exportAs('Annotated report (HTML)…', join(workFolder, 'all.html'));
  await expect(assay.message('Exported to all.html')).toBeVisible();
  const html = await readFile(join(workFolder, 'all.html'), 'utf8');
  expect(html.match(/<article/g)).toHaveLength(27);
});

test('shows an exported file in its folder, as long as it is there', async ({
  app,
  window,
  workFolder,
}) => {
  const assay = new CaseWindow(app, window);
  await assay.openSample();
  await assay.goTo('Report');
  const report = new ReportScreen(app, window);
  const shown = await app.evaluateHandle(({ shell }) => {
    const paths: string[] = [];
    shell.showItemInFolder = (path) => {
      paths.push(path);
    };
    return paths;
  });
  const [first, second] = [join(workFolder, 'first.html'), join(workFolder, 'second.csv')];
  await report.exportAs('Annotated report (HTML)…', first);
  await expect(assay.message('Exported to first.html')).toBeVisible();
  await report.exportAs('Tables (CSV)…', second);
  await expect(
    assay.message(/^Exported to second claims\.csv, second sources\.csv and second about\.csv/),
  ).toBeVisible();
  // Each message shows its own file, whatever was exported since.
  const buttons = window.getByRole('button', { name: 'Show in folder' });
  await buttons.first().click();
  await expect(assay.message('Exported to first.html')).toBeHidden();
  await rm(join(workFolder, 'second claims.csv'));
  await buttons.click();
  await expect(assay.message(/“second claims\.csv” is no longer where it was/)).toBeVisible();
  expect(await shown.jsonValue()).toEqual([first]);
});
