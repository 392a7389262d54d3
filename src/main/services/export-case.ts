import type { AppError } from '../../contract/errors.ts';
import type { DocumentText } from '../../domain/core/text.ts';
import { type Result, ok } from '../../domain/core/result.ts';
import type { ExportedFile } from '../formats/reports/exporter.ts';
import type { ExportJob } from '../formats/reports/export-job.ts';
import type { DocumentId } from '../../domain/records/document/record.ts';
import type { ReportFormat } from '../formats/reports/format.ts';
import type { CaseStore } from '../store/case-store.ts';
import type { Environment } from './environment.ts';

/** What an export needs of the program: its version, and ways to make files and to print pages. */
export type ExportMeans = Pick<Environment, 'version' | 'export' | 'print'>;

/** What to export from a case. */
export interface ExportOrder {
  readonly store: CaseStore;
  readonly documents: readonly DocumentId[];
  /** Null: the page that the window previews. */
  readonly format: ReportFormat | null;
}

/** Makes the files of an export in memory, ready to be written. */
export async function exportCase(
  means: ExportMeans,
  { store, documents, format }: ExportOrder,
): Promise<Result<ExportedFile[], AppError>> {
  // Read here, because the worker that makes the files reads no case folder: the texts are part of its order.
  const texts: [DocumentId, DocumentText][] = [];
  for (const document of documents) {
    const text = await store.readText(document);
    if (!text.ok) return text;
    texts.push([document, text.value]);
  }
  const job: ExportJob = {
    // All records, because a source's track record counts over the whole case, whatever documents are chosen.
    records: [...store.view.records()],
    texts,
    documents,
    format: format?.id ?? null,
    // Sixteen hex digits are enough to recognise the change by.
    state: { seq: store.seq, hash: store.head.slice(0, 16) },
    at: new Date().toISOString(),
    generator: `Assay ${means.version}`,
  };
  const made = await means.export(job);
  return made.ok && format?.print === true ? printed(means, made.value) : made;
}

async function printed(
  means: ExportMeans,
  pages: readonly ExportedFile[],
): Promise<Result<ExportedFile[], AppError>> {
  const files: ExportedFile[] = [];
  // One after another: each print lays out a whole page in a hidden window.
  for (const { name, bytes } of pages) {
    const printed = await means.print(new TextDecoder().decode(bytes));
    if (!printed.ok) return printed;
    files.push({ name, bytes: printed.value });
  }
  return ok(files);
}
