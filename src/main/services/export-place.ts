import { createHash } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { getSystemErrorMap } from 'node:util';
import { type AppError, appError } from '../../contract/errors.ts';
import { type Result, err, ok } from '../../domain/core/result.ts';
import type { ExportedFile } from '../formats/reports/exporter.ts';
import type { ReportFormat } from '../formats/reports/format.ts';
import { alone } from '../store/access/lock.ts';
import type { CaseStore } from '../store/case-store.ts';
import { isSystemError } from '../store/disk/file-errors.ts';
import { type NewFile, type Obstacle, placeFiles, takenPaths } from '../store/disk/place-files.ts';
import { caseName, fileNameOf } from './open-case.ts';

/** Where the files of an export go. */
export interface ExportPlace {
  /** One for each file of the format, in its order. */
  readonly paths: readonly [string, ...string[]];
  /** The files that are there already. Only these are replaced. */
  readonly taken: readonly string[];
  /** Those of them that were not named by whoever chose the place: they must be asked about. */
  readonly unasked: readonly string[];
}

// Why a file cannot be put in place, as the end of a sentence. The keys are the names of POSIX errors, as Node gives
// them in `code`.
const reasons: Readonly<Record<string, string>> = {
  EISDIR: 'there is a folder of this name',
  ELOOP: 'what is there is not a file of its own, but a link or a device',
  ENOENT: 'its folder does not exist',
  ENOTDIR: 'its folder does not exist',
  EACCES: 'you have no permission to write it',
  EPERM: 'you have no permission to write it, or another program has it open',
  EBUSY: 'another program has it open',
  EROFS: 'this disk can only be read',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is used up',
  EFBIG: 'it is too large for this disk',
  ENAMETOOLONG: 'its name is too long',
};

/** The name that an export of a case is offered under. */
export function suggestedName(store: CaseStore, { extension }: ReportFormat): string {
  return `${fileNameOf(caseName(store))}.${extension}`;
}

/**
 * Finds where an export goes whose place was chosen as `path`: a single file to the path itself, several beside each other with
 * their own names after the path's ("report.csv" gives "report claims.csv" and so on). Fails where something else than a file is
 * in the way.
 */
export async function findPlace(
  format: ReportFormat,
  path: string,
): Promise<Result<ExportPlace, AppError>> {
  const paths = pathsOf(format, path);
  const taken = await takenPaths(paths);
  if (!taken.ok) return err(notWritten(taken.error));
  const unasked = taken.value.filter((each) => each !== path);
  return ok({ paths, taken: taken.value, unasked });
}

/** What says that files are there which nobody was asked about. */
export function occupied({ unasked }: ExportPlace): AppError {
  return appError('export/exists', { names: unasked.map((path) => basename(path)) });
}

/**
 * Writes the files of an export to their place: all of them, or none, and then what was there is as it was. Files that came there
 * since the place was found are not replaced.
 */
export async function writeExport(
  files: readonly ExportedFile[],
  { paths, taken }: ExportPlace,
): Promise<Result<null, AppError>> {
  const newFiles = files.map(({ bytes }, index): NewFile => {
    const path = paths[index] ?? '';
    return { path, bytes, mayReplace: taken.includes(path) };
  });
  const [first, ...more] = newFiles;
  // A single file is wholly of one export or of the other, whichever comes last: it needs no lock.
  if (first === undefined || more.length === 0) return place(newFiles);
  // Two exports to one place at the same time would each put some of their files there.
  const lock = join(dirname(first.path), lockName(first.path));
  try {
    const placed = await alone(lock, () => place(newFiles));
    if (placed.ok) return placed.value;
    const reason = `${placed.error} is exporting to it as well; if that has ended, delete “${lock}”`;
    return err(appError('export/write-failed', { path: first.path, reason }));
  } catch (error) {
    // The lock itself could not be made. Anything that the system did not refuse is a bug.
    if (!isSystemError(error)) throw error;
    return err(notWritten({ path: first.path, code: error.code }));
  }
}

async function place(files: readonly NewFile[]): Promise<Result<null, AppError>> {
  const placed = await placeFiles(files);
  return placed.ok ? placed : err(notWritten(placed.error));
}

// The same for all names that a file system may take for one, and too long for none. macOS takes names for the same
// that differ in normal form, and macOS and Windows those that differ in case.
function lockName(path: string): string {
  const name = basename(path).normalize('NFC').toLowerCase();
  return `.${createHash('sha256').update(name).digest('hex').slice(0, 16)}.lock`;
}

function pathsOf({ extension, files }: ReportFormat, path: string): ExportPlace['paths'] {
  const [first, ...others] = files;
  if (others.length === 0) return [path];
  const chosen = basename(path);
  const own = `.${extension}`;
  // Nothing else is an extension here: “Report 1.2” and “Report 1.3” are two names.
  const stem = chosen.toLowerCase().endsWith(own) ? chosen.slice(0, -own.length) : chosen;
  const beside = (name: string): string => join(dirname(path), `${stem} ${name}`);
  return [beside(first), ...others.map(beside)];
}

function notWritten({ path, code }: Obstacle): AppError {
  if (code === 'EEXIST') return appError('export/exists', { names: [basename(path)] });
  // The map has the system's own English words for every error, which still say more than the code.
  const known = [...getSystemErrorMap().values()].find(([name]) => name === code);
  return appError('export/write-failed', { path, reason: reasons[code] ?? known?.[1] ?? code });
}
