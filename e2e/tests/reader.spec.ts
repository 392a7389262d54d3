import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { expect, test } from '../launch.ts';
import { CaseWindow } from '../pages/case.ts';
import { ReaderScreen } from '../pages/reader.ts';

const report = [
  'NATO left Baghdad on Friday, sources told the paper.',
  'A NATO official, speaking on condition of anonymity, said that amounted to several hundred troops.',
  'Nobody in the ministry would confirm it.',
].join('\n\n');

const arabic = 'قالت مصادر إن القوى السياسية بذلت جهوداً مكثفة.\n\nوأنَّ التحقيق جارٍ.';

const odd = 'The family 👨‍👩‍👧‍👦 and the flag 🇺🇦 and e\u0301tude are here.';

interface Place {
  readonly app: ElectronApplication;
  readonly window: Page;
  readonly workFolder: string;
}

async function read({ app, window, workFolder }: Place, text: string): Promise<ReaderScreen> {
  const assay = new CaseWindow(app, window);
  await assay.createCase(workFolder, 'Withdrawal');
  const path = join(workFolder, 'Report.txt');
  await writeFile(path, text);
  // One document alone opens by itself.
  await assay.importFiles([path]);
  const reader = new ReaderScreen(window);
  await reader.text.waitFor();
  return reader;
}

test('highlights words by mouse, makes a claim of them, and undoes both', async ({
  app,
  window,
  workFolder,
}) => {
  const reader = await read({ app, window, workFolder }, report);
  await reader.drag('NATO left Baghdad');
  await window
    .getByRole('toolbar', { name: 'Selected words' })
    .getByRole('button', { name: 'Highlight' })
    .click();
  await expect(reader.mark('NATO left Baghdad')).toBeVisible();
  await expect(reader.inspector).toContainText('Highlight');
  await reader.press('c');
  await expect(window.getByRole('textbox', { name: 'Statement' })).toBeFocused();
  await expect(window.getByRole('textbox', { name: 'Statement' })).toHaveValue('NATO left Baghdad');
  await expect(reader.cards).toHaveCount(1);
  await reader.press('Escape');
  await expect(reader.text).toBeFocused();
  await reader.press('Control+z', 2);
  await expect(reader.cards).toHaveCount(0);
  await expect(reader.marks).toHaveCount(0);
});

test('does the same by keyboard only', async ({ app, window, workFolder }) => {
  const reader = await read({ app, window, workFolder }, report);
  await reader.goToStart();
  await reader.press('Control+Shift+ArrowRight', 2);
  await reader.press('h');
  await expect(reader.marks).toHaveText(/^NATO left$/u);
  await reader.press('t');
  await window.keyboard.type('Withdrawal');
  await expect(window.getByRole('option', { name: /Add the tag/u })).toBeVisible();
  await reader.press('ArrowDown');
  await reader.press('Enter');
  await expect(reader.inspector).toContainText('Withdrawal');
  await expect(reader.text).toBeFocused();
  await reader.press('n');
  await window.keyboard.type('From two sources');
  await reader.press('Control+Enter');
  await expect(reader.inspector.getByRole('textbox', { name: 'Note' })).toHaveValue(
    'From two sources',
  );
  await reader.press('Alt+Shift+ArrowRight');
  await expect(reader.marks).toHaveText(/^NATO left Baghdad$/u);
  await reader.press('Delete');
  await expect(reader.marks).toHaveCount(0);
});

test('steps through highlights, and lets one choose where several lie', async ({
  app,
  window,
  workFolder,
}) => {
  const reader = await read({ app, window, workFolder }, report);
  for (const words of ['speaking on condition of anonymity', 'NATO left Baghdad', 'left']) {
    await reader.drag(words);
    await reader.press('h');
    await expect(reader.mark(words).first()).toBeVisible();
  }
  await reader.press('Escape');
  await reader.goToStart();
  await reader.press('j');
  await expect(reader.inspector).toContainText('NATO left Baghdad');
  await reader.press('j', 2);
  await expect(reader.inspector).toContainText('speaking on condition');
  await reader.press('k');
  await expect(reader.inspector.getByRole('blockquote').or(reader.inspector)).toContainText('left');
  await reader.press('Escape');
  await reader.click('left');
  const menu = window.getByRole('menu', { name: 'Highlights on these words' });
  await expect(menu.getByRole('menuitem')).toHaveCount(2);
  await reader.press('Enter');
  await expect(reader.inspector).toContainText('NATO left Baghdad');
  await reader.press('l');
  await expect(
    window.getByRole('navigation', { name: 'Highlights' }).getByRole('listitem'),
  ).toHaveCount(3);
});

test('says which claims go with a highlight before it removes it', async ({
  app,
  window,
  workFolder,
}) => {
  const reader = await read({ app, window, workFolder }, report);
  await reader.drag('NATO left Baghdad');
  await reader.press('c');
  await expect(window.getByRole('textbox', { name: 'Statement' })).toBeFocused();
  await reader.press('Escape');
  await reader.press('Delete');
  const dialog = window.getByRole('alertdialog');
  await expect(dialog).toContainText('NATO left Baghdad');
  await dialog.getByRole('button', { name: 'Remove' }).click();
  await expect(reader.marks).toHaveCount(0);
  await reader.press('Control+z');
  await expect(reader.mark('NATO left Baghdad')).toBeVisible();
  await expect(reader.cards).toHaveCount(1);
});

test('copies the text as it is, over paragraphs that are not in the page', async ({
  app,
  window,
  workFolder,
}) => {
  const long = Array.from(
    { length: 600 },
    (_, line) => `${line}. ${report.replace(/\n+/gu, ' ')}`,
  ).join('\n\n');
  const reader = await read({ app, window, workFolder }, long);
  await reader.text.focus();
  await reader.press('Control+a');
  const copied = await reader.copied();
  expect(copied).toContain('599. NATO left');
  expect(copied.length).toBeGreaterThan(100_000);
  await reader.press('Control+End');
  await expect(reader.text.getByText('599. NATO left')).toBeVisible();
  await reader.press('Control+Shift+Home');
  expect(await reader.copied()).toBe(copied);
  await expect(reader.text.getByText(/^0\. NATO left/u)).toBeVisible();
});

test('finds words whatever their case and marks, and keeps the place in the document', async ({
  app,
  window,
  workFolder,
}) => {
  const lines = Array.from({ length: 300 }, (_, line) => `Paragraph ${line} says little.`);
  const reader = await read({ app, window, workFolder }, [...lines, arabic, ...lines].join('\n\n'));
  await reader.find('وان التحقيق');
  await expect(reader.findCount).toHaveText('1 of 1');
  await expect(reader.text.getByText('وأنَّ التحقيق جارٍ.')).toBeInViewport();
  await expect.poll(() => reader.painted('current')).toEqual(['وأنَّ التحقيق']);
  await reader.press('Escape');
  await expect.poll(() => reader.painted('found')).toEqual([]);
  await expect(reader.text).toBeFocused();
  await reader.find('PARAGRAPH 29');
  await expect(reader.findCount).toHaveText(/of 22$/u);
  await reader.press('Escape');
  // Also where the analyst has scrolled on from what was found.
  await reader.scrollTo((await reader.scrolled()) - 600);
  const place = await reader.scrolled();
  expect(place).toBeGreaterThan(0);
  const assay = new CaseWindow(app, window);
  await assay.goTo('Documents');
  await assay.goTo('Reader');
  // The text is measured anew, and a pixel is less than anybody sees.
  await expect.poll(async () => Math.abs((await reader.scrolled()) - place)).toBeLessThanOrEqual(1);
});

test('reads right to left: the left arrow goes on in the text', async ({
  app,
  window,
  workFolder,
}) => {
  const reader = await read({ app, window, workFolder }, arabic);
  await reader.goToStart();
  await reader.press('Control+Shift+ArrowLeft');
  await reader.press('h');
  await expect(reader.marks).toHaveText('قالت');
  await reader.drag('القوى السياسية');
  await reader.press('h');
  await expect(reader.mark('القوى السياسية')).toBeVisible();
});

test('gives the text the focus wherever it was opened from', async ({
  app,
  window,
  workFolder,
}) => {
  const reader = await read({ app, window, workFolder }, report);
  await expect(reader.text).toBeFocused();
  const assay = new CaseWindow(app, window);
  await assay.goTo('Documents');
  await reader.press('g');
  await reader.press('r');
  await reader.text.waitFor();
  await expect(reader.text).toBeFocused();
});

test('never splits what one sees as one letter', async ({ app, window, workFolder }) => {
  const reader = await read({ app, window, workFolder }, odd);
  await reader.goToStart();
  await reader.press('Control+Shift+ArrowRight', 2);
  await reader.press('ArrowRight');
  await expect.poll(() => reader.copied()).toBe('');
  await reader.goToStart();
  await reader.press('ArrowRight', 11);
  await reader.press('Shift+ArrowRight');
  expect(await reader.copied()).toBe('👨‍👩‍👧‍👦');
  await reader.press('h');
  await expect(reader.marks).toHaveText('👨‍👩‍👧‍👦');
});
