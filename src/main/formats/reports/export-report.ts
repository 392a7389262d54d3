import type { AppError } from '../../../contract/errors.ts';
import { type Result, ok } from '../../../domain/core/result.ts';
import { gatherContents } from './contents.ts';
import type { ExportRequest, ExportedFile } from './exporter.ts';
import type { ReportFormat } from './format.ts';
import { reportFormat } from './formats.ts';

// The preview is the exporter's own page, whatever formats there are to save it in.
const preview: Pick<ReportFormat, 'files' | 'load'> = {
  files: ['report.html'],
  load: () => import('./annotated-report/annotated-report.tsx'),
};

/**
 * Exports the chosen documents with what was made of them. For a format with `print`, the files are HTML that the
 * caller has printed.
 */
export async function exportReport(
  request: ExportRequest,
): Promise<Result<ExportedFile[], AppError>> {
  const format = request.format === null ? ok(preview) : reportFormat(request.format);
  if (!format.ok) return format;
  const contents = gatherContents(request);
  if (!contents.ok) return contents;
  const { files, load } = format.value;
  const { write } = await load();
  const made = write(contents.value, request);
  // A format's `files` and what its exporter writes are two places in the code that must agree.
  if (made.length !== files.length)
    throw new Error(`${String(request.format)} has ${files.length} files, not ${made.length}`);
  return ok(made.map((bytes, index) => ({ name: files[index] ?? '', bytes })));
}
