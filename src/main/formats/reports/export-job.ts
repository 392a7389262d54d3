import { CaseState } from '../../../domain/core/case-state.ts';
import type { AppError } from '../../../contract/errors.ts';
import type { AnyRecord } from '../../../domain/records/registry.ts';
import type { DocumentText } from '../../../domain/core/text.ts';
import type { Result } from '../../../domain/core/result.ts';
import type { ExportRequest, ExportedFile } from './exporter.ts';
import type { DocumentId } from '../../../domain/records/document/record.ts';
import { exportReport } from './export-report.ts';

/** An export as plain data, so that it can cross into a worker: the whole case and the texts of the chosen documents. */
export interface ExportJob extends Omit<ExportRequest, 'view' | 'texts'> {
  readonly records: readonly AnyRecord[];
  readonly texts: readonly (readonly [DocumentId, DocumentText])[];
}

/** Makes the files of an export here and now. */
export function runExport({
  records,
  texts,
  ...request
}: ExportJob): Promise<Result<ExportedFile[], AppError>> {
  const byDocument = new Map(texts);
  return exportReport({
    ...request,
    view: new CaseState(records),
    texts: (document) => {
      const text = byDocument.get(document);
      // Whoever makes the job puts in the text of every chosen document, and no exporter asks for another.
      if (text === undefined) throw new Error(`The job lacks the text of ${document}`);
      return text;
    },
  });
}
