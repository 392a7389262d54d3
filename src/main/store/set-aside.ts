import { mkdir, readdir, rename } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { RecoveryReport } from '../../domain/recovery.ts';
import { type CaseFolder, caseFile, timeInName } from './case-folder.ts';
import { copyParts } from './copy-files.ts';
import {
  kindAt,
  placeFile,
  readPart,
  readPlainFile,
  syncFolder,
  writeFully,
} from './durable-files.ts';
import type { TornLine } from './journal-reader.ts';

const prefix = 'damaged-';
const reportFile = 'report.json';

// As many as anybody will look through.
const reportsRead = 20;

/** The name of the folder in which a repair at that moment keeps what it found. */
export function asideName(now: Date): string {
  return `${prefix}${timeInName(now)}`;
}

/** Moves a file of the case folder into a folder of {@link asideName}; where it is missing, nothing happens. */
export async function moveAside(folder: CaseFolder, aside: string, file: string): Promise<void> {
  const from = join(folder.root, file);
  if ((await kindAt(from)) === 'nothing') return;
  const to = await makeRoom(folder, aside, dirname(file));
  await rename(from, join(to, basename(file)));
  for (const changed of [to, dirname(from)]) await syncFolder(changed);
}

/** Keeps the bytes of a torn last line; the journal itself stays as it is. */
export async function keepTornLine(
  folder: CaseFolder,
  aside: string,
  { segment, offset }: TornLine,
): Promise<void> {
  const bytes = await readPart(segment.path, offset, segment.size - offset);
  const kept = await makeRoom(folder, aside, 'journal');
  const name = `${segment.name}.last-line`;
  await placeFile(kept, name, (file) => writeFully(file, bytes, 0));
  await syncFolder(kept);
}

/**
 * Keeps the journal and the checkpoints as they are, before a recovery puts others in their place: what is never written to
 * again can be shared, which needs no room and does not read what a dying disk may no longer give.
 */
export async function keepAside(folder: CaseFolder, aside: string): Promise<void> {
  const shared = [caseFile, 'documents', 'journal'];
  await copyParts(folder.root, join(folder.root, aside), { shared });
}

/** Leaves a report with what was kept, so that it can be read at any time. */
export async function leaveReport(
  folder: CaseFolder,
  aside: string,
  report: RecoveryReport,
): Promise<void> {
  const kept = await makeRoom(folder, aside, '.');
  const bytes = Buffer.from(`${JSON.stringify(report, null, 2)}\n`);
  await placeFile(kept, reportFile, (file) => writeFully(file, bytes, 0));
  await syncFolder(kept);
}

/** The reports of earlier repairs, the latest first; what is no report is passed over. */
export async function earlierReports(folder: CaseFolder): Promise<RecoveryReport[]> {
  const names = (await readdir(folder.root)).filter((name) => name.startsWith(prefix)).sort();
  const reports: RecoveryReport[] = [];
  for (const name of names.reverse().slice(0, reportsRead)) {
    const bytes = await readPlainFile(join(folder.root, name, reportFile));
    const report = bytes === undefined ? null : parse(bytes);
    if (report !== null) reports.push(report);
  }
  return reports;
}

// Makes a folder for what is kept aside of a part of the case, and answers its path.
async function makeRoom({ root }: CaseFolder, aside: string, part: string): Promise<string> {
  const kept = join(root, aside);
  for (const [made, within] of [
    [kept, root],
    [join(kept, part), kept],
  ] as const) {
    await mkdir(made, { recursive: true });
    await syncFolder(within);
  }
  return join(kept, part);
}

function parse(bytes: Buffer): RecoveryReport | null {
  try {
    const report = RecoveryReport.safeParse(JSON.parse(bytes.toString('utf8')));
    return report.success ? report.data : null;
  } catch {
    return null;
  }
}
