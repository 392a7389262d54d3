import { execFile, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { expect } from '../launch.ts';

const commandLine = join(import.meta.dirname, '..', '..', 'out', 'main', 'cli.js');

/** Why a test that mounts a disk of its own is skipped. */
export const mountsMissing = 'only root may mount file systems, and only outside most containers';

/** What the command line finds when it checks a case: how many documents, and that all of it is whole. */
export async function expectWhole(path: string, documents: number): Promise<void> {
  const out = await new Promise<string>((resolve) => {
    execFile(process.execPath, [commandLine, 'verify', path, '--json'], (_error, stdout) => {
      resolve(stdout);
    });
  });
  expect(JSON.parse(out)).toMatchObject({ intact: true, documents, findings: [] });
  // A file that no document refers to would be the half of an import.
  for (const folder of ['texts', 'originals'])
    expect(await readdir(join(path, folder)), folder).toHaveLength(documents);
}

/** Changes what `case.json` says, and its hash so that it fits: its first line holds that of all that follows. */
export async function reseal(path: string, change: (words: string) => string): Promise<void> {
  const index = join(path, 'case.json');
  const [, ...rest] = change(await readFile(index, 'utf8')).split('\n');
  const body = rest.join('\n');
  const hash = createHash('sha256').update(body).digest('hex');
  await writeFile(index, `{"hash":"${hash}",\n${body}`);
}

/** Whether this process may mount file systems. */
export function canMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  try {
    execFileSync('unshare', ['--mount', 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Mounts something over `path` while `act` runs. */
export async function withMount(
  path: string,
  options: readonly string[],
  act: () => Promise<void>,
): Promise<void> {
  execFileSync('mount', [...options, path]);
  try {
    await act();
  } finally {
    execFileSync('umount', ['--lazy', path]);
  }
}

/** Gives `act` a disk of one megabyte in a folder, and the way to make room on it. */
export async function withSmallDisk(
  folder: string,
  act: (disk: string, makeRoom: () => void) => Promise<void>,
): Promise<void> {
  const disk = join(folder, 'small disk');
  await mkdir(disk);
  await withMount(disk, ['-t', 'tmpfs', '-o', 'size=1m', 'assay-test'], () =>
    act(disk, () => {
      execFileSync('mount', ['-o', 'remount,size=64m', disk]);
    }),
  );
}
