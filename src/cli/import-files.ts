import { stat } from 'node:fs/promises';
import type { ImportProgress } from '../contract/imports.ts';
import { type ImportInput, importDocuments } from '../main/services/import-documents.ts';
import { fileInput, folderInputs } from '../main/services/import-inputs.ts';
import { listFolder } from '../main/formats/documents/import-file.ts';
import { createImportPool } from '../main/formats/documents/import-worker-pool.ts';
import type { CaseStore } from '../main/store/case-store.ts';
import type { CommandEnvironment } from './environment.ts';
import { importOutcome } from './import-outcome.ts';
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
  // Paths go beside the inputs, whose own names are those of the files alone, and may be the same in two folders.
  const named: NamedInput[] = [];
  const signal = environment.interruption();
  for (const path of paths) named.push(...(await inputsAt(path, signal)));
  const pool = createImportPool({ workerPath: environment.workerPath });
  try {
    const report = await importDocuments({
      store,
      pool,
      inputs: named.map(({ input }) => input),
      signal,
      onProgress: (progress) => {
        environment.showProgress(progressLine(progress));
      },
    });
    // Taken away before anything is written: both share the terminal's line.
    environment.showProgress('');
    if (!report.ok) return failed(report.error);
    return importOutcome(
      report.value,
      named.map(({ path }) => path),
    );
  } finally {
    // Also when the import throws: the worker's thread would outlive the command.
    await pool.close();
  }
}

async function inputsAt(path: string, signal: AbortSignal): Promise<NamedInput[]> {
  if (!(await isFolder(path))) return [{ path, input: fileInput(path) }];
  const listed = await listFolder(path, signal);
  if (!listed.ok)
    // A folder that cannot be listed is one line of the outcome, as a file that cannot be read is.
    return [{ path, input: { ...fileInput(path), load: () => Promise.resolve(listed) } }];
  const { files, skipped } = listed.value;
  return [
    ...files.map((file) => ({ path: file, input: fileInput(file) })),
    // One at a time, because `folderInputs` leaves out what is hidden, and the path must stay with its input.
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
  // `done` counts what is finished; people count the file that is being read.
  return `Reading ${done + 1} of ${total}: ${current}`;
}
