import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { answerDialogs, expect, firstWindow, launchApp, test } from '../launch.ts';
import { CaseWindow } from '../pages/case.ts';

test('creates a case, closes it and opens it again from the list', async ({
  app,
  window,
  workFolder,
}) => {
  const assay = new CaseWindow(app, window);
  const path = await assay.createCase(workFolder, 'Harbour fire');
  await expect(window).toHaveTitle(/Assay/);
  await assay.page.getByRole('button', { name: 'Case menu' }).click();
  await window.getByRole('menuitem', { name: 'Close the case' }).click();
  await window
    .getByRole('button', { name: /Harbour fire/ })
    .first()
    .click();
  await assay.rail.waitFor();
  await expect(window.getByText(path)).toHaveCount(0);
});

test('says what is wrong with a folder that is no case', async ({ app, window, workFolder }) => {
  const folder = join(workFolder, 'Holiday pictures');
  await mkdir(folder);
  await answerDialogs(app, { open: [folder] });
  await window.getByRole('button', { name: 'Open a case…' }).click();
  const assay = new CaseWindow(app, window);
  await expect(assay.message(/is not an Assay case/)).toBeVisible();
});

test('opens a case that another window holds read-only', async ({ app, window, workFolder }) => {
  const assay = new CaseWindow(app, window);
  const path = await assay.createCase(workFolder, 'Harbour fire');
  const userData = join(workFolder, 'second user');
  await mkdir(userData);
  await writeFile(
    join(userData, 'preferences.json'),
    JSON.stringify({
      settings: { theme: 'system', analyst: 'Second analyst' },
      recent: [{ name: 'Harbour fire', path, openedAt: '2026-01-01T00:00:00.000Z' }],
      views: {},
    }),
  );
  const second = await launchApp(userData, workFolder);
  try {
    const other = await firstWindow(second);
    await other
      .getByRole('button', { name: /Harbour fire/ })
      .first()
      .click();
    const dialog = other.getByRole('alertdialog', { name: 'Open it read-only?' });
    await expect(dialog).toContainText('is open in another window');
    await dialog.getByRole('button', { name: 'Open read-only' }).click();
    await expect(other.getByText('This case is open read-only')).toBeVisible();
  } finally {
    await second.close();
  }
});

test('creates another case while one is open', async ({ app, window, workFolder }) => {
  const assay = new CaseWindow(app, window);
  await assay.createCase(workFolder, 'Harbour fire');
  await answerDialogs(app, { save: join(workFolder, 'Second fire.assay') });
  await assay.searchPalette('new case');
  await window.getByRole('menuitem', { name: 'New case…' }).click();
  await window.getByLabel('What is it about?').fill('Second fire');
  await window.keyboard.press('Enter');
  await expect(window).toHaveTitle('Second fire – Assay');
});

test('undoes and redoes by name, from the keys and from the menu', async ({
  app,
  window,
  workFolder,
}) => {
  const assay = new CaseWindow(app, window);
  await assay.createCase(workFolder, 'Harbour fire');
  await assay.command('case details');
  const name = assay.dialog('Case details').getByLabel('Name');
  await name.fill('Harbour fire, second look');
  await name.press('Enter');
  await expect(window).toHaveTitle(/Harbour fire, second look/);
  await window.keyboard.press('Escape');

  await window.keyboard.press('Control+z');
  await expect(assay.message('Undone: Change the case’s details')).toBeVisible();
  await expect(window).toHaveTitle(/Harbour fire – Assay/);
  await window.getByRole('button', { name: 'Case menu' }).click();
  await window.getByRole('menuitem', { name: 'Redo: Change the case’s details' }).click();
  await expect(window).toHaveTitle(/second look/);
});

test('keeps every change when the window closes at once', async ({ workFolder }) => {
  const userData = join(workFolder, 'user');
  await mkdir(userData);
  const first = await launchApp(userData, workFolder);
  const page = await firstWindow(first);
  const assay = new CaseWindow(first, page);
  await assay.createCase(workFolder, 'Harbour fire');
  await assay.command('case details');
  const question = assay.dialog('Case details').getByLabel('Question');
  await question.fill('Who set it?');
  await question.press('Control+Enter');
  await expect(
    page.getByRole('button', { name: /^Undo: Change the case/, includeHidden: true }),
  ).toBeEnabled();
  await first.close();

  const again = await launchApp(userData, workFolder);
  try {
    const window = await firstWindow(again);
    await window
      .getByRole('button', { name: /Harbour fire/ })
      .first()
      .click();
    const reopened = new CaseWindow(again, window);
    await reopened.rail.waitFor();
    await reopened.command('case details');
    await expect(window.getByLabel('Question')).toHaveValue('Who set it?');
  } finally {
    await again.close();
  }
});
