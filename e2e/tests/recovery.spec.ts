import { appendFile, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../launch.ts';
import { expectNoFindings } from '../pages/axe.ts';
import { CaseWindow } from '../pages/case.ts';
import { Codebook } from '../pages/codebook.ts';
import { reseal } from '../pages/disk.ts';

const journal = join('journal', '000001.jsonl');

/** A closed case with some tags, of whose journal the line that added one of them is damaged and whose index is gone. */
async function damagedCase(assay: CaseWindow, folder: string): Promise<string> {
  const path = await closedCase(assay, folder);
  await rm(join(path, 'case.json'));
  const words = await readFile(join(path, journal), 'utf8');
  await writeFile(join(path, journal), words.replace('"name":"Peace"', '"name":"Piece"'));
  return path;
}

async function closedCase(assay: CaseWindow, folder: string): Promise<string> {
  const codebook = new Codebook(assay.page);
  const path = await assay.createCase(folder, 'Tags');
  await assay.goTo('Codebook');
  for (const name of ['War', 'Peace', 'Truce']) await codebook.add(name);
  await assay.closeCase();
  return path;
}

test('says what can be recovered of a damaged case, and opens that to look at without touching it', async ({
  app,
  window,
  workFolder,
}) => {
  const assay = new CaseWindow(app, window);
  const path = await damagedCase(assay, workFolder);
  const before = await readdir(path);
  await assay.openCase(path);
  const question = assay.dialog('This case is damaged');
  await expect(question).toContainText('“journal/000001.jsonl, line 3” is damaged.');
  await expect(question).toContainText('What change 3 did may be lost.');
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(question).toBeHidden();
  await assay.openCase(path);
  await question.getByRole('button', { name: 'Only look at it' }).click();
  await assay.dialog('Repairs of this case').getByRole('button', { name: 'Close' }).last().click();
  await assay.goTo('Codebook');
  await expect.poll(() => new Codebook(window).outline()).toEqual(['War', 'Truce']);
  await assay.closeCase();
  expect(await readdir(path)).toEqual(before);
});

test('recovers a damaged case to work on, keeps the damaged files, and tells of it later', async ({
  app,
  window,
  workFolder,
}) => {
  const assay = new CaseWindow(app, window);
  const path = await damagedCase(assay, workFolder);
  const damaged = await readFile(join(path, journal));
  await assay.openCase(path);
  const question = assay.dialog('This case is damaged');
  await question.getByRole('button', { name: 'Recover it' }).click();
  const repairs = assay.dialog('Repairs of this case');
  await expect(repairs).toContainText('a new journal begins with them');
  await repairs.getByRole('button', { name: 'Close' }).last().click();
  const [kept = ''] = (await readdir(path)).filter((name) => name.startsWith('damaged-'));
  expect(await readFile(join(path, kept, journal))).toEqual(damaged);

  const codebook = new Codebook(window);
  await assay.goTo('Codebook');
  await codebook.add('Peace');
  await assay.closeCase();
  await assay.openCase(path);
  await assay.goTo('Codebook');
  await expect.poll(() => codebook.outline()).toEqual(['War', 'Truce', 'Peace']);
  await expect(repairs).toBeHidden();
  await window.getByRole('button', { name: 'Case menu' }).click();
  await window.getByRole('menuitem', { name: 'Repairs of this case…' }).click();
  await expect(repairs).toContainText('What change 3 did may be lost.');
});

test('tells in a line of what was mended without loss, and of the rest when asked', async ({
  app,
  window,
  workFolder,
}) => {
  const assay = new CaseWindow(app, window);
  const path = await closedCase(assay, workFolder);
  await appendFile(join(path, journal), '{"seq":6,"at":');
  await assay.openCase(path);
  await expect(assay.message(/^The last line of the journal was incomplete/)).toBeVisible();
  await window.getByRole('button', { name: 'More…' }).click();
  const repairs = assay.dialog('Repairs of this case');
  await expect(repairs).toContainText('“journal/000001.jsonl, line 5” is incomplete');
  await expect(repairs).toContainText('Nothing is missing.');
  await expect(repairs.getByText(/^\d+ \w{3,4} \d{4}, \d\d:\d\d$/)).toBeVisible();
});

test('recovers what verifying finds damaged, once the case is closed', async ({
  app,
  window,
  workFolder,
}) => {
  const assay = new CaseWindow(app, window);
  // The checkpoints hold what the damaged line did, so that opening has no need to read it.
  const path = await closedCase(assay, workFolder);
  const words = await readFile(join(path, journal), 'utf8');
  await writeFile(join(path, journal), words.replace('"name":"Peace"', '"name":"Piece"'));
  await assay.openCase(path);
  await assay.goTo('History');
  await expect(window.getByRole('alert')).toContainText('The journal is damaged at change 3');
  const verification = await assay.verify();
  await expect(verification).toContainText('“journal/000001.jsonl, line 3” is damaged.');
  await expect(verification).toContainText('3 changes can be read');
  await verification.getByRole('button', { name: 'Close it and recover…' }).click();
  const question = assay.dialog('This case is damaged');
  await expect(question).toContainText('What change 3 did is there');
  await question.getByRole('button', { name: 'Recover it' }).click();
  await assay.dialog('Repairs of this case').getByRole('button', { name: 'Close' }).last().click();
  await assay.goTo('Codebook');
  await expect.poll(() => new Codebook(window).outline()).toEqual(['War', 'Peace', 'Truce']);
  await expect(await assay.verify()).toContainText('All is as it was written.');
});

test('makes a checkpoint anew that contradicts the journal, and names what is not the case’s', async ({
  app,
  window,
  workFolder,
}) => {
  const assay = new CaseWindow(app, window);
  const path = await closedCase(assay, workFolder);
  await reseal(path, (words) => words.replace('"name":"Peace"', '"name":"Piece"'));
  await writeFile(join(path, 'case (1).json'), '{}');
  await assay.openCase(path);
  const verification = await assay.verify();
  await expect(verification).toContainText('“case.json” is intact in itself, but does not fit');
  await expect(verification).toContainText('Files that are not the case’scase (1).json');
  await verification.getByRole('button', { name: 'Close it and recover…' }).click();
  await assay.dialog('This case is damaged').getByRole('button', { name: 'Recover it' }).click();
  await assay.goTo('Codebook');
  await expect.poll(() => new Codebook(window).outline()).toEqual(['War', 'Peace', 'Truce']);
});

test('recovers a case that was made in this window, and not the one that was opened before', async ({
  app,
  window,
  workFolder,
}) => {
  const assay = new CaseWindow(app, window);
  await assay.openCase(await closedCase(assay, workFolder));
  await assay.rail.waitFor();
  await assay.closeCase();
  const path = await assay.createCase(workFolder, 'Made here');
  await assay.goTo('Codebook');
  await new Codebook(window).add('Peace');
  const words = await readFile(join(path, journal), 'utf8');
  await writeFile(join(path, journal), words.replace('"name":"Peace"', '"name":"Piece"'));
  const verification = await assay.verify();
  await verification.getByRole('button', { name: 'Close it and recover…' }).click();
  const question = assay.dialog('This case is damaged');
  await expect(question).toContainText(path);
  await question.getByRole('button', { name: 'Recover it' }).click();
  await expect(assay.dialog('Repairs of this case')).toContainText('a new journal begins');
  expect((await readdir(path)).some((name) => name.startsWith('damaged-'))).toBe(true);
});

test('keeps the answers in sight, however much is found', async ({ app, window, workFolder }) => {
  const assay = new CaseWindow(app, window);
  const path = await closedCase(assay, workFolder);
  const lines = (await readFile(join(path, journal), 'utf8')).split('\n');
  // Every other line is gone, so that there is much to tell.
  await rm(join(path, 'case.json'));
  await writeFile(join(path, journal), lines.filter((_, index) => index % 2 === 1).join('\n'));
  await window.setViewportSize({ width: 1280, height: 400 });
  await assay.openCase(path);
  const question = assay.dialog('This case is damaged');
  const answer = question.getByRole('button', { name: 'Recover it' });
  await expect(answer).toBeInViewport({ ratio: 1 });
});

for (const theme of ['Light', 'Dark']) {
  test(`axe finds nothing in what is said of a damaged case, ${theme.toLowerCase()}`, async ({
    app,
    window,
    workFolder,
  }) => {
    const assay = new CaseWindow(app, window);
    await window.getByRole('button', { name: 'New case…' }).waitFor();
    await assay.chooseTheme(theme);
    const path = await damagedCase(assay, workFolder);
    await assay.openCase(path);
    const question = assay.dialog('This case is damaged');
    await question.waitFor();
    await expectNoFindings(window, 'A damaged case');
    await question.getByRole('button', { name: 'Recover it' }).click();
    await assay.dialog('Repairs of this case').waitFor();
    await expectNoFindings(window, 'Repairs');
  });
}
