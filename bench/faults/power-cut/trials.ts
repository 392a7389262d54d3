/**
 * Takes the power from under running writers: `trials.ts COUNT`. Each writes to a file system in an image; at some moment the
 * image is copied as the disk has it, without what the system still holds in memory, and the copy is mounted and read.
 * To be run in namespaces of its own, so that mounts and processes are gone whenever and however it ends.
 */
import { type ChildProcessByStdio, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { subjects } from '../subjects/registry.ts';
import { type Subject, judgeNotes } from '../subjects/subject.ts';
import { refusedCode } from './refused-code.ts';

const script = fileURLToPath(new URL('writer.ts', import.meta.url));

// Room for a file system with its journal and some hundred notes.
const imageBytes = 32_000_000;

type Writer = ChildProcessByStdio<null, Readable, null>;

const [count = '0'] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'assay-power-cut-'));
const mounted = new Set<string>();
process.once('exit', () => {
  for (const disk of mounted) execFileSync('umount', ['--lazy', disk]);
  rmSync(folder, { recursive: true, force: true });
});
// Whoever started this holds the other end, and lets go of it however it dies.
process.stdin.once('end', () => process.exit(1)).resume();

// Also without trials, to see whether mounting is possible here.
try {
  await withDisk(join(folder, 'probe'), () => Promise.resolve());
} catch (error) {
  process.stderr.write(error instanceof Error ? error.message : String(error));
  process.exit(refusedCode);
}
for (let trial = 0; trial < Number(count); trial += 1) {
  for (const subject of subjects) {
    const base = join(await mkdtemp(join(folder, 'trial-')), 'image');
    const outcome = await tryOnce(subject, 1 + 2 * trial, base);
    process.stdout.write(`${JSON.stringify({ subject: subject.name, ...outcome })}\n`);
  }
}
process.exit(0);

async function tryOnce(
  subject: Subject,
  saves: number,
  base: string,
): Promise<{ acknowledged: number; problems: string[] }> {
  const copy = `${base}-copy`;
  let acknowledged: number[] = [];
  await withDisk(base, async (disk) => {
    await subject.create(disk);
    // What was there before the writer began is safe, whoever made it.
    execFileSync('sync');
    acknowledged = await writeUntilCut(subject, disk, saves, () => copyFile(`${base}.ext4`, copy));
  });
  const problems = await withMounted(copy, `${copy}-disk`, (disk) =>
    judgeNotes(subject, disk, acknowledged, acknowledged.length + 1),
  );
  await rm(copy);
  return { acknowledged: acknowledged.length, problems };
}

// The writer stands still while its disk is copied, so that what it has acknowledged by then is known.
async function writeUntilCut(
  subject: Subject,
  disk: string,
  saves: number,
  cut: () => Promise<void>,
): Promise<number[]> {
  const writer: Writer = spawn(process.execPath, [script, subject.name, disk], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const closed = once(writer, 'close');
  const acknowledged: number[] = [];
  for await (const line of createInterface({ input: writer.stdout })) {
    acknowledged.push(Number(line));
    if (acknowledged.length !== saves) continue;
    writer.kill('SIGSTOP');
    while (!isStopped(writer.pid ?? 0)) await setImmediate();
    await cut();
    writer.kill('SIGKILL');
  }
  await closed;
  return acknowledged;
}

function isStopped(pid: number): boolean {
  return readdirSync(`/proc/${pid}/task`).every((task) => {
    const stat = readFileSync(`/proc/${pid}/task/${task}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).startsWith('T');
  });
}

async function withDisk(base: string, work: (disk: string) => Promise<void>): Promise<void> {
  const image = `${base}.ext4`;
  await writeFile(image, '');
  await truncate(image, imageBytes);
  execFileSync('mkfs.ext4', ['-q', '-F', image]);
  await withMounted(image, `${base}-disk`, work);
  await rm(image);
}

async function withMounted<T>(
  image: string,
  disk: string,
  work: (disk: string) => Promise<T>,
): Promise<T> {
  await mkdir(disk);
  execFileSync('mount', ['-o', 'loop', image, disk]);
  mounted.add(disk);
  const done = await work(disk);
  execFileSync('umount', [disk]);
  mounted.delete(disk);
  return done;
}
