import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../launch.ts';
import { CaseWindow } from '../pages/case.ts';
import { TablePage } from '../pages/table.ts';

test('claims are sorted by several columns, filtered and grouped', async ({ app, window }) => {
  const assay = new CaseWindow(app, window);
  await assay.openSample();
  await assay.goTo('Claims');
  const claims = new TablePage(window, 'Claims');
  await expect(claims.count).toHaveText('34 claims');

  await claims.header('Verdict').click();
  await claims.header('Statement').click({ modifiers: ['Shift'] });
  await expect(claims.header('Verdict')).toHaveAttribute('aria-sort', 'ascending');
  const verdicts = await claims.column('Verdict');
  const known = ['Open', 'Supported', 'Refuted', 'Unverifiable'];
  expect(verdicts.map((verdict) => known.indexOf(verdict))).toEqual(
    verdicts.map((verdict) => known.indexOf(verdict)).toSorted((a, b) => a - b),
  );
  const open = (await claims.column('Statement')).slice(0, verdicts.lastIndexOf('Open') + 1);
  expect(open).toEqual(open.toSorted(new Intl.Collator('en', { numeric: true }).compare));

  await claims.search.fill('dervan explosion');
  await expect(claims.count).toHaveText(/^\d of 34 claims$/);
  await window.getByRole('button', { name: 'Clear filters' }).click();
  await expect(claims.count).toHaveText('34 claims');

  await claims.chooseFromMenu('Verdict', 'Filter…');
  await window.getByRole('checkbox', { name: 'Refuted' }).check({ force: true });
  await window.getByRole('button', { name: 'Done' }).click();
  await expect(claims.grid).toBeFocused();
  await expect(claims.count).toHaveText(/ of 34 claims$/);
  expect(new Set(await claims.column('Verdict'))).toEqual(new Set(['Refuted']));

  await claims.search.fill('no such words');
  await expect(window.getByText('No claims match')).toBeVisible();
  await window.getByRole('button', { name: 'Clear filters' }).first().click();

  await claims.chooseFromMenu('Origin', 'Group by this');
  await expect(claims.row('Ilse Torvek').first()).toHaveAttribute('aria-expanded', 'true');
  await window.getByRole('button', { name: 'Remove Grouped by Origin' }).click();
  await expect(claims.grid.locator('[aria-expanded]')).toHaveCount(0);
});

test('a sort that is taken away leaves the claims of a group in their own order', async ({
  app,
  window,
}) => {
  const assay = new CaseWindow(app, window);
  await assay.openSample();
  await assay.goTo('Claims');
  const claims = new TablePage(window, 'Claims');
  await claims.chooseFromMenu('Verdict', 'Group by this');
  await expect(claims.grid.locator('[aria-expanded]')).not.toHaveCount(0);
  const own = await claims.column('Statement');

  const header = claims.header('Statement');
  await header.click();
  await expect(header).toHaveAttribute('aria-sort', 'ascending');
  expect(await claims.column('Statement')).not.toEqual(own);
  await header.click();
  await expect(header).toHaveAttribute('aria-sort', 'descending');
  await header.click();
  await expect(header).not.toHaveAttribute('aria-sort', /ascending|descending/);
  expect(await claims.column('Statement')).toEqual(own);
});

test('an attribution is read from left to right, also among names that are not', async ({
  app,
  window,
}) => {
  const assay = new CaseWindow(app, window);
  await assay.openSample();
  await assay.goTo('Claims');
  const claims = new TablePage(window, 'Claims');
  const rows = claims.row(/مدار الساحل.* → /);
  await claims.search.fill('مدار الساحل');
  await expect(rows).not.toHaveCount(0);
  const names = rows.first().locator('bdi');
  const places = await names.evaluateAll((all) =>
    all.map((name) => name.getBoundingClientRect().x),
  );
  expect(places.length).toBeGreaterThan(1);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});

test('claims are rated by key and changed together, each as one step to undo', async ({
  app,
  window,
}) => {
  const assay = new CaseWindow(app, window);
  await assay.openSample();
  await window.keyboard.press('g');
  await window.keyboard.press('c');
  const claims = new TablePage(window, 'Claims');
  await window.keyboard.press('/');
  await expect(claims.search).toBeFocused();
  await window.keyboard.type('sixty people');
  await window.keyboard.press('ArrowDown');
  await expect(claims.grid).toBeFocused();
  const row = claims.row('Sixty people died.');
  await expect(row.getByRole('img', { name: 'E, 5' })).toBeVisible();

  // Nothing has the focus until one goes to a row.
  await window.keyboard.press('ArrowUp');
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('4');
  await expect(row.getByRole('img', { name: 'E, 4' })).toBeVisible();
  await window.keyboard.press('Control+z');
  await expect(row.getByRole('img', { name: 'E, 5' })).toBeVisible();

  await claims.search.fill('');
  await expect(claims.count).toHaveText('34 claims');
  await claims.grid.press('Control+Home');
  await window.keyboard.press('Shift+ArrowDown');
  await window.keyboard.press('Shift+ArrowDown');
  await expect(claims.count).toHaveText('34 claims, 3 selected');
  await window.getByRole('button', { name: 'Verdict…' }).click();
  const dialog = assay.dialog(/Rate the verdict of 3 claims/);
  await dialog.getByRole('radio', { name: 'Unverifiable' }).click();
  await dialog.getByLabel('Why').fill('Nobody can say');
  await dialog.getByRole('button', { name: 'Rate' }).click();
  await expect
    .poll(async () => (await claims.column('Verdict')).slice(0, 3))
    .toEqual(Array.from({ length: 3 }, () => 'Unverifiable'));
  await claims.grid.press('Control+z');
  await expect.poll(async () => (await claims.column('Verdict'))[0]).toBe('Refuted');
});

test('what is selected is copied as a spreadsheet takes it', async ({ app, window }) => {
  const assay = new CaseWindow(app, window);
  await assay.openSample();
  await assay.goTo('Sources');
  const sources = new TablePage(window, 'Sources');
  await sources.grid.press('Control+Home');
  await window.keyboard.press('ArrowRight');
  await window.keyboard.press('ArrowRight');
  await expect(sources.active).toHaveCount(1);
  await window.keyboard.press('Control+a');
  const lines = (await sources.copied()).split('\n');
  expect(lines[0]?.split('\t').slice(0, 3)).toEqual(['No.', 'Reliability', 'Source']);
  expect(lines).toHaveLength(28 + 2);
});

test('sources unfold to their claims, and those lead to the words', async ({ app, window }) => {
  const assay = new CaseWindow(app, window);
  await assay.openSample();
  await assay.goTo('Sources');
  const sources = new TablePage(window, 'Sources');
  const row = sources.row('Ilse Torvek').first();
  await expect(row.getByRole('img', { name: /^83 %, 90 % interval/ })).toBeVisible();
  await expect(sources.row('no record').first()).toBeVisible();
  await row.dblclick();
  await expect(row).toHaveAttribute('aria-expanded', 'true');
  const claims = window.getByRole('list', { name: 'Claims of Ilse Torvek' });
  await expect(claims.getByRole('listitem').first()).toContainText(/C\d+ /);
  await claims
    .getByRole('button', { name: /Show the words/ })
    .first()
    .click();
  await expect(assay.screen('Reader')).toBeVisible();
});

test('a source is rated by its letter, and its history says so', async ({ app, window }) => {
  const assay = new CaseWindow(app, window);
  await assay.openSample();
  await assay.goTo('Sources');
  const sources = new TablePage(window, 'Sources');
  const row = sources.row('Ilse Torvek').first();
  await row.getByText('Ilse Torvek').click();
  await window.keyboard.press('d');
  await expect(row.getByRole('img', { name: 'D' })).toBeVisible();
  await row.getByRole('button', { name: /^History of/ }).click();
  await expect(window.getByRole('dialog', { name: 'Reliability of Ilse Torvek' })).toContainText(
    'Not usually reliable',
  );
});

test('the Admiralty matrix leads to the claims of a cell', async ({ app, window }) => {
  const assay = new CaseWindow(app, window);
  await assay.openSample();
  await assay.goTo('Sources');
  await window.getByRole('button', { name: 'origin B, claim 1: 4 claims' }).click();
  await expect(assay.screen('Claims')).toBeVisible();
  const claims = new TablePage(window, 'Claims');
  await expect(claims.count).toHaveText('4 of 34 claims');
  await claims.grid.press('m');
  const cell = window.getByRole('button', { name: 'origin B, claim 1: 4 claims' });
  await expect(cell).toHaveAttribute('aria-pressed', 'true');
  await cell.press('ArrowRight');
  await window.keyboard.press('Enter');
  await expect(claims.count).toHaveText('4 of 34 claims');
  await expect(cell).toHaveAttribute('aria-pressed', 'false');
  await window.keyboard.press('Enter');
  await expect(claims.count).toHaveText('34 claims');
});

test('columns are resized, moved and hidden, and stay so until the layout is reset', async ({
  app,
  window,
}) => {
  const assay = new CaseWindow(app, window);
  await assay.openSample();
  const documents = new TablePage(window, 'Documents');
  const state = documents.header('State');
  const before = await state.boundingBox();
  if (before === null) throw new Error('The column is not drawn');
  await window.mouse.move(before.x + before.width - 2, before.y + before.height / 2);
  await window.mouse.down();
  await window.mouse.move(before.x + before.width + 58, before.y + before.height / 2);
  await window.mouse.up();
  await expect.poll(async () => (await state.boundingBox())?.width).toBe(before.width + 60);

  // The same by keyboard, from the menu of the column.
  await documents.grid.press('Control+Home');
  await window.keyboard.press('ArrowUp');
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight']) await window.keyboard.press(key);
  await expect(documents.active).toContainText('Publisher');
  await window.keyboard.press('Alt+ArrowDown');
  await window.getByRole('menuitem', { name: 'Move right' }).press('Enter');
  await expect(documents.header('Publisher')).toHaveAttribute('aria-colindex', '5');
  await documents.chooseFromMenu('Authors', 'Hide');
  await expect(documents.header('Authors')).toHaveCount(0);

  await assay.goTo('Claims');
  await assay.goTo('Documents');
  await expect(documents.header('Authors')).toHaveCount(0);
  await window.getByRole('main').getByRole('button', { name: 'View' }).click();
  await window.getByRole('menuitem', { name: 'Reset layout' }).click();
  await expect(documents.header('Authors')).toBeVisible();
  await expect.poll(async () => (await state.boundingBox())?.width).toBe(before.width);
});

test('documents open by Enter and are removed with what goes along', async ({ app, window }) => {
  const assay = new CaseWindow(app, window);
  await assay.openSample();
  const documents = new TablePage(window, 'Documents');
  await documents.search.fill('crane four');
  await documents.search.press('Enter');
  await window.keyboard.press('Enter');
  await expect(assay.screen('Reader')).toBeVisible();
  await assay.goTo('Documents');
  await documents.row('Crane Four').click();
  await window.keyboard.press('Delete');
  await expect(assay.dialog(/Remove “Crane Four/)).toContainText('highlights');
  await window.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(window.getByText('No documents match')).toBeVisible();
  await documents.search.fill('');
  await expect(documents.count).toHaveText('8 documents');
  await documents.grid.press('Control+z');
  await expect(documents.count).toHaveText('9 documents');
});

for (const theme of ['Light', 'Dark']) {
  test(`axe finds nothing in tables that are in use, ${theme.toLowerCase()}`, async ({
    app,
    window,
  }) => {
    const assay = new CaseWindow(app, window);
    await assay.openSample();
    await assay.chooseTheme(theme);
    await assay.goTo('Claims');
    const claims = new TablePage(window, 'Claims');
    await claims.grid.press('m');
    await claims.chooseFromMenu('Verdict', 'Group by this');
    await claims.grid.press('Control+a');
    await expect(window.getByRole('toolbar', { name: 'Selected claims' })).toBeVisible();
    await expectNoFindings(window);
    await claims.header('Verdict').hover();
    await window.getByRole('button', { name: 'Menu of the column Verdict' }).click();
    await expectNoFindings(window);
    await window.getByRole('menuitem', { name: 'Filter…' }).click();
    await expect(window.getByRole('checkbox', { name: 'Refuted' })).toBeVisible();
    await expectNoFindings(window);
    await window.keyboard.press('Escape');

    await assay.goTo('Sources');
    const sources = new TablePage(window, 'Sources');
    await sources.row('Ilse Torvek').first().getByText('Ilse Torvek').click();
    await window.keyboard.press('Enter');
    await expect(window.getByRole('list', { name: 'Claims of Ilse Torvek' })).toBeVisible();
    await expectNoFindings(window);
  });
}

async function expectNoFindings(page: Page): Promise<void> {
  // One page is all that Electron lets a test have.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  const findings = violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
  );
  expect(findings).toEqual([]);
}
