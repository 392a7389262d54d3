import { mkdir } from 'node:fs/promises';
import type { RecoverableJournal } from '../journal/journal-backend.ts';
import { type CaseFolder, caseFolder } from '../disk/case-folder.ts';
import { FolderJournal } from '../journal/folder-journal.ts';
import { journalStart } from '../journal/journal-line.ts';
import { temporaryFolder, valueOf } from './temporary-case.ts';

/** An empty journal in a folder of its own, which is gone when the test is. */
export async function temporaryJournal(
  segmentLimit?: number,
): Promise<{ folder: CaseFolder; journal: RecoverableJournal }> {
  const folder = caseFolder(await temporaryFolder());
  await mkdir(folder.journal);
  const tail = { mark: journalStart, segments: [], torn: null };
  return { folder, journal: valueOf(await FolderJournal.open(folder, tail, segmentLimit)) };
}
