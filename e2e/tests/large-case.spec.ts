import { join } from 'node:path';
import { makeLargeCase } from '../../src/main/store/testing/large-case.ts';
import { answerDialogs, expect, test } from '../launch.ts';
import { CaseWindow } from '../pages/case.ts';
import { HistoryList } from '../pages/history.ts';
import { ReaderScreen } from '../pages/reader.ts';

test('shows a document of a large case at once, and the whole case after it', async ({
  app,
  window,
  workFolder,
}) => {
  const path = join(workFolder, 'Large.assay');
  await makeLargeCase(path, { documents: 600, highlights: 4 });
  const assay = new CaseWindow(app, window);
  const reader = new ReaderScreen(window);
  await answerDialogs(app, { open: [path] });
  await window.getByRole('button', { name: 'Open a case…' }).click();
  await expect(reader.text).toContainText('an official said that the road');
  await expect(reader.marks).toHaveCount(4);
  await assay.goTo('Documents');
  await expect(assay.screen('Documents').getByText('600 documents', { exact: true })).toBeVisible();
  await expect(window.getByText('The rest of the case is still being read')).toHaveCount(0);
  await assay.screen('Documents').getByRole('searchbox').fill('Report 599');
  await window.getByText('Report 599', { exact: true }).first().dblclick();
  await reader.text.waitFor();
  await reader.goToStart();
  await reader.press('Control+Shift+ArrowRight', 2);
  await reader.press('h');
  await expect(reader.marks).toHaveCount(5);

  await window.getByRole('button', { name: 'Case menu' }).click();
  await window.getByRole('menuitem', { name: 'Close the case' }).click();
  await window
    .getByRole('button', { name: /A large case/ })
    .first()
    .click();
  // The document that was read last, with what was just marked.
  await expect(
    window.getByRole('main').getByRole('document', { name: 'Report 599' }),
  ).toBeVisible();
  await expect(reader.marks).toHaveCount(5);
});

test('shows a large case as it was, leaves that before all of it is here, and reloads', async ({
  app,
  window,
  workFolder,
}) => {
  const path = join(workFolder, 'Large.assay');
  await makeLargeCase(path, { documents: 700, highlights: 4 });
  const assay = new CaseWindow(app, window);
  const history = new HistoryList(window);
  const documents = assay.screen('Documents');
  await assay.openCase(path);
  await assay.goTo('History');
  // The change that brought the last document but nine.
  await history.changes.nth(9).click();
  await window.keyboard.press('v');
  const banner = window.getByText(/This is the case as it was on .*, after change 693\./);
  await expect(banner).toBeVisible();
  await assay.goTo('Documents');
  await expect(documents.getByText('691 documents', { exact: true })).toBeVisible();

  await window.reload();
  await expect(banner).toBeVisible();
  await window.getByRole('button', { name: 'Back to now' }).click();
  await expect(banner).toBeHidden();
  await assay.goTo('Documents');
  await expect(documents.getByText('700 documents', { exact: true })).toBeVisible();
  await expect(window.getByText('The rest of the case is still being read')).toHaveCount(0);
});
