import type { ElectronApplication, Page } from '@playwright/test';
import { answerDialogs, expect, test } from '../launch.ts';
import { CaseWindow } from '../pages/case.ts';
import { Codebook } from '../pages/codebook.ts';
import { HistoryList } from '../pages/history.ts';
import { InspectorPanel } from '../pages/inspector.ts';
import { ReaderScreen } from '../pages/reader.ts';
import { TablePage } from '../pages/table.ts';

interface Opened {
  readonly assay: CaseWindow;
  readonly history: HistoryList;
  readonly inspector: InspectorPanel;
  readonly codebook: Codebook;
  readonly path: string;
}

/** A case with two tags, the first of them renamed from "War" to "Conflict". */
async function caseWithTags(
  app: ElectronApplication,
  window: Page,
  folder: string,
): Promise<Opened> {
  const assay = new CaseWindow(app, window);
  const codebook = new Codebook(window);
  const inspector = new InspectorPanel(window);
  const path = await assay.createCase(folder, 'Tags');
  await assay.goTo('Codebook');
  for (const name of ['War', 'Peace']) await codebook.add(name);
  await codebook.row('War').click();
  await inspector.text('Name').fill('Conflict');
  await window.keyboard.press('Tab');
  await expect(codebook.row('Conflict')).toBeVisible();
  return { assay, history: new HistoryList(window), inspector, codebook, path };
}

test('shows every change in words, filtered and of one record, and new ones at the top', async ({
  app,
  window,
  workFolder,
}) => {
  const { assay, history, inspector } = await caseWithTags(app, window, workFolder);
  await window.getByRole('main').press('g');
  await window.keyboard.press('h');
  await assay.screen('History').waitFor();
  await expect(history.changes).toHaveCount(4);
  await expect(history.changes.first()).toContainText('Name: War → Conflict');

  await window.keyboard.press('/');
  await window.keyboard.type('peace');
  await expect(history.changes).toHaveCount(1);
  await window.getByRole('button', { name: 'Show every change' }).click();
  await expect(history.changes).toHaveCount(4);

  await assay.goTo('Codebook');
  await inspector.act('Tag', 'Show its history');
  await assay.screen('History').waitFor();
  await expect(history.changes).toHaveCount(2);
  await window.keyboard.press('Control+z');
  await expect(history.changes).toHaveCount(3);
  await expect(history.changes.first()).toContainText('Undo: Rename the tag “War” to “Conflict”');
  await expect(history.changes.nth(1)).toContainText('taken back');
});

test('has room for the list and the change in a small window, and reads no more than is looked at', async ({
  app,
  window,
}) => {
  const assay = new CaseWindow(app, window);
  await assay.openSample();
  // The window at 200 %.
  await window.setViewportSize({ width: 640, height: 500 });
  await assay.goTo('History');
  const history = new HistoryList(window);
  await history.changes.nth(2).click();
  await expect(history.panel.getByRole('button', { name: 'Take back' })).toBeInViewport();
  await expect(history.change('Link two claims')).toBeInViewport();
  await expect(assay.screen('History').getByText(/^206 changes, 60 shown/)).toBeAttached();
});

test('leads from a claim, a source and a highlight to their history, by keyboard from any screen', async ({
  app,
  window,
}) => {
  const assay = new CaseWindow(app, window);
  const history = new HistoryList(window);
  await assay.openSample();
  await assay.goTo('Claims');
  await new TablePage(window, 'Claims').row('White smoke came out').click();
  await assay.command('history of this claim');
  await expect(history.changes.last()).toContainText('Claim “White smoke came out');
  await assay.goTo('Sources');
  await new TablePage(window, 'Sources').row('Joren Pask').first().click();
  await assay.command('history of this source');
  await expect(history.changes.last()).toContainText('Joren Pask');
  await assay.goTo('Documents');
  await assay.command('blast kills');
  const reader = new ReaderScreen(window);
  await reader.goToStart();
  await reader.press('Control+Shift+ArrowRight', 3);
  await window.keyboard.press('h');
  await new InspectorPanel(window).panel('Highlight').waitFor();
  await assay.command('history of this highlight');
  await expect(history.changes).toHaveCount(1);
  await assay.goTo('Documents');
  await assay.command('verify the case');
  await expect(assay.dialog('Verify the case')).toContainText('All is as it was written.');
});

test('takes back an old change, or says what was built on it', async ({
  app,
  window,
  workFolder,
}) => {
  const { assay, history, codebook } = await caseWithTags(app, window, workFolder);
  await assay.goTo('History');
  // Without its first change there is no case.
  await history.changes.last().click();
  await expect(history.panel).toContainText('Change 1');
  await expect(history.panel.getByRole('button', { name: 'Take back' })).toHaveCount(0);
  await window.keyboard.press('Delete');
  await history.change('Add the tag “War”').click();
  await history.act('Take back');
  await expect(assay.message(/Rename the tag “War” to “Conflict”” \(change 4/)).toBeVisible();
  await expect(assay.message(/Create the case/)).toHaveCount(0);

  await history.changes.first().click();
  await window.keyboard.press('ArrowDown');
  await expect(history.panel).toContainText('Add the tag “Peace”');
  await window.keyboard.press('Delete');
  await expect(history.changes.first()).toContainText('Take back: Add the tag “Peace”');
  await assay.goTo('Codebook');
  await expect.poll(() => codebook.outline()).toEqual(['Conflict']);
  await window.keyboard.press('Control+z');
  await expect.poll(() => codebook.outline()).toEqual(['Conflict', 'Peace']);
});

test('brings an earlier version of a record back, also a removed one', async ({
  app,
  window,
  workFolder,
}) => {
  const { assay, history, codebook } = await caseWithTags(app, window, workFolder);
  await codebook.row('Peace').click();
  await window.keyboard.press('Delete');
  await assay
    .dialog(/Delete the tag “Peace”/)
    .getByRole('button', { name: 'Delete' })
    .click();
  await expect.poll(() => codebook.outline()).toEqual(['Conflict']);
  await assay.goTo('History');
  await history.change('Add the tag “War”').click();
  await history.act('Bring back this version');
  await expect(history.changes.first()).toContainText('Bring back “War” as of change 2');
  await history.change('Delete the tag “Peace”').click();
  await history.act('Bring it back');
  await expect(history.changes.first()).toContainText('Bring back “Peace”');
  await assay.goTo('Codebook');
  await expect.poll(() => codebook.outline()).toEqual(['War', 'Peace']);
});

test('shows the case as it was, where nothing can be changed, and comes back', async ({
  app,
  window,
  workFolder,
}) => {
  const { assay, history, inspector, codebook } = await caseWithTags(app, window, workFolder);
  await assay.goTo('History');
  await history.change('Add the tag “War”').click();
  await window.keyboard.press('v');
  const banner = window.getByText(/This is the case as it was on .*, after change 2\./);
  await expect(banner).toBeVisible();
  await assay.goTo('Codebook');
  await expect.poll(() => codebook.outline()).toEqual(['War']);
  await codebook.row('War').click();
  await expect(inspector.text('Name')).toBeDisabled();
  await window.reload();
  await expect(banner).toBeVisible();
  await window.getByRole('button', { name: 'Back to now' }).click();
  await expect(banner).toBeHidden();
  await assay.goTo('Codebook');
  await expect.poll(() => codebook.outline()).toEqual(['Conflict', 'Peace']);

  await assay.goTo('History');
  await window.getByRole('button', { name: 'As it was on…' }).click();
  await window.getByLabel('Day and time').fill('2001-01-01T00:00');
  await window.getByRole('button', { name: 'Show it' }).click();
  await expect(window.getByText(/after change 1\./)).toBeVisible();
  await window.getByRole('main').press('g');
  await window.keyboard.press('n');
  await expect(window.getByText(/after change 1\./)).toBeHidden();
});

test('undoes after reopening', async ({ app, window, workFolder }) => {
  const { assay, history, codebook, path } = await caseWithTags(app, window, workFolder);
  await assay.closeCase();
  await answerDialogs(app, { open: [path] });
  await window.getByRole('button', { name: /^Open a case/ }).click();
  await assay.goTo('Codebook');
  await expect.poll(() => codebook.outline()).toEqual(['Conflict', 'Peace']);
  await window.keyboard.press('Control+z');
  await expect(assay.message('Undone: Rename the tag “War” to “Conflict”')).toBeVisible();
  await window.keyboard.press('Control+z');
  await expect.poll(() => codebook.outline()).toEqual(['War']);
  await window.keyboard.press('Control+Shift+z');
  await expect.poll(() => codebook.outline()).toEqual(['War', 'Peace']);
  await assay.goTo('History');
  await expect(history.changes).toHaveCount(7);
});

test('verifies the case and says so in words', async ({ app, window }) => {
  const assay = new CaseWindow(app, window);
  await assay.openSample();
  const dialog = await assay.verify();
  await expect(dialog).toContainText('All is as it was written.');
  await expect(dialog).toContainText('9 documents');
  await expect(dialog.getByText(/^[0-9a-f]{16}$/)).toBeVisible();
});
