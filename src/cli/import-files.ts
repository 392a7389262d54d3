import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import type { ImportOutcome, ImportProgress, ImportReport } from '../contract/imports.ts';
import { counted } from '../domain/core/counted.ts';
import { type ImportInput, importDocuments } from '../main/services/import-documents.ts';
import { fileInput, folderInputs } from '../main/services/import-jobs.ts';
import { listFolder } from '../main/formats/documents/import-file.ts';
import { createImportPool } from '../main/formats/documents/import-worker-pool.ts';
import type { CaseStore } from '../main/store/case-store.ts';
import type { CommandEnvironment } from './environment.ts';
import { type Outcome, failed } from './outcome.ts';

/** Something to import, under the path by which the user knows it. */
interface NamedInput {
  readonly path: string;
  readonly input: ImportInput;
}

/** Imports files, and the files of folders, into an open case; bad ones do not stop it. */
export async function importFiles(
  store: CaseStore,
  paths: readonly string[],
  environment: CommandEnvironment,
): Promise<Outcome> {
  const named: NamedInput[] = [];
  for (const path of paths) named.push(...(await inputsAt(path, environment.signal)));
  const pool = createImportPool({ workerPath: environment.workerPath });
  try {
    const report = await importDocuments({
      job: randomUUID(),
      store,
      pool,
      inputs: named.map(({ input }) => input),
      signal: environment.signal,
      onProgress: (progress) => {
        environment.showProgress(progressLine(progress));
      },
    });
    environment.showProgress('');
    if (!report.ok) return failed(report.error);
    return outcomeOf(
      report.value,
      named.map(({ path }) => path),
    );
  } finally {
    await pool.close();
  }
}

async function inputsAt(path: string, signal: AbortSignal): Promise<NamedInput[]> {
  if (!(await isFolder(path))) return [{ path, input: fileInput(path) }];
  const listed = await listFolder(path, signal);
  if (!listed.ok)
    return [{ path, input: { ...fileInput(path), load: () => Promise.resolve(listed) } }];
  const { files, skipped } = listed.value;
  return [
    ...files.map((file) => ({ path: file, input: fileInput(file) })),
    ...skipped.flatMap((left) =>
      folderInputs({ files: [], skipped: [left] }).map((input) => ({ path: left.path, input })),
    ),
  ];
}

// What cannot be looked at is a file as far as the import is concerned, which then says what is wrong with it.
async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

function progressLine({ done, total, current }: ImportProgress): string {
  return `Reading ${done + 1} of ${total}: ${current}`;
}

function outcomeOf({ outcomes, cancelled }: ImportReport, paths: readonly string[]): Outcome {
  const files = outcomes.map((outcome, index) => ({ path: paths[index] ?? outcome.name, outcome }));
  const failures = files.filter(({ outcome }) => outcome.status === 'failed');
  const tally = {
    imported: outcomes.filter(({ status }) => status === 'imported').length,
    known: outcomes.filter(({ status }) => status === 'known').length,
    failed: failures.length,
  };
  return {
    ending: cancelled ? 'interrupted' : failures.length > 0 ? 'someNotImported' : 'done',
    json: { ...tally, interrupted: cancelled, files: files.map(fileEntry) },
    lines: cancelled ? [] : [...files.map(fileLine), summary(tally)],
    problems: cancelled
      ? [
          'The import was interrupted; nothing was added to the case. Run it again to import the files.',
        ]
      : failures.flatMap(({ outcome }) =>
          outcome.status === 'failed' ? [outcome.error.message] : [],
        ),
  };
}

interface FileOutcome {
  readonly path: string;
  readonly outcome: ImportOutcome;
}

function fileEntry({ path, outcome }: FileOutcome) {
  if (outcome.status !== 'failed') {
    const { status, document } = outcome;
    return { path, status, document };
  }
  const { code, facts, message } = outcome.error;
  return { path, status: outcome.status, error: { code, facts, message } };
}

const statusWords = {
  imported: 'imported',
  known: 'already in the case',
  failed: 'not imported',
} as const satisfies Record<ImportOutcome['status'], string>;

function fileLine({ path, outcome }: FileOutcome): string {
  return `${statusWords[outcome.status]}: ${path}`;
}

function summary(tally: { imported: number; known: number; failed: number }): string {
  const known = tally.known === 0 ? '' : `, ${tally.known} already in the case`;
  const failures = tally.failed === 0 ? '' : `, ${tally.failed} not imported`;
  return `${counted(tally.imported, 'document')} imported${known}${failures}.`;
}
