import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommandLine } from './command-line.ts';
import type { CommandEnvironment } from './environment.ts';
import { printPage } from './print-page.ts';

/** What a run of the command line answered. */
export interface Run {
  readonly code: number;
  readonly out: string;
  readonly complaints: string;
  /** Standard output as JSON. */
  json(): unknown;
}

/** Runs the command line as the entry does, in this process, with the import worker as it is in the source. */
export async function run(
  args: readonly string[],
  differences: Partial<CommandEnvironment> = {},
): Promise<Run> {
  let out = '';
  let complaints = '';
  const code = await runCommandLine(args, {
    version: '9.8.7',
    workerPath: new URL('../main/formats/documents/worker.ts', import.meta.url),
    analyst: 'Test analyst',
    interruption: () => new AbortController().signal,
    write: (text) => {
      out += text;
    },
    complain: (text) => {
      complaints += text;
    },
    showProgress: () => undefined,
    print: (html) => printPage(html, undefined),
    ...differences,
  });
  return { code, out, complaints, json: () => JSON.parse(out) as unknown };
}

/** A fresh folder for a test, and the way to be rid of it. */
export async function temporaryFolder(): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'assay-cli-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}
