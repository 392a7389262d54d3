import { writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import type { ExportFormat } from '../../contract/calls.ts';
import { type AppError, appError } from '../../contract/errors.ts';
import type { DocumentId } from '../../domain/core/ids.ts';
import type { DocumentText } from '../../domain/core/text.ts';
import { type Result, err, ok } from '../../domain/core/result.ts';
import type { ExportedFile } from '../formats/reports/exporter.ts';
import type { ExportJob } from '../formats/reports/export-job.ts';
import { exportKinds } from '../formats/reports/formats.ts';
import type { CaseStore } from '../store/case-store.ts';
import { reasonOf } from './reason.ts';

/** What to export from a case. */
export interface ExportOrder {
  readonly store: CaseStore;
  readonly documents: readonly DocumentId[];
  readonly format: ExportFormat;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** The program and its version. */
  readonly generator: string;
  /** Makes the files, here or in a worker. */
  make(job: ExportJob): Promise<Result<ExportedFile[], AppError>>;
  /** Turns a page into a PDF; only a window's runtime can. */
  print(html: string): Promise<Result<Uint8Array, AppError>>;
}

/** Makes the files of an export in memory, ready to be written. */
export async function exportCase(order: ExportOrder): Promise<Result<ExportedFile[], AppError>> {
  const { store, documents, format, at, generator } = order;
  const texts: [DocumentId, DocumentText][] = [];
  for (const document of documents) {
    const text = await store.readText(document);
    if (!text.ok) return text;
    texts.push([document, text.value]);
  }
  const state = { seq: store.seq, hash: store.head.slice(0, 16) };
  const records = [...store.view.records()];
  const job: ExportJob = { records, texts, documents, format, state, at, generator };
  const made = await order.make(job);
  return made.ok && exportKinds[format].print ? printed(order, made.value) : made;
}

async function printed(
  order: ExportOrder,
  pages: readonly ExportedFile[],
): Promise<Result<ExportedFile[], AppError>> {
  const files: ExportedFile[] = [];
  for (const page of pages) {
    const bytes = await order.print(new TextDecoder().decode(page.bytes));
    if (!bytes.ok) return bytes;
    const { mediaType } = exportKinds[order.format];
    files.push({ name: page.name, mediaType, bytes: bytes.value });
  }
  return ok(files);
}

/**
 * Writes the files of an export: a single one to the path itself, several beside each other with their own names
 * after the path's ("report.csv" gives "report claims.csv" and so on). Says what was written.
 */
export async function writeExport(
  files: readonly ExportedFile[],
  path: string,
): Promise<Result<string[], AppError>> {
  const written: string[] = [];
  for (const file of files) {
    const target = files.length === 1 ? path : siblingPath(path, file.name);
    try {
      await writeFile(target, file.bytes);
    } catch (error) {
      const reason = reasonOf(error);
      return err(appError('export/write-failed', { path: target, reason }));
    }
    written.push(target);
  }
  return ok(written);
}

function siblingPath(path: string, name: string): string {
  const extension = extname(path);
  return join(dirname(path), `${basename(path, extension)} ${name}`);
}
