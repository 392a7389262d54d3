import { join } from 'node:path';
import { expect } from '@playwright/test';
import { answerDialogs } from '../launch.ts';
import type { CaseWindow } from './case.ts';
import { sampleDocuments } from './case.ts';
import { InspectorPanel } from './inspector.ts';
import { selectWords } from './words.ts';

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

  await selectWords(page, material.highlight);
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

async function claimByMouse(
  { page }: CaseWindow,
  inspector: InspectorPanel,
  material: Material,
): Promise<void> {
  await selectWords(page, material.claim);
  await page.getByRole('button', { name: 'Claim', exact: true }).click();
  await expect(inspector.text('Statement')).toHaveValue(material.claim);
  await inspector.text('Statement').fill(material.statement);
  await inspector.addSource(material.publisher);
  await expect(inspector.text('Statement')).toHaveValue(material.statement);
  await inspector.addSource(material.origin);
  await page
    .getByRole('button', { name: `Choose the words that name “${material.origin}”` })
    .click();
  await selectWords(page, material.originWords);
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
