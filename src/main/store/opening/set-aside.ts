import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { RecoveryReport } from '../../../contract/recovery.ts';
import { type CaseFolder, timeInName } from '../disk/case-folder.ts';
import { copyParts } from '../disk/copy-files.ts';
import {
  placeFile,
  placeFolder,
  readPart,
  readPlainFile,
  writeFully,
} from '../disk/durable-files.ts';
import { attempt } from '../disk/file-errors.ts';
import type { TornLine } from '../journal/journal-reader.ts';

const prefix = 'damaged-';
const reportFile = 'report.json';

// Nobody looks through more reports than these, and each is a file to read while a case is opened.
const reportsRead = 20;

/** Tells whether a name in a case folder is that of what a repair kept aside. */
export function isKeptAside(name: string): boolean {
  return name.startsWith(prefix);
}

/** What a repair is about to take away or to replace. */
export interface Found {
  /** Files and folders, as paths in the case folder; what is missing is passed over. */
  readonly parts: readonly string[];
  readonly torn?: TornLine | null;
}

/**
 * Keeps what a repair found as it was, and the report of it, in a folder of the case that is there as a whole or not at all.
 * Answers the report, with the folder's name. What was found is shared with the case, not copied, where the file system can do
 * that: it needs no room, and need not be read off a disk that may be dying.
 */
export async function keepAside(
  { root }: CaseFolder,
  report: RecoveryReport,
  { parts, torn = null }: Found,
): Promise<RecoveryReport> {
  const keptIn = `${prefix}${timeInName(new Date(report.at))}`;
  const kept = { ...report, keptIn };
  await placeFolder(join(root, keptIn), async (beside) => {
    await copyParts(root, beside, { shared: parts });
    if (torn !== null) await keepTornLine(beside, torn);
    const bytes = Buffer.from(`${JSON.stringify(kept, null, 2)}\n`);
    await placeFile(beside, reportFile, (file) => writeFully(file, bytes, 0));
  });
  return kept;
}

async function keepTornLine(beside: string, { segment, offset }: TornLine): Promise<void> {
  const bytes = await readPart(segment.path, offset, segment.size - offset);
  const kept = join(beside, 'journal');
  await mkdir(kept, { recursive: true });
  await placeFile(kept, `${segment.name}.last-line`, (file) => writeFully(file, bytes, 0));
}

/** The reports of earlier repairs, the latest first; what is no report, or cannot be read, is passed over. */
export async function earlierReports(folder: CaseFolder): Promise<RecoveryReport[]> {
  const names = (await readdir(folder.root)).filter(isKeptAside).sort();
  const reports: RecoveryReport[] = [];
  for (const name of names.reverse().slice(0, reportsRead)) {
    const place = join(folder.root, name, reportFile);
    const read = await attempt(folder.path, () => readPlainFile(place));
    const report = read.ok && read.value !== undefined ? parse(read.value) : null;
    if (report !== null) reports.push(report);
  }
  return reports;
}

function parse(bytes: Buffer): RecoveryReport | null {
  try {
    const report = RecoveryReport.safeParse(JSON.parse(bytes.toString('utf8')));
    return report.success ? report.data : null;
  } catch {
    return null;
  }
}
