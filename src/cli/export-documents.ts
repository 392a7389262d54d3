import type { AppError } from '../contract/errors.ts';
import { counted } from '../domain/core/counted.ts';
import { type Result, err, ok } from '../domain/core/result.ts';
import { runExport } from '../main/formats/reports/export-job.ts';
import { reportFormat } from '../main/formats/reports/formats.ts';
import { exportCase } from '../main/services/export-case.ts';
import { DocumentId } from '../domain/records/document/record.ts';
import { findPlace, occupied, writeExport } from '../main/services/export-place.ts';
import type { CaseStore } from '../main/store/case-store.ts';
import type { CommandEnvironment } from './environment.ts';
import { type Outcome, failed, misused } from './outcome.ts';

/** What `assay export` is asked. */
export interface ExportOptions {
  /** The id of a format. */
  readonly format: string;
  /** The file to write, or what the names of several begin with. */
  readonly out: string;
  /** Whether files that nobody named, because they are beside `out`, may be replaced. */
  readonly force?: true;
  /** Ids of documents, in the order they are to appear; all documents unless given. */
  readonly documents?: readonly string[] | undefined;
}

/**
 * Exports documents of an open case with what was made of them. A format is checked by commander before it gets here.
 */
export async function exportDocuments(
  store: CaseStore,
  { format: id, out, force, documents: named }: ExportOptions,
  environment: CommandEnvironment,
): Promise<Outcome> {
  const chosen = chosenDocuments(store, named);
  if (!chosen.ok) return chosen.error;
  const documents = chosen.value;
  const format = reportFormat(id);
  if (!format.ok) return failed(format.error);
  // Before the export is made: a name that is taken should not cost minutes first.
  const place = await findPlace(format.value, out);
  if (!place.ok) return failed(place.error);
  if (place.value.unasked.length > 0 && force !== true) return refused(occupied(place.value));
  // No worker: there is no window to keep alive, so the export is made in this thread.
  const means = { ...environment, export: runExport };
  const files = await exportCase(means, { store, documents, format: format.value });
  if (!files.ok) return failed(files.error);
  const written = await writeExport(files.value, place.value);
  if (!written.ok) return failed(written.error);
  const { paths } = place.value;
  return {
    ending: 'done',
    json: { format: id, documents, files: paths },
    lines: [
      ...paths.map((path) => `Wrote ${path}`),
      `${counted(documents.length, 'document')} exported.`,
    ],
    problems: [],
  };
}

function refused(error: AppError): Outcome {
  return { ...failed(error), problems: [error.message, 'With --force they are replaced.'] };
}

function chosenDocuments(
  store: CaseStore,
  names: readonly string[] | undefined,
): Result<DocumentId[], Outcome> {
  if (names === undefined) return ok([...store.view.all('document')].map(({ id }) => id));
  const chosen: DocumentId[] = [];
  for (const name of names) {
    const id = DocumentId.safeParse(name);
    if (!id.success || store.view.get(id.data) === undefined) return err(unknownDocument(name));
    chosen.push(id.data);
  }
  // An id that is given twice is one document in the place where it came first.
  return ok([...new Set(chosen)]);
}

function unknownDocument(name: string): Outcome {
  return misused(
    `There is no document “${name}” in this case. Use the ids that “assay list CASE documents” shows.`,
  );
}
