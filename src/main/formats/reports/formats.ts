import type { ExportFormat } from '../../../contract/exports.ts';
import { type AppError, appError } from '../../../contract/errors.ts';
import { type Result, err, ok } from '../../../domain/core/result.ts';
import * as all from './all.ts';
import type { ReportFormat } from './format.ts';

const formats: readonly ReportFormat[] = Object.values(all);

/** Every export format, in the order in which lists show them. */
export const reportFormats = formats.toSorted((a, b) => a.position - b.position);

/** The format of an id that came from outside. */
export function reportFormat(id: string): Result<ReportFormat, AppError> {
  const found = reportFormats.find((format) => format.id === id);
  if (found !== undefined) return ok(found);
  const known = reportFormats.map((format) => format.id);
  return err(appError('export/unknown-format', { format: id, known }));
}

/** What the window has to know of the formats to offer them. */
export function offeredFormats(): ExportFormat[] {
  return reportFormats.map(({ id, label, meaning, icon }) => ({ id, label, meaning, icon }));
}
