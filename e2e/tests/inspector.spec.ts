import type { ElectronApplication, Page } from '@playwright/test';
import { expect, test } from '../launch.ts';
import { CaseWindow } from '../pages/case.ts';
import { InspectorPanel } from '../pages/inspector.ts';

const text = [
  'Agency reports a withdrawal on 14 March 2026.',
  'Witnesses deny a withdrawal.',
  'مصدر يؤكد الانسحاب.',
].join('\n\n');

/** A case of one document, open in the reader. */
async function readDocument(
  app: ElectronApplication,
  window: Page,
  folder: string,
): Promise<{ assay: CaseWindow; inspector: InspectorPanel }> {
  const assay = new CaseWindow(app, window);
  await assay.createCase(folder, 'Withdrawal');
  await window.getByRole('button', { name: 'Paste text…' }).click();
  const dialog = assay.dialog('Paste text');
  await dialog.getByLabel('Title').fill('Agency report');
  await dialog.getByRole('textbox', { name: 'Text' }).fill(text);
  await dialog.getByRole('button', { name: 'Import' }).click();
  await assay.screen('Reader').waitFor();
  return { assay, inspector: new InspectorPanel(window) };
}

/** Selects a paragraph of the document by its first words. */
async function selectParagraph(window: Page, words: string): Promise<void> {
  await window.getByText(words).first().click({ clickCount: 3 });
}

/** Makes a claim of a paragraph and gives it a statement. */
async function makeClaim(
  window: Page,
  inspector: InspectorPanel,
  words: string,
  statement: string,
): Promise<void> {
  await selectParagraph(window, words);
  await window.keyboard.press('c');
  await expect(inspector.text('Statement')).toBeFocused();
  await window.keyboard.type(statement);
  await window.keyboard.press('Control+Enter');
  await expect(inspector.text('Statement')).toHaveValue(statement);
}

test('says who says so: a chain made in place, anchored, reordered and undone', async ({
  app,
  window,
  workFolder,
}) => {
  const { assay, inspector } = await readDocument(app, window, workFolder);
  await makeClaim(window, inspector, 'Agency reports', 'They withdraw');
  await inspector.addSource('The Agency');
  await inspector.addSource('Western sources');
  await expect(inspector.chain).toHaveCount(2);
  await expect(inspector.section('Who says so')).toContainText(/Relay 1 · S\d+.*Origin · S\d+/s);
  await inspector.choose('Kind of “Western sources”', 'Organisation');

  await window
    .getByRole('button', { name: 'Choose the words that name “Western sources”' })
    .click();
  await expect(window.getByText('Select the words that name “Western sources”')).toBeVisible();
  await window
    .getByText('Witnesses deny')
    .first()
    .dblclick({ position: { x: 20, y: 12 } });
  await expect(
    inspector.section('Who says so').getByRole('button', { name: /Witnesses$/ }),
  ).toBeVisible();

  await window.getByRole('button', { name: /^Move “Western sources”/ }).focus();
  await window.keyboard.press('Alt+ArrowUp');
  await expect(inspector.chain.first()).toHaveValue('Western sources');
  await expect(window.getByRole('button', { name: /^Move “Western sources”/ })).toBeFocused();
  await window
    .getByRole('button', { name: /^Move “Western sources”/ })
    .dragTo(window.getByRole('button', { name: /^Move “The Agency”/ }));
  await expect(inspector.chain.first()).toHaveValue('The Agency');

  await window.keyboard.press('Control+z');
  await expect(inspector.chain.first()).toHaveValue('Western sources');
  await expect(assay.message(/Undone: Change the attribution of/)).toBeVisible();
});

test('makes a source or a tag where it is used, and takes both back in one step', async ({
  app,
  window,
  workFolder,
}) => {
  const { assay, inspector } = await readDocument(app, window, workFolder);
  await makeClaim(window, inspector, 'Agency reports', 'They withdraw');
  await inspector.addSource('The Agency');
  await expect(inspector.chain).toHaveCount(1);
  // It makes the panel longer, which would close a list that is open already.
  await expect(window.getByRole('button', { name: /Kind of “The Agency”$/ })).toBeVisible();
  await inspector.pick('Add a tag', 'Movements');
  await expect(window.getByRole('list', { name: 'Tags' })).toContainText('Movements');

  await window.getByRole('button', { name: 'Undo: Add the tag “Movements” to 1 claim' }).click();
  await expect(window.getByRole('list', { name: 'Tags' })).toBeHidden();
  await window.getByRole('button', { name: /^Undo: Add the source “The Agency”/ }).click();
  await expect(inspector.chain).toHaveCount(0);
  await assay.goTo('Sources');
  await expect(assay.screen('Sources')).toContainText('Who says so?');
  await assay.goTo('Codebook');
  await expect(assay.screen('Codebook')).toContainText('Name what you look for');
});

test('rates a claim by keys, keeps the history and never rates by looking', async ({
  app,
  window,
  workFolder,
}) => {
  const { inspector } = await readDocument(app, window, workFolder);
  await makeClaim(window, inspector, 'Agency reports', 'They withdraw');
  await inspector.grade(/^1, /).focus();
  await window.keyboard.press('ArrowRight');
  await expect(window.getByRole('tooltip')).toContainText('Probably true');
  await expect(inspector.section('Judgement')).toContainText('Not rated');
  await window.keyboard.press('1');
  await expect(window.getByRole('note')).toContainText('certainly different origin');
  await window.keyboard.press('4');
  await expect(window.getByRole('note')).toBeHidden();
  await inspector.text('Why this credibility').fill('Only one voice');
  await window.keyboard.press('Control+Enter');
  await window.getByRole('button', { name: 'History of credibility: 2 ratings' }).click();
  await expect(inspector.section('Judgement').getByRole('listitem')).toContainText([
    'Only one voice',
    '1',
  ]);
  // The grade and its reason were given together, and go together.
  await window.getByRole('button', { name: 'Undo: Rate “They withdraw” 4' }).click();
  await expect(window.getByText('History of credibility: 1 rating', { exact: true })).toBeVisible();
  await expect(inspector.text('Why this credibility')).toHaveValue('');
  await window.getByRole('button', { name: 'Redo: Rate “They withdraw” 4' }).click();
  await expect(inspector.text('Why this credibility')).toHaveValue('Only one voice');
  await inspector.grade('Open').focus();
  await window.keyboard.press('r');
  await expect(inspector.grade('Refuted')).toBeChecked();
  await expect(inspector.panel('Claim').getByRole('img', { name: 'not rated, 4' })).toBeVisible();
});

test('says when it happened, in every mode, and refuses what is no date', async ({
  app,
  window,
  workFolder,
}) => {
  const { inspector } = await readDocument(app, window, workFolder);
  await makeClaim(window, inspector, 'Agency reports', 'They withdraw');
  const setting = inspector.section('What it says');
  await inspector.choose('Event time', 'Exact date');
  await inspector.text('Event time: date').fill('3/4/2026');
  await window.keyboard.press('Enter');
  await expect(setting.getByRole('alert')).toContainText('14 March 2026');
  await inspector.text('Event time: date').fill('14 mar 2026');
  await window.keyboard.press('Enter');
  await expect(inspector.text('Event time: date')).toHaveValue('14 March 2026');
  await inspector.choose('Event time', 'About');
  await expect(setting).toContainText('about 14 March 2026');
  await inspector.choose('Event time', 'Range');
  await inspector.text('Event time: until').fill('20 March 2026');
  await window.keyboard.press('Enter');
  await expect(setting).toContainText('14 March 2026 to 20 March 2026');
  await inspector.choose('Event time', 'Date and time');
  await inspector.text('Event time: time').fill('21:40');
  await inspector.text('Place').focus();
  await expect(setting).toContainText('14 March 2026, 21:40');
});

test('links claims, and goes from one to the other and back', async ({
  app,
  window,
  workFolder,
}) => {
  const { inspector } = await readDocument(app, window, workFolder);
  await makeClaim(window, inspector, 'Agency reports', 'They withdraw');
  await makeClaim(window, inspector, 'Witnesses deny', 'They stay');
  await inspector.choose('Kind of the new link', 'Contradicts');
  await inspector.pick('Claim to link to', 'they with');
  await window.getByRole('button', { name: 'Show the claim C1 “They withdraw”' }).click();
  await expect(inspector.text('Statement')).toHaveValue('They withdraw');
  await inspector.choose('How they stand to each other', 'Updated by');
  await window.getByRole('button', { name: 'Back to the claim' }).click();
  await expect(inspector.text('Statement')).toHaveValue('They stay');
  const kind = inspector
    .section('Links to other claims')
    .getByRole('button', { name: /How they stand/ });
  await expect(kind).toContainText('Updates');
  const turn = window.getByRole('button', { name: 'Turn the link round' });
  await turn.focus();
  await window.keyboard.press('Enter');
  await expect(kind).toContainText('Updated by');
  await window.getByRole('button', { name: 'Undo: Turn a link round (updates)' }).click();
  await expect(kind).toContainText('Updates');
  await inspector.choose('How they stand to each other', 'Contradicts');
  await expect(turn).toBeHidden();
});

test('merges two sources as one step, after saying what that does', async ({
  app,
  window,
  workFolder,
}) => {
  const { assay, inspector } = await readDocument(app, window, workFolder);
  await makeClaim(window, inspector, 'Agency reports', 'They withdraw');
  await inspector.addSource('The Agency');
  await inspector.addSource('Agency AFX');
  await window.getByRole('button', { name: 'Actions for “Agency AFX”' }).click();
  await window.getByRole('menuitem', { name: 'Show the source' }).click();
  await inspector.grade(/^D, /).focus();
  await window.keyboard.press('d');
  await expect(inspector.section('Track record')).toContainText('Origin of 1 claim');

  await inspector.act('Source', 'Remove…');
  await expect(assay.dialog(/cannot be removed/)).toContainText('1 claim');
  await window.getByRole('button', { name: 'Merge it instead…' }).click();
  await expect(assay.dialog(/^Merge S\d+ “Agency AFX” into another source$/)).toBeVisible();
  await inspector.pick('Source to keep', 'the ag');
  await expect(window.getByRole('list', { name: 'What will happen' })).toContainText(
    /S\d+ “The Agency” was not rated and will be D/,
  );
  await window.getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(inspector.text('Name')).toHaveValue('The Agency');
  await expect(window.getByRole('list', { name: 'Aliases' })).toContainText('Agency AFX');

  await window.getByRole('button', { name: /^Undo: Merge/ }).click();
  await expect(window.getByRole('list', { name: 'Aliases' })).toBeHidden();
});

test('chooses from a list by keyboard alone, which closes without a choice on Escape', async ({
  app,
  window,
  workFolder,
}) => {
  const { assay, inspector } = await readDocument(app, window, workFolder);
  await makeClaim(window, inspector, 'Agency reports', 'They withdraw');
  await inspector.addSource('The Agency');
  await assay.goTo('Documents');
  await window.getByText('Agency report').first().click();
  const publisher = window.getByRole('combobox', { name: 'Publisher' });
  const options = window.getByRole('option');
  await publisher.focus();
  await expect(options).toContainText(['The Agency']);
  await window.keyboard.press('Escape');
  await expect(options).toHaveCount(0);
  await expect(publisher).toHaveValue('');

  await window.keyboard.press('ArrowDown');
  await expect(options.first()).toBeVisible();
  await expect(publisher).toHaveAttribute('aria-activedescendant', /./);
  await window.keyboard.press('Enter');
  await expect(publisher).toHaveValue('The Agency');
  await expect(options).toHaveCount(0);
  await window.getByRole('button', { name: /^Undo: / }).click();
  await expect(publisher).toHaveValue('');
});

test('corrects a document and says what goes with it', async ({ app, window, workFolder }) => {
  const { assay, inspector } = await readDocument(app, window, workFolder);
  await makeClaim(window, inspector, 'مصدر يؤكد', 'A source confirms it');
  await assay.goTo('Documents');
  await window.getByText('Agency report').first().click();
  await expect(inspector.panel('Document')).toBeVisible();
  await inspector.pick('Publisher', 'Daily Agency');
  await expect(window.getByRole('combobox', { name: 'Publisher' })).toHaveValue('Daily Agency');
  await inspector.text('Language').fill('klingon!');
  await inspector.text('Add an author').fill('A. Writer');
  await expect(window.getByText('Write the language’s code')).toBeVisible();
  await inspector.text('Language').fill('AR');
  await window.keyboard.press('Enter');
  await expect(inspector.text('Language')).toHaveValue('ar');
  await expect(window.getByRole('list', { name: 'Authors' })).toContainText('A. Writer');
  await inspector.act('Document', 'Remove…');
  await expect(assay.dialog(/Remove “Agency report”/)).toContainText('1 highlight and 1 claim');
});
