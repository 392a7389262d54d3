import { readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { answerDialogs, expect, test } from '../launch.ts';
import { CaseWindow } from '../pages/case.ts';
import { ReportScreen } from '../pages/report.ts';

test('exports the sample case in every format', async ({ app, window, workFolder }) => {
  const assay = new CaseWindow(app, window);
  await assay.openSample();
  await assay.goTo('Report');
  for (const [button, name] of [
    ['Annotated report (HTML)…', 'report.html'],
    ['Annotated report (PDF)…', 'report.pdf'],
    ['Tables (CSV)…', 'tables.csv'],
    ['Tables (JSON)…', 'tables.json'],
  ] as const) {
    await answerDialogs(app, { save: join(workFolder, name) });
    await window.getByRole('button', { name: button }).click();
    await expect(
      assay.message(new RegExp(`Exported to .*${name.split('.')[0] ?? ''}`)),
    ).toBeVisible();
    await window.getByRole('button', { name: 'Dismiss' }).first().click();
  }

  const html = await readFile(join(workFolder, 'report.html'), 'utf8');
  expect(html).toContain('<!DOCTYPE html>');
  expect(html).not.toMatch(/<script/i);
  const pdf = await readFile(join(workFolder, 'report.pdf'));
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  const tables = (await readdir(workFolder)).filter((name) => name.endsWith('.csv'));
  expect(tables.sort()).toEqual(['tables claims.csv', 'tables sources.csv']);
  expect(JSON.parse(await readFile(join(workFolder, 'tables.json'), 'utf8'))).toBeTruthy();
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
  await expect(assay.message(/^Exported to second claims\.csv and/)).toBeVisible();
  // Each message shows its own file, whatever was exported since.
  const buttons = window.getByRole('button', { name: 'Show in folder' });
  await buttons.first().click();
  await expect(assay.message('Exported to first.html')).toBeHidden();
  await rm(join(workFolder, 'second claims.csv'));
  await buttons.click();
  await expect(assay.message(/“second claims\.csv” is no longer where it was/)).toBeVisible();
  expect(await shown.jsonValue()).toEqual([first]);
});
