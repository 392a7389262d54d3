import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  appendFile,
  chmod,
  chown,
  mkdir,
  open,
  readFile,
  readdir,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import type { ElectronApplication, Page } from '@playwright/test';
import { hostileFiles } from '../fixtures/hostile/generate.ts';
import { answerDialogs, expect, firstWindow, launchApp, test } from '../launch.ts';
import { CaseWindow } from '../pages/case.ts';
import { canMount, expectWhole, mountsMissing, withMount, withSmallDisk } from '../pages/disk.ts';

const honestText = 'A fire broke out at the harbour on Friday, the harbour master said.';
const nobody = 65_534;
const isRoot = process.getuid?.() === 0;

async function write(folder: string, name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

async function closeCase(window: Page): Promise<void> {
  await window.getByRole('button', { name: 'Case menu' }).click();
  await window.getByRole('menuitem', { name: 'Close the case' }).click();
  await window.getByRole('button', { name: 'Open a case…' }).waitFor();
}

async function openByDialog(app: ElectronApplication, window: Page, path: string): Promise<void> {
  await answerDialogs(app, { open: [path] });
  await window.getByRole('button', { name: 'Open a case…' }).click();
}

/** Makes a case of one document and closes it. */
async function closedCase(assay: CaseWindow, folder: string): Promise<string> {
  const path = await assay.createCase(folder, 'Harbour fire');
  await assay.importFiles([await write(folder, 'honest.txt', honestText)]);
  await assay.screen('Reader').waitFor();
  await closeCase(assay.page);
  return path;
}

/** Answers the question whether to open a case read-only, and expects it open. */
async function openReadOnly(assay: CaseWindow, reason: RegExp): Promise<void> {
  const question = assay.dialog('Open it read-only?');
  await expect(question).toContainText(reason);
  // Which case is meant is known: nobody is asked a second time.
  await answerDialogs(assay.app, {});
  await question.getByRole('button', { name: 'Open read-only' }).click();
  await expect(assay.page.getByText('This case is open read-only')).toBeVisible();
  await assay.goTo('Documents');
  await expect(assay.screen('Documents')).toContainText('honest');
}

/** Lets the app's own process be a user without rights while `act` runs: root would be let in everywhere. */
async function asNobody(app: ElectronApplication, act: () => Promise<void>): Promise<void> {
  if (!isRoot) {
    await act();
    return;
  }
  const userData = await app.evaluate((electron) => electron.app.getPath('userData'));
  for (const name of ['', ...(await readdir(userData, { recursive: true }))])
    await chown(join(userData, name), nobody, nobody);
  await app.evaluate((_electron, user) => {
    globalThis.process.setegid?.(user);
    globalThis.process.seteuid?.(user);
  }, nobody);
  try {
    await act();
  } finally {
    await app.evaluate(() => {
      globalThis.process.seteuid?.(0);
      globalThis.process.setegid?.(0);
    });
  }
}

const remedies: Readonly<Record<string, string>> = {
  'empty.txt': '“empty.txt” is empty, so there is nothing to import. Check that the file was saved',
  'picture.txt': '“picture.txt” is not text (it is a file of the kind JPG). Save its content as',
  'zeros.txt': '“zeros.txt” is not text. Save its content as plain text, Markdown or HTML',
  'portable.txt': '“portable.txt” is a PDF document, which Assay cannot import. Save it as plain',
  'huge.txt': '“huge.txt” has 200.0 MB; the limit is 64.0 MB. Split it into smaller files',
  'greek.txt': '“greek.txt” is in no text encoding that Assay knows (tried UTF-8, UTF-16,',
  'half.txt': '“half.txt” is damaged: it is marked as utf-16le but breaks its rules. Get an intact',
  'blank.txt': 'No readable text was found in “blank.txt”. If it is a web page, save it complete',
  'nested-divs.html':
    '“nested-divs.html” was refused: reading it would need more than 60,000 elements',
  'nested-behind-false-ends.html': ' was refused: reading it would need more than 512 levels of',
  'lesser-thans.html': '“lesser-thans.html” was refused: reading it would need more than',
  'nested-quotes.md': '“nested-quotes.md” was refused: reading it would need more than',
  'link.txt': '“link.txt” could not be read: it is not a file but a link. Copy it to this',
};

test('names every bad file of a folder with its remedy, and imports the good one', async ({
  app,
  window,
  workFolder,
}) => {
  const assay = new CaseWindow(app, window);
  const path = await assay.createCase(workFolder, 'Harbour fire');
  const folder = join(workFolder, 'papers');
  await mkdir(folder);
  for (const { name, bytes } of hostileFiles())
    if (name in remedies) await write(folder, name, bytes);
  await write(
    folder,
    'greek.txt',
    Buffer.from('d4ef20f0ebefdfef20e4e5ed20f4e1eee9e4e5fde5e9', 'hex'),
  );
  await write(folder, 'half.txt', Buffer.from('fffe41', 'hex'));
  await write(folder, 'honest.txt', honestText);
  const huge = await open(join(folder, 'huge.txt'), 'w');
  // A sparse file: no disk is needed to be too large.
  await huge.truncate(200_000_000);
  await huge.close();
  execFileSync('ln', ['-s', join(folder, 'honest.txt'), join(folder, 'link.txt')]);

  await answerDialogs(app, { open: [folder] });
  await window.getByRole('button', { name: 'Import a folder…' }).click();
  const report = assay.dialog('Some files were not imported');
  await expect(report).toContainText(
    `1 imported, 0 already in the case, ${Object.keys(remedies).length} not imported.`,
  );
  for (const [name, remedy] of Object.entries(remedies))
    await expect(report.getByRole('listitem').filter({ hasText: remedy }), name).toBeVisible();
  await report.getByRole('button', { name: 'Done' }).click();
  await expect(assay.screen('Documents').getByRole('grid')).toContainText('honest');
  await expectWhole(path, 1);
});

test('says which file vanished while the ones before it were read', async ({
  app,
  window,
  workFolder,
}) => {
  const assay = new CaseWindow(app, window);
  const path = await assay.createCase(workFolder, 'Harbour fire');
  const page = `<html><body><article>${`<p>${honestText}</p>`.repeat(3_000)}</article></body></html>`;
  const pages: string[] = [];
  for (let index = 0; index < 30; index += 1)
    pages.push(await write(workFolder, `${index}.html`, page.replace('fire', `fire ${index}`)));
  const late = await write(workFolder, 'late.txt', honestText);
  await assay.importFiles([...pages, late]);
  await window.getByText(/^Importing \d+ of 31$/).waitFor();
  await rm(late);
  const report = assay.dialog('Some files were not imported');
  await expect(report).toContainText('30 imported', { timeout: 60_000 });
  await expect(report).toContainText(
    '“late.txt” is no longer where it was chosen. It may have been moved, renamed or deleted; choose it again.',
  );
  await expectWhole(path, 30);
});

test('names the files and folders it may not read', async ({ app, window, workFolder }) => {
  test.skip(process.platform === 'win32', 'permissions are of another kind there');
  const assay = new CaseWindow(app, window);
  const path = await assay.createCase(workFolder, 'Harbour fire');
  // Before the app loses its rights: a new worker would have to be read from the project's folder.
  await assay.importFiles([await write(workFolder, 'honest.txt', honestText)]);
  await assay.screen('Reader').waitFor();
  const mine = join(workFolder, 'papers');
  const theirs = join(workFolder, 'their papers');
  for (const folder of [mine, theirs, join(mine, 'closed')]) await mkdir(folder);
  const secret = await write(mine, 'secret.txt', honestText);
  const forbidden = [secret, join(mine, 'closed'), theirs];
  for (const place of forbidden) await chmod(place, 0);
  await chmod(workFolder, 0o755);
  try {
    await asNobody(app, async () => {
      await answerDialogs(app, { open: [mine] });
      await assay.goTo('Documents');
      await window.keyboard.press('Control+k');
      await window.keyboard.type('import a folder');
      await window.getByRole('menuitem', { name: 'Import a folder…' }).click();
      const report = assay.dialog('Some files were not imported');
      await expect(report).toContainText('0 imported, 0 already in the case, 2 not imported.');
      for (const name of ['secret.txt', 'closed'])
        await expect(report).toContainText(
          `You have no permission to read “${name}”. Change its permissions, or copy it to a folder of yours and import that.`,
        );
      await report.getByRole('button', { name: 'Done' }).click();
      await answerDialogs(app, { open: [theirs] });
      await window.keyboard.press('Control+k');
      await window.keyboard.type('import a folder');
      await window.getByRole('menuitem', { name: 'Import a folder…' }).click();
      await expect(assay.message('You have no permission to read “their papers”.')).toBeVisible();
    });
  } finally {
    for (const place of forbidden) await chmod(place, 0o700);
  }
  await expectWhole(path, 1);
});

test('adds nothing when the disk fills during an import, and goes on when there is room', async ({
  app,
  window,
  workFolder,
}) => {
  test.skip(!canMount(), mountsMissing);
  const assay = new CaseWindow(app, window);
  await withSmallDisk(workFolder, async (disk, makeRoom) => {
    const path = await assay.createCase(disk, 'Harbour fire');
    const paths: string[] = [];
    for (let index = 0; index < 8; index += 1) {
      const text = `${honestText} ${index}\n\n`.repeat(2_000);
      paths.push(await write(workFolder, `${index}.txt`, text));
    }
    await assay.importFiles(paths);
    await expect(
      assay.message(
        `The disk that holds “${path}” is full, so the change was not made. Free some space and try again.`,
      ),
    ).toBeVisible();
    await expect(window.getByText('Start with what was written')).toBeVisible();
    await expectWhole(path, 0);
    makeRoom();
    await window.getByRole('button', { name: 'Dismiss' }).click();
    await assay.importFiles(paths);
    await expect(assay.message('Imported 8 documents.')).toBeVisible();
    await expectWhole(path, 8);
    await closeCase(window);
  });
});

test('says that a case of the list was moved, and lets it be taken off', async ({
  app,
  window,
  workFolder,
}) => {
  const assay = new CaseWindow(app, window);
  const path = await closedCase(assay, workFolder);
  await rename(path, join(workFolder, 'Elsewhere.assay'));
  await window.getByRole('button', { name: /^Harbour fire/ }).click();
  await expect(
    assay.message(
      `There is no case at “${path}”. If it was moved or renamed, open it from its new place; if it is on another drive, connect that first.`,
    ),
  ).toBeVisible();
  await window.getByRole('button', { name: 'Take “Harbour fire” off this list' }).click();
  await expect(window.getByText('Cases you open will be listed here.')).toBeVisible();
  await openByDialog(app, window, join(workFolder, 'Elsewhere.assay'));
  await assay.rail.waitFor();
  await expect(assay.screen('Documents')).toContainText('honest');
});

test('keeps what it has when the case is moved under it, and goes on when it is back', async ({
  app,
  window,
  workFolder,
}) => {
  const assay = new CaseWindow(app, window);
  const path = await assay.createCase(workFolder, 'Harbour fire');
  await rename(path, `${path} moved`);
  const honest = await write(workFolder, 'honest.txt', honestText);
  await assay.importFiles([honest]);
  await expect(assay.message(`There is no case at “${path}”.`)).toBeVisible();
  await expect(window.getByText('Start with what was written')).toBeVisible();
  await rename(`${path} moved`, path);
  await assay.importFiles([honest]);
  await assay.screen('Reader').waitFor();
  await expectWhole(path, 1);
});

test('opens a case that another window holds read-only, and follows what is done there', async ({
  app,
  window,
  workFolder,
}) => {
  const assay = new CaseWindow(app, window);
  const path = await closedCase(assay, workFolder);
  await openByDialog(app, window, path);
  await assay.rail.waitFor();
  const second = await launchApp(join(workFolder, 'second user'), workFolder);
  try {
    const other = new CaseWindow(second, await firstWindow(second));
    await openByDialog(second, other.page, path);
    await openReadOnly(other, /is open in another window \(.+, process \d+ on .*Close it there/s);
    await expect(other.page.getByRole('button', { name: 'Import', exact: true })).toBeDisabled();
    await assay.importFiles([
      await write(workFolder, 'second.txt', `Second report. ${honestText}`),
    ]);
    await assay.screen('Reader').waitFor();
    await expect(other.screen('Documents')).toContainText('second');
  } finally {
    await second.close();
  }
  await expectWhole(path, 2);
});

test('opens a case on a read-only disk to look at', async ({ app, window, workFolder }) => {
  test.skip(!canMount(), mountsMissing);
  const assay = new CaseWindow(app, window);
  const path = await closedCase(assay, workFolder);
  await withMount(path, ['--bind', path], async () => {
    execFileSync('mount', ['-o', 'remount,ro,bind', path]);
    await openByDialog(app, window, path);
    await openReadOnly(assay, /can only be read here, so nothing was changed\. Copy the case to a/);
    await closeCase(window);
  });
  await expectWhole(path, 1);
});

test('opens a case in a folder it may not write to, to look at', async ({
  app,
  window,
  workFolder,
}) => {
  test.skip(process.platform === 'win32', 'permissions are of another kind there');
  const assay = new CaseWindow(app, window);
  const path = await closedCase(assay, workFolder);
  for (const folder of [workFolder, path]) await chmod(folder, 0o555);
  try {
    await asNobody(app, async () => {
      await openByDialog(app, window, path);
      await openReadOnly(assay, /You have no permission to use “.*” as a case\. Change its perm/);
      await closeCase(window);
    });
  } finally {
    for (const folder of [workFolder, path]) await chmod(folder, 0o755);
  }
  await expectWhole(path, 1);
});

test('refuses folders that are no case, or no longer one, and leaves them alone', async ({
  app,
  window,
  workFolder,
}) => {
  const assay = new CaseWindow(app, window);
  const pictures = join(workFolder, 'Holiday pictures');
  await mkdir(pictures);
  await write(pictures, 'case.json', '{"name":"not ours"}');
  await openByDialog(app, window, pictures);
  await expect(
    assay.message(
      `“${pictures}” is not an Assay case. Choose the folder that contains “case.json” and “journal”.`,
    ),
  ).toBeVisible();
  expect(await readdir(pictures)).toEqual(['case.json']);

  const path = await closedCase(assay, workFolder);
  const journal = join(path, 'journal', '000001.jsonl');
  const [first = '', ...others] = (await readFile(journal, 'utf8')).split('\n');
  await writeFile(journal, [first.replace('Harbour', 'Harbor!'), ...others].join('\n'));
  // Without its checkpoints the case is what the journal says, and what it says was altered.
  await rm(join(path, 'case.json'));
  await openByDialog(app, window, path);
  await expect(
    assay.message(/^The journal of “.*” is damaged at journal.*Nothing was changed; open what can/),
  ).toBeVisible();
  await expect(window.getByRole('button', { name: 'Open a case…' })).toBeVisible();
});

test('opens a case whose last line is torn, and tells so', async ({ app, window, workFolder }) => {
  const assay = new CaseWindow(app, window);
  const path = await closedCase(assay, workFolder);
  await appendFile(join(path, 'journal', '000001.jsonl'), '{"seq":3,"at":"2026-');
  await openByDialog(app, window, path);
  await assay.rail.waitFor();
  await expect(
    assay.message(
      /^The last line of the journal was incomplete and was cut off\. Everything that was saved is there\. “journal\/000001\.jsonl, line 3” is incomplete.* kept in “damaged-.*”\.$/,
    ),
  ).toBeVisible();
  await expect(assay.screen('Documents')).toContainText('honest');
  await assay.importFiles([await write(workFolder, 'later.txt', `${honestText} Later.`)]);
  await assay.screen('Reader').waitFor();
  await expectWhole(path, 2);
});

test('opens a case of a newer version to look at, and says why', async ({
  app,
  window,
  workFolder,
}) => {
  const assay = new CaseWindow(app, window);
  const path = await closedCase(assay, workFolder);
  const index = join(path, 'case.json');
  // As a newer version would write it: the first line holds the hash of all that follows.
  const [, ...rest] = (await readFile(index, 'utf8'))
    .replace(/"format":\d+/u, '"format":98')
    .split('\n');
  const body = rest.join('\n');
  const hash = createHash('sha256').update(body).digest('hex');
  await writeFile(index, `{"hash":"${hash}",\n${body}`);
  await openByDialog(app, window, path);
  await openReadOnly(assay, /was made by a newer Assay \(format 98; this one knows \d+\)\. Update/);
  await expect(assay.message(/made by a newer Assay .* so it can only be read here/)).toBeVisible();
  await closeCase(window);

  await writeFile(index, '{"format":99,"records":[{"type":"hypothesis"}]}');
  await openByDialog(app, window, path);
  const question = assay.dialog('Open it read-only?');
  await question.getByRole('button', { name: 'Open read-only' }).click();
  await expect(assay.message(/was made by a newer Assay \(format 99; this/)).toBeVisible();
  await expect(window.getByRole('button', { name: 'Open a case…' })).toBeVisible();
});
