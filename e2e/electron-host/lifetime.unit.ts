import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  buildFixture,
  environment,
  startFixture,
  stopFixture,
  type RunningFixture,
} from './fixture.ts';

let folder: string;

beforeAll(async () => {
  folder = await buildFixture();
}, 60_000);

afterAll(async () => {
  await rm(folder, { recursive: true });
});

/** What one running host has: its browser's group of processes, and the profile. */
interface Belongings {
  group: number;
  profile: string;
}

interface ProcessFacts {
  pid: number;
  parent: number;
  group: number;
  command: string[];
}

// The executable hands its process over to the host.
function hostOf({ app }: RunningFixture): number {
  return app.process().pid ?? 0;
}

function processes(): ProcessFacts[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const status = readFileSync(`/proc/${name}/stat`, 'utf8');
      // After the name in parentheses: state, parent, group. A zombie is gone but for its parent's noticing.
      const [state, parent, group] = status.slice(status.lastIndexOf(')') + 2).split(' ');
      if (state === 'Z') return [];
      const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').split('\0');
      return [{ pid: Number(name), parent: Number(parent), group: Number(group), command }];
    } catch {
      return [];
    }
  });
}

function belongingsOf(host: number): Belongings {
  for (const { pid, parent, command } of processes()) {
    const profile = command.find((word) => word.startsWith('--user-data-dir='));
    if (parent === host && profile !== undefined) {
      return { group: pid, profile: profile.slice('--user-data-dir='.length) };
    }
  }
  throw new Error('The host has no browser.');
}

async function expectGone(host: number, { group, profile }: Belongings): Promise<void> {
  await expect
    .poll(
      () => ({
        processes: processes().filter(({ pid, group: of }) => pid === host || of === group).length,
        profile: existsSync(profile),
      }),
      { timeout: 15_000 },
    )
    .toEqual({ processes: 0, profile: false });
}

// Processes are looked up in /proc.
describe.skipIf(process.platform !== 'linux')('nothing is left', { timeout: 60_000 }, () => {
  test('after the app is closed, which lets it finish first', async () => {
    const fixture = await startFixture(folder);
    const host = hostOf(fixture);
    const belongings = belongingsOf(host);
    expect(existsSync(belongings.profile)).toBe(true);
    await fixture.app.close();
    expect(await readFile(join(fixture.userData, 'finished.txt'), 'utf8')).toBe('closed in order');
    await expectGone(host, belongings);
    await rm(fixture.userData, { recursive: true });
  });

  test('after its window is closed', async () => {
    const fixture = await startFixture(folder);
    const host = hostOf(fixture);
    const belongings = belongingsOf(host);
    await fixture.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await expectGone(host, belongings);
    await stopFixture(fixture);
  });

  test('after the host is killed', async () => {
    const fixture = await startFixture(folder);
    const host = hostOf(fixture);
    const belongings = belongingsOf(host);
    process.kill(host, 'SIGKILL');
    await expectGone(host, belongings);
    await stopFixture(fixture);
  });

  test('after the browser is killed, and the app ends with an error', async () => {
    const fixture = await startFixture(folder);
    const host = hostOf(fixture);
    const belongings = belongingsOf(host);
    const ended = once(fixture.app.process(), 'exit');
    process.kill(belongings.group, 'SIGKILL');
    expect(await ended).toEqual([1, null]);
    await expectGone(host, belongings);
    await stopFixture(fixture);
  });

  test('after the test runner is killed', async () => {
    const runner = spawn(
      process.execPath,
      [join(import.meta.dirname, 'fixture-app/runner.ts'), folder],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
        env: environment(),
      },
    );
    const [line] = (await once(createInterface({ input: runner.stdout }), 'line')) as [string];
    const { host, userData } = JSON.parse(line) as { host: number; userData: string };
    const belongings = belongingsOf(host);
    runner.kill('SIGKILL');
    await expectGone(host, belongings);
    await rm(userData, { recursive: true });
  });
});

describe('a start that fails', { timeout: 30_000 }, () => {
  async function run(
    words: string[],
    variables: Record<string, string> = {},
  ): Promise<{ code: unknown; said: string }> {
    const child = spawn(join(import.meta.dirname, 'electron'), words, {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...environment(), ASSAY_HEADLESS: '1', ...variables },
    });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const [code] = (await once(child, 'close')) as unknown[];
    return { code, said };
  }

  test('of the app says why, with an exit code', async () => {
    const { code, said } = await run([folder, '--fail']);
    expect(code).toBe(1);
    expect(said).toContain('Assay could not start. Error: told to fail');
  });

  test('without an app says what to name', async () => {
    const { code, said } = await run([]);
    expect(code).toBe(1);
    expect(said).toContain('Name the folder of the app');
  });

  test('of the browser says which and why', async () => {
    const { code, said } = await run([folder], { ASSAY_CHROMIUM: '/bin/false' });
    expect(code).toBe(1);
    expect(said).toContain('Chromium (/bin/false) did not start');
  });

  test('of a user-data folder that is not absolute is refused', async () => {
    const { code, said } = await run([folder], { ASSAY_USER_DATA: 'relative' });
    expect(code).toBe(1);
    expect(said).toContain('ASSAY_USER_DATA must be an absolute folder');
  });
});
