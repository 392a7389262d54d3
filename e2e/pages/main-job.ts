import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { answerDialogs, expect } from '../launch.ts';
import type { CaseWindow } from './case.ts';
import { sampleDocuments } from './case.ts';
import { InspectorPanel } from './inspector.ts';
import { ReaderScreen } from './reader.ts';

/** What the main job is done on: a document, words that hold a claim, and the words that name its origin. */
export interface Material {
  readonly path: string;
  readonly publisher: string;
  readonly claim: string;
  readonly statement: string;
  readonly origin: string;
  readonly originWords: string;
  readonly highlight: string;
}

/** The sample case's wire copy. */
export const wireCopy: Material = {
  path: join(sampleDocuments, '01-littoral-wire.txt'),
  publisher: 'Littoral',
  claim: 'killing at least 31 people',
  statement: 'The explosion killed at least 31 people.',
  origin: 'Security official',
  originWords: 'a security official said',
  highlight: 'levelled Shed 9',
};

/**
 * Does the main job in a new case, by mouse: import, highlight, claim, attribution with anchored words, ratings and
 * verdict, the tables, and the report, which is left at the path returned.
 */
export async function doMainJobByMouse(
  assay: CaseWindow,
  material: Material,
  folder: string,
): Promise<string> {
  const { app, page } = assay;
  const inspector = new InspectorPanel(page);
  await assay.createCase(folder, 'Main job');
  await answerDialogs(app, { open: [material.path] });
  await page.getByRole('button', { name: /^Import files…/ }).click();
  await assay.screen('Reader').waitFor();

  await new ReaderScreen(page).drag(material.highlight);
  await page.getByRole('button', { name: 'Highlight', exact: true }).click();
  await expect(inspector.panel('Highlight')).toBeVisible();

  await claimByMouse(assay, inspector, material);
  await judgeByMouse(assay, inspector, material);

  await assay.goTo('Claims');
  const row = page.getByRole('row', { name: material.statement });
  await expect(row.getByRole('img', { name: 'D, 3' })).toBeVisible();
  await expect(row).toContainText('Supported');

  await assay.goTo('Report');
  const path = join(folder, 'report.html');
  await answerDialogs(app, { save: path });
  await page.getByRole('button', { name: 'Annotated report (HTML)…' }).click();
  await expect(assay.message(/Exported to/)).toBeVisible();
  return path;
}

/** Does the same without ever touching the mouse; ends with the report at the path returned. */
export async function doMainJobByKeyboard(
  assay: CaseWindow,
  material: Material,
  folder: string,
): Promise<string> {
  const { app, page } = assay;
  const reader = new ReaderScreen(page);
  const inspector = new InspectorPanel(page);
  const path = join(folder, 'report.html');
  await answerDialogs(app, { save: join(folder, 'By keyboard.assay') });
  await assay.command('new case');
  await assay.dialog('New case').waitFor();
  await page.keyboard.type('By keyboard');
  await page.keyboard.press('Enter');
  await assay.rail.waitFor();
  await assay.importFiles([material.path]);
  await assay.screen('Reader').waitFor();
  await expect(reader.text).toBeFocused();

  await selectByKeyboard(reader, material.highlight);
  await page.keyboard.press('h');
  await expect(inspector.panel('Highlight')).toBeVisible();
  await selectByKeyboard(reader, material.claim);
  await page.keyboard.press('c');
  await expect(inspector.text('Statement')).toBeFocused();
  await page.keyboard.type(material.statement);
  await page.keyboard.press('Control+Enter');

  await tabTo(page, 4, 'Add a source');
  await nameByKeyboard(assay, inspector, material.publisher);
  // Whoever has added a source is where the next one is added.
  await tabTo(page, 0, 'Add a source');
  await nameByKeyboard(assay, inspector, material.origin);
  await tabTo(page, 5, `Choose the words that name “${material.origin}”`, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(reader.text).toBeFocused();
  await selectByKeyboard(reader, material.originWords);
  await page.keyboard.press('Enter');
  await expect(inspector.section('Who says so')).toContainText(material.originWords);

  await judgeByKeyboard(assay, inspector, material);
  await answerDialogs(app, { save: path });
  await page.keyboard.press('g');
  await page.keyboard.press('e');
  await assay.screen('Report').waitFor();
  await tabTo(page, 3, 'Annotated report (HTML)…');
  await page.keyboard.press('Enter');
  await expect(assay.message(/Exported to/)).toBeVisible();
  return path;
}

async function judgeByKeyboard(
  assay: CaseWindow,
  inspector: InspectorPanel,
  material: Material,
): Promise<void> {
  const { page } = assay;
  await page.keyboard.press('F6');
  await tabTo(page, 22, /^1, /);
  await page.keyboard.press('3');
  await expect(inspector.grade(/^3, /)).toBeChecked();
  await tabTo(page, 3, 'Open');
  await page.keyboard.press('s');
  await expect(inspector.grade('Supported')).toBeChecked();
  await tabTo(page, 1, 'Why this verdict');
  await page.keyboard.type('Confirmed later.');
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('Escape');

  await assay.command(material.origin);
  await assay.screen('Sources').waitFor();
  await inspector.panel('Source').waitFor();
  await tabTo(page, 27, /^A, /);
  await page.keyboard.press('d');
  await expect(inspector.grade(/^D, /)).toBeChecked();
}

/** Selects words as one does who has no mouse: finds them, and leaves the find bar. */
async function selectByKeyboard(reader: ReaderScreen, words: string): Promise<void> {
  await reader.find(words);
  await expect(reader.findCount).toHaveText(/^1 of/);
  await reader.press('Escape');
  await expect(reader.text).toBeFocused();
}

/** Adds a source that is new to the chain of attribution; the button for it has the focus, and has it again. */
async function nameByKeyboard(
  { page }: CaseWindow,
  inspector: InspectorPanel,
  name: string,
): Promise<void> {
  const before = await inspector.chain.count();
  await page.keyboard.press('Enter');
  await tabTo(page, 0, 'Who');
  await page.keyboard.type(name);
  await page
    .getByRole('option', { name: new RegExp(name) })
    .first()
    .waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(inspector.chain).toHaveCount(before + 1);
  await expect(inspector.section('Who says so')).toContainText(`Kind of “${name}”`);
}

/** Reaches what has that name by so many presses of Tab; fails where it takes more, or less. */
async function tabTo(
  page: Page,
  presses: number,
  name: string | RegExp,
  key: 'Tab' | 'Shift+Tab' = 'Tab',
): Promise<void> {
  for (let pressed = 0; pressed < presses; pressed += 1) await page.keyboard.press(key);
  const wanted = page.locator(':focus').and(
    page
      .getByRole('button', { name, ...exactly(name) })
      .or(page.getByRole('radio', { name, ...exactly(name) }))
      .or(page.getByRole('combobox', { name, ...exactly(name) }))
      .or(page.getByRole('textbox', { name, ...exactly(name) })),
  );
  await expect(wanted, `${presses} × ${key} to ${String(name)}`).toHaveCount(1);
}

function exactly(name: string | RegExp): { exact?: boolean } {
  return typeof name === 'string' ? { exact: true } : {};
}

async function claimByMouse(
  { page }: CaseWindow,
  inspector: InspectorPanel,
  material: Material,
): Promise<void> {
  await new ReaderScreen(page).drag(material.claim);
  await page.getByRole('button', { name: 'Claim', exact: true }).click();
  await expect(inspector.text('Statement')).toHaveValue(material.claim);
  await inspector.text('Statement').fill(material.statement);
  await inspector.addSource(material.publisher);
  await expect(inspector.text('Statement')).toHaveValue(material.statement);
  await inspector.addSource(material.origin);
  await page
    .getByRole('button', { name: `Choose the words that name “${material.origin}”` })
    .click();
  await new ReaderScreen(page).drag(material.originWords);
  await expect(inspector.section('Who says so')).toContainText(material.originWords);
}

async function judgeByMouse(
  assay: CaseWindow,
  inspector: InspectorPanel,
  material: Material,
): Promise<void> {
  await inspector.grade(/^3, /).click();
  await inspector.grade('Supported').click();
  await inspector.text('Why this verdict').fill('Confirmed later.');
  await inspector.text('Place').fill('Here');
  await assay.goTo('Sources');
  await assay.page.getByRole('gridcell', { name: material.origin, exact: true }).click();
  await inspector.panel('Source').waitFor();
  await inspector.grade(/^D, /).click();
}
