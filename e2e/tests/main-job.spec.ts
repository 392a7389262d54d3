import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { answerDialogs, expect, test } from '../launch.ts';
import { CaseWindow, sampleDocuments } from '../pages/case.ts';
import { InspectorPanel } from '../pages/inspector.ts';
import { selectWords } from '../pages/words.ts';

/** What the main job is done on: a document, words that hold a claim, and the words that name its origin. */
interface Material {
  readonly path: string;
  readonly publisher: string;
  readonly claim: string;
  readonly statement: string;
  readonly origin: string;
  readonly originWords: string;
  readonly highlight: string;
}

const wire: Material = {
  path: join(sampleDocuments, '01-littoral-wire.txt'),
  publisher: 'Littoral',
  claim: 'killing at least 31 people',
  statement: 'The explosion killed at least 31 people.',
  origin: 'Security official',
  originWords: 'a security official said',
  highlight: 'levelled Shed 9',
};

const article: Material = {
  path: join(import.meta.dirname, '../../../shared/corpus/asharq-al-awsat-iraq.txt'),
  publisher: 'Asharq Al-Awsat',
  claim: 'NATO withdrew all of its troops',
  statement: 'NATO withdrew all its troops from the advisory mission.',
  origin: 'NATO',
  originWords: 'the military alliance said on Friday',
  highlight: 'Political parties in Iraq',
};

for (const [name, material] of Object.entries({ wire, article })) {
  test(`does the main job by mouse on the ${name}`, async ({ app, window, workFolder }) => {
    test.skip(!existsSync(material.path), 'this document is not here');
    const assay = new CaseWindow(app, window);
    const inspector = new InspectorPanel(window);
    await assay.createCase(workFolder, 'Main job');

    await answerDialogs(app, { open: [material.path] });
    await window.getByRole('button', { name: /^Import files…/ }).click();
    await assay.screen('Reader').waitFor();

    await selectWords(window, material.highlight);
    await window.getByRole('button', { name: 'Highlight', exact: true }).click();
    await expect(inspector.panel('Highlight')).toBeVisible();

    await selectWords(window, material.claim);
    await window.getByRole('button', { name: 'Claim', exact: true }).click();
    await expect(inspector.text('Statement')).toHaveValue(material.claim);
    await inspector.text('Statement').fill(material.statement);
    await inspector.addSource(material.publisher);
    await expect(inspector.text('Statement')).toHaveValue(material.statement);
    await inspector.addSource(material.origin);
    await window
      .getByRole('button', { name: `Choose the words that name “${material.origin}”` })
      .click();
    await selectWords(window, material.originWords);
    await expect(inspector.section('Who says so')).toContainText(material.originWords);

    await inspector.grade(/^3, /).click();
    await inspector.grade('Supported').click();
    await inspector.text('Why this verdict').fill('Confirmed later.');
    await inspector.text('Place').fill('Here');

    await assay.goTo('Sources');
    await window.getByRole('gridcell', { name: material.origin, exact: true }).click();
    await inspector.panel('Source').waitFor();
    await inspector.grade(/^D, /).click();

    await assay.goTo('Claims');
    const row = window.getByRole('row', { name: material.statement });
    await expect(row.getByRole('img', { name: 'D, 3' })).toBeVisible();
    await expect(row).toContainText('Supported');

    await assay.goTo('Report');
    const path = join(workFolder, 'report.html');
    await answerDialogs(app, { save: path });
    await window.getByRole('button', { name: 'Annotated report (HTML)…' }).click();
    await expect(assay.message(/Exported to/)).toBeVisible();
    const report = await readFile(path, 'utf8');
    expect(report).toContain(material.statement);
    expect(report).toContain('Confirmed later.');
    expect(report).toContain(material.publisher);

    const steps = ['Rate', 'Change the place', 'Verdict on', 'Verdict on', 'Rate'];
    for (const step of steps.slice(0, 2)) {
      await window.getByRole('button', { name: new RegExp(`^Undo: ${step}`) }).click();
      await expect(assay.message(new RegExp(`^Undone: ${step}`))).toBeVisible();
    }
  });
}
