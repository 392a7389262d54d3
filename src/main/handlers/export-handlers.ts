import { access } from 'node:fs/promises';
import { basename } from 'node:path';
import { type AppError, appError } from '../../contract/errors.ts';
import type { ExportOutcome } from '../../contract/exports.ts';
import { type Result, err, ok } from '../../domain/core/result.ts';
import type { ReportFormat } from '../formats/reports/format.ts';
import { reportFormat } from '../formats/reports/formats.ts';
import type { CaseStore } from '../store/case-store.ts';
import type { Handlers } from './dispatcher.ts';
import type { Environment } from '../services/environment.ts';
import { exportCase } from '../services/export-case.ts';
import {
  type ExportPlace,
  findPlace,
  suggestedName,
  writeExport,
} from '../services/export-place.ts';
import { type Session, withCase } from '../services/session.ts';

// Enough to judge a report by; a page of more is slower to lay out than a preview may be.
const previewedDocuments = 25;

type ExportRequest = Parameters<Handlers['report/export']>[0];

/** An export that waits for an answer: whether files at its place may be replaced. */
interface Question {
  readonly store: CaseStore;
  readonly format: ReportFormat;
  readonly place: ExportPlace;
}

/** Previews the report, exports it, and shows what was exported. */
export function exportHandlers(environment: Environment, session: Session) {
  // Kept here, because the window never names a path: it gives back the number of the export.
  const written: string[] = [];
  // What the analyst is being asked about.
  let asked: Question | null = null;

  async function exportAs(
    format: ReportFormat,
    store: CaseStore,
    { documents, replace }: ExportRequest,
  ): Promise<Result<ExportOutcome | null, AppError>> {
    // An answer holds only for the question that was asked last: about this format, and while the same case is open.
    const agreed =
      replace && asked?.format === format && asked.store === store ? asked.place : null;
    asked = null;
    const chosen = agreed === null ? await choosePlace(environment, store, format) : ok(agreed);
    if (!chosen.ok) return chosen;
    const place = chosen.value;
    if (place === null) return ok(null);
    // The dialog has asked about the path that was chosen; the further files of the format are asked about in the
    // window.
    if (agreed === null && place.unasked.length > 0) {
      asked = { store, format, place };
      return ok({ kind: 'occupied', names: namesOf(place.unasked) });
    }
    const files = await exportCase(environment, { store, documents, format });
    if (!files.ok) return files;
    const done = await writeExport(files.value, place);
    if (!done.ok) return done;
    // `push` answers the new length, so the number that the window gets is the index in `written`.
    const count = written.push(place.paths[0]);
    return ok({ kind: 'written', names: namesOf(place.paths), written: count - 1 });
  }

  return {
    'report/preview': async ({ documents }) =>
      withCase(session, async (store) => {
        const shown = documents.slice(0, previewedDocuments);
        const files = await exportCase(environment, { store, documents: shown, format: null });
        if (!files.ok) return files;
        // The preview is a single page, and its exporter makes a single file.
        const html = files.value.map(({ bytes }) => new TextDecoder().decode(bytes)).join('');
        return ok({ address: environment.holdPreview(html), shown: shown.length });
      }),
    'report/export': async (request) => {
      const format = reportFormat(request.format);
      if (!format.ok) return format;
      // Refused before the dialog: nobody should choose a place for nothing.
      if (request.documents.length === 0) return err(appError('export/nothing-chosen', {}));
      return withCase(session, (store) => exportAs(format.value, store, request));
    },
    'report/show': async ({ written: number }) => {
      const path = written[number];
      if (path === undefined) return err(appError('export/gone', { name: 'This export' }));
      try {
        await access(path);
      } catch {
        return err(appError('export/gone', { name: basename(path) }));
      }
      environment.showInFolder(path);
      return ok(null);
    },
  } satisfies Partial<Handlers>;
}

function namesOf(paths: readonly string[]): string[] {
  return paths.map((path) => basename(path));
}

// Null where the dialog was cancelled.
async function choosePlace(
  environment: Environment,
  store: CaseStore,
  format: ReportFormat,
): Promise<Result<ExportPlace | null, AppError>> {
  const { label, extension } = format;
  const path = await environment.chooseSaveLocation({
    title: `Export: ${label}`,
    defaultName: suggestedName(store, format),
    filters: [{ name: label, extensions: [extension] }],
    buttonLabel: 'Export',
  });
  return path === null ? ok(null) : findPlace(format, path);
}
