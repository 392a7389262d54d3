import type { ExportFormat } from '../../../contract/calls.ts';
import type { AppError } from '../../../contract/errors.ts';
import { type Result, ok } from '../../../domain/core/result.ts';
import { annotatedReport, annotatedReportPdf } from './html/annotated-report.tsx';
import { gatherContents } from './contents.ts';
import type { ExportRequest, ExportedFile, Exporter } from './exporter.ts';
import { tablesCsv } from './csv/tables-csv.ts';
import { tablesJson } from './json/tables-json.ts';

/** Every export format. */
export const exporters: Readonly<Record<ExportFormat, Exporter>> = {
  html: annotatedReport,
  pdf: annotatedReportPdf,
  csv: tablesCsv,
  json: tablesJson,
};

/**
 * Exports the chosen documents with what was made of them. For a format with `print`, the files are HTML that the
 * caller has printed and saves under the format's own extension.
 */
export function exportReport(request: ExportRequest): Result<ExportedFile[], AppError> {
  const contents = gatherContents(request);
  return contents.ok ? ok(exporters[request.format].write(contents.value, request)) : contents;
}
