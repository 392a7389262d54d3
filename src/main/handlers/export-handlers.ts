import { access } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ExportFormat } from '../../contract/calls.ts';
import { type AppError, appError } from '../../contract/errors.ts';
import type { DocumentId } from '../../domain/core/ids.ts';
import { type Result, err, ok } from '../../domain/core/result.ts';
import type { ExportedFile } from '../formats/reports/exporter.ts';
import { exportKinds } from '../formats/reports/formats.ts';
import type { CaseStore } from '../store/case-store.ts';
import type { Handlers } from './dispatcher.ts';
import type { Environment } from '../services/environment.ts';
import { exportCase, writeExport } from '../services/export-case.ts';
import { caseName, fileNameOf } from '../services/open-case.ts';
import { type Session, withCase } from '../services/session.ts';

// Enough to judge a report by; a page of more is slower to lay out than a preview may be.
const previewedDocuments = 25;

/** Previews the report, exports it, and shows what was exported. */
export function exportHandlers(environment: Environment, session: Session) {
  // Kept here, because the window never names a path: it gives back the number of the export.
  const written: string[] = [];
  return {
    'report/preview': async ({ documents }) =>
      withCase(session, async (store) => {
        const shown = documents.slice(0, previewedDocuments);
        const files = await make(environment, store, shown, 'html');
        if (!files.ok) return files;
        const html = files.value.map(({ bytes }) => new TextDecoder().decode(bytes)).join('');
        return ok({ address: environment.holdPreview(html), shown: shown.length });
      }),
    'report/export': async ({ documents, format }) =>
      withCase(session, async (store) => {
        if (documents.length === 0) return err(appError('export/nothing-chosen', {}));
        const path = await choosePlace(environment, store, format);
        if (path === null) return ok(null);
        const files = await make(environment, store, documents, format);
        if (!files.ok) return files;
        const paths = await writeExport(files.value, path);
        if (!paths.ok) return paths;
        const count = written.push(paths.value[0] ?? path);
        return ok({ names: paths.value.map((each) => basename(each)), written: count - 1 });
      }),
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

function choosePlace(
  environment: Environment,
  store: CaseStore,
  format: ExportFormat,
): Promise<string | null> {
  const { label, extension } = exportKinds[format];
  return environment.chooseSaveLocation({
    title: `Export: ${label}`,
    defaultName: `${fileNameOf(caseName(store))}.${extension}`,
    filters: [{ name: label, extensions: [extension] }],
    buttonLabel: 'Export',
  });
}

function make(
  environment: Environment,
  store: CaseStore,
  documents: readonly DocumentId[],
  format: ExportFormat,
): Promise<Result<ExportedFile[], AppError>> {
  return exportCase({
    store,
    documents,
    format,
    at: new Date().toISOString(),
    generator: `Assay ${environment.version}`,
    make: (job) => environment.export(job),
    print: (html) => environment.print(html),
  });
}
