import { spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type RunningFixture, startFixture, stopFixture } from '../../e2e/electron-host/fixture.ts';
import { toolCommand } from '../project.mjs';
import { type Addition, additions } from './additions.ts';

// The whole house is type-checked and built; a busy machine may take its time over it.
const patience = 600_000;
vi.setConfig({ testTimeout: patience, hookTimeout: patience });

const house = join(import.meta.dirname, '../..');
const parts = [
  ...['src', 'resources', 'e2e/fixtures', 'electron.vite.config.ts'],
  ...['package.json', 'tsconfig.base.json'],
];
let copy: string;

beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'assay-additions-'));
  for (const part of parts) await cp(join(house, part), join(copy, part), { recursive: true });
  await symlink(join(house, 'node_modules'), join(copy, 'node_modules'), 'junction');
  for (const addition of additions) await add(addition);
});

afterAll(async () => {
  await rm(copy, { recursive: true });
});

async function add({ folder, lines }: Addition): Promise<void> {
  if (folder !== null) {
    await cp(join(import.meta.dirname, folder), copy, { recursive: true, errorOnExist: true });
  }
  for (const { file, line, after } of lines) {
    const path = join(copy, file);
    const text = await readFile(path, 'utf8');
    if (after !== undefined) expect(text).toContain(`${after}\n`);
    const added =
      after === undefined ? `${text}${line}\n` : text.replace(`${after}\n`, `${after}\n${line}\n`);
    await writeFile(path, added);
  }
}

/** Runs a tool of the project in the copy; gives what it printed if it failed, else nothing. */
function complaintsOf(
  [command = '', ...first]: readonly string[],
  values: readonly string[],
): Promise<string> {
  return new Promise((resolve, reject) => {
    const run = spawn(command, [...first, ...values], { cwd: copy });
    let printed = '';
    for (const stream of [run.stdout, run.stderr]) {
      stream.on('data', (data: Buffer) => {
        printed += data.toString();
      });
    }
    run.on('error', reject);
    run.on('close', (code) => {
      resolve(code === 0 ? '' : `${printed}\nended with ${code ?? 'a signal'}`);
    });
  });
}

test.each(additions)('$what takes no more than the map says', async ({ folder, lines, atMost }) => {
  const own =
    folder === null
      ? []
      : await readdir(join(import.meta.dirname, folder), { recursive: true, withFileTypes: true });
  expect(own.filter((entry) => entry.isFile()).length).toBeLessThanOrEqual(atMost.files);
  expect(lines.length).toBeLessThanOrEqual(atMost.lines);
});

test('the house with all of them has no type error', async () => {
  const projects = ['main', 'preload', 'renderer', 'cli'].map((name) => `src/${name}`);
  expect(await complaintsOf(toolCommand('typescript', 'tsc'), ['-b', ...projects])).toBe('');
});

describe('the app with all of them', () => {
  let running: RunningFixture;
  let window: Page;

  beforeAll(async () => {
    expect(await complaintsOf(toolCommand('electron-vite'), ['build', '--logLevel', 'warn'])).toBe(
      '',
    );
    running = await startFixture(copy);
    window = running.window;
    window.setDefaultTimeout(patience / 10);
    await window.getByRole('button', { name: 'Open the sample case' }).click();
  });

  afterAll(async () => {
    await stopFixture(running);
  });

  function goTo(screen: string): Promise<void> {
    return window
      .getByRole('navigation', { name: 'Screens' })
      .getByRole('button', { name: screen, exact: true })
      .click();
  }

  test('has the screen with its records, in the rail, in the palette and in the history', async () => {
    await goTo('Actors');
    await window.getByRole('button', { name: 'Add an actor' }).click();
    await window.getByRole('gridcell', { name: 'Quay wardens' }).click();
    await window.getByRole('complementary', { name: 'Actor inspector' }).waitFor();
    await goTo('History');
    await window.getByText('Add the actor “Quay wardens”').first().waitFor();
    await window.keyboard.press('Control+k');
    await window.locator('[role=dialog] input:focus').waitFor();
    await window.keyboard.type('quay ward');
    await window.getByRole('menuitem', { name: 'Quay wardens', exact: true }).click();
    await window.getByRole('complementary', { name: 'Actor inspector' }).waitFor();
  });

  test('has the export format among the buttons', async () => {
    await goTo('Report');
    await window.getByRole('button', { name: 'Statements (text)…' }).waitFor();
    await window.getByText('What the claims say, a line each.').waitFor();
  });

  test('reads the import format, and the dialog asks for it', async () => {
    const path = join(copy, 'quay.talk');
    await writeFile(path, 'TRANSCRIPT Talk at the quay\nIt burnt.\nWho says so?\n');
    await running.app.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = (...given: unknown[]) => {
        Object.assign(globalThis, { asked: given.at(-1) });
        return Promise.resolve({ canceled: false, filePaths: [chosen] });
      };
    }, path);
    await window.keyboard.press('Control+i');
    // What was imported alone is opened.
    await window.getByRole('main', { name: 'Reader' }).getByText('It burnt.').first().waitFor();
    await goTo('Documents');
    await window.getByRole('gridcell', { name: 'Talk at the quay' }).waitFor();
    const asked = await running.app.evaluate(() => Reflect.get(globalThis, 'asked') as unknown);
    expect(JSON.stringify(asked)).toContain('"talk"');
  });

  test('has the scale where such a record is rated', async () => {
    await goTo('Sources');
    await window.getByRole('gridcell', { name: 'Wenna Sorrel', exact: true }).click();
    await window
      .getByRole('complementary', { name: 'Source inspector' })
      .getByRole('region', { name: 'Nearness' })
      .waitFor();
  });

  test('has the column in the table and in the list of columns', async () => {
    await goTo('Claims');
    await window.getByRole('columnheader', { name: /^Hops/ }).waitFor({ state: 'attached' });
    await window.getByRole('button', { name: 'Columns' }).click();
    await window.getByRole('menuitemcheckbox', { name: 'Hops' }).waitFor();
  });
});
