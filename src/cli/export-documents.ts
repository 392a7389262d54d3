import type { ExportFormat } from '../contract/calls.ts';
import { counted } from '../domain/core/counted.ts';
import { DocumentId } from '../domain/core/ids.ts';
import { type Result, err, ok } from '../domain/core/result.ts';
import { runExport } from '../main/formats/reports/export-job.ts';
import { exportCase, writeExport } from '../main/services/export-case.ts';
import type { CaseStore } from '../main/store/case-store.ts';
import type { CommandEnvironment } from './environment.ts';
import { type Outcome, failed, misused } from './outcome.ts';

/** What `assay export` is asked. */
export interface ExportOptions {
  readonly format: ExportFormat;
  /** The file to write, or what the names of several begin with. */
  readonly out: string;
  /** Ids of documents, in the order they are to appear; all documents unless given. */
  readonly documents?: readonly string[] | undefined;
}

/** Exports documents of an open case with what was made of them. */
export async function exportDocuments(
  store: CaseStore,
  { format, out, documents }: ExportOptions,
  environment: CommandEnvironment,
): Promise<Outcome> {
  const chosen = chosenDocuments(store, documents);
  if (!chosen.ok) return chosen.error;
  const files = await exportCase({
    store,
    documents: chosen.value,
    format,
    at: new Date().toISOString(),
    generator: `Assay ${environment.version}`,
    make: (job) => Promise.resolve(runExport(job)),
    print: (html) => environment.print(html),
  });
  if (!files.ok) return failed(files.error);
  const written = await writeExport(files.value, out);
  if (!written.ok) return failed(written.error);
  return {
    ending: 'done',
    json: { format, documents: chosen.value, files: written.value },
    lines: [
      ...written.value.map((path) => `Wrote ${path}`),
      `${counted(chosen.value.length, 'document')} exported.`,
    ],
    problems: [],
  };
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
  return ok([...new Set(chosen)]);
}

function unknownDocument(name: string): Outcome {
  return misused(
    `There is no document “${name}” in this case. Use the ids that “assay list CASE documents” shows.`,
  );
}
