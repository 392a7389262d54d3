import { join } from 'node:path';
import { makeLargeCase } from '../../src/main/store/testing/large-case.ts';
import { answerDialogs, expect, test } from '../launch.ts';
import { CaseWindow } from '../pages/case.ts';
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
