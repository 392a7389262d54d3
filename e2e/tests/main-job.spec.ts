import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../launch.ts';
import { CaseWindow } from '../pages/case.ts';
import {
  type Material,
  doMainJobByKeyboard,
  doMainJobByMouse,
  wireCopy,
} from '../pages/main-job.ts';

const article: Material = {
  path: join(import.meta.dirname, '../../../shared/corpus/asharq-al-awsat-iraq.txt'),
  publisher: 'Asharq Al-Awsat',
  claim: 'NATO withdrew all of its troops',
  statement: 'NATO withdrew all its troops from the advisory mission.',
  origin: 'NATO',
  originWords: 'the military alliance said on Friday',
  highlight: 'Political parties in Iraq',
};

for (const [name, material] of Object.entries({ 'wire copy': wireCopy, article })) {
  test(`does the main job by mouse on the ${name}`, async ({ app, window, workFolder }) => {
    test.skip(!existsSync(material.path), 'this document is not here');
    const assay = new CaseWindow(app, window);
    const path = await doMainJobByMouse(assay, material, workFolder);
    await expectReport(path, material);
    // Every step back is named, whatever screen it was made on.
    for (const step of ['Rate', 'Change the place']) {
      await window.getByRole('button', { name: new RegExp(`^Undo: ${step}`) }).click();
      await expect(assay.message(new RegExp(`^Undone: ${step}`))).toBeVisible();
    }
  });
}

for (const [name, material] of Object.entries({ 'wire copy': wireCopy, article })) {
  test(`does the main job by keyboard only on the ${name}`, async ({ app, window, workFolder }) => {
    test.skip(!existsSync(material.path), 'this document is not here');
    const assay = new CaseWindow(app, window);
    await assay.page.getByRole('heading', { name: 'Assay' }).waitFor();
    const path = await doMainJobByKeyboard(assay, material, workFolder);
    await expectReport(path, material);
    await window.keyboard.press('Control+z');
    await expect(assay.message(/^Undone: Rate/)).toBeVisible();
  });
}

async function expectReport(path: string, material: Material): Promise<void> {
  const report = await readFile(path, 'utf8');
  expect(report).toContain(material.statement);
  expect(report).toContain(material.publisher);
  expect(report).toContain(material.origin);
  expect(report).toContain('Confirmed later.');
}
