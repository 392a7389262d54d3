import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { counted } from '../../../domain/core/counted.ts';
import type { AppError } from '../../../contract/errors.ts';
import type { Analyst } from '../../../domain/records/analyst/record.ts';
import type { RecoveryReport } from '../../../contract/recovery.ts';
import { type Result, ok } from '../../../domain/core/result.ts';
import { type CaseFolder, caseFile } from '../disk/case-folder.ts';
import { Checkpointer } from '../checkpoints/checkpointer.ts';
import { kindAt, placeFile, syncFolder, writeFully } from '../disk/durable-files.ts';
import { attempt } from '../disk/file-errors.ts';
import {
  type JournalMark,
  type SealedLine,
  journalStart,
  recoverCommand,
  recoverMoreCommand,
  sealLine,
} from '../journal/journal-line.ts';
import { presentSegments, segmentName } from '../journal/segments.ts';
import { strays, tidyFolder } from '../opening/open-folder.ts';
import type { SalvagedCase } from './salvage.ts';
import { keepAside } from '../opening/set-aside.ts';
import { Slices } from '../disk/slices.ts';

// A line with so many records is written, and read again, in a few milliseconds.
const recordsInLine = 1_000;

/**
 * Makes a working case of what was recovered. The damaged files are kept aside first; then a journal whose first lines make
 * every recovered record takes the old one's place in one step, so that a crash at any moment leaves a folder from which
 * the same can be recovered again. Only the holder of the lock may do this.
 */
export async function recoverCase(
  folder: CaseFolder,
  salvaged: SalvagedCase,
  analyst: Analyst,
  now: Date,
): Promise<Result<RecoveryReport, AppError>> {
  const { state } = salvaged;
  // Whoever recovers signs the lines of the new journal, so the case has to know them.
  if (state.get(analyst.id) === undefined)
    state.apply({ created: [analyst], updated: [], removed: [] });
  const begun = await attempt(folder.path, async () => {
    await tidyFolder(folder);
    const outcome = { ...salvaged.report, at: now.toISOString(), outcome: 'recovered' as const };
    const report = await keepAside(folder, outcome, { parts: [caseFile, 'documents', 'journal'] });
    const mark = await beginJournal(folder, recoveryLines(salvaged, analyst, now));
    return { report, mark };
  });
  if (!begun.ok) return begun;
  const { report, mark } = begun.value;
  const documents = [...state.all('document')].map(({ id }) => id);
  // Checkpoints of documents that are no longer in the case are stale as well, and are removed by the flush.
  const stale = new Set([...documents, ...(await strays(folder, state))]);
  const found = { seq: 0, documents: new Map(), stale };
  const checkpointer = new Checkpointer(folder, found, () => ({ state, mark }));
  const flushed = await checkpointer.flush();
  checkpointer.stop();
  return flushed.ok ? ok(report) : flushed;
}

function* recoveryLines(
  { state, mark }: SalvagedCase,
  { id: by }: Analyst,
  now: Date,
): Generator<SealedLine> {
  const records = [...state.records()];
  const time = now.toISOString();
  // Times never go back along a journal, even if this computer's clock is behind the one that wrote last. ISO 8601 in
  // UTC sorts as text.
  const at = time > mark.at ? time : mark.at;
  // Numbers and the chain go on from the last change that is known, so that no number is given twice; the bytes begin
  // anew.
  let end: JournalMark = { ...mark, bytes: 0 };
  for (let done = 0; done < records.length; done += recordsInLine) {
    const created = records.slice(done, done + recordsInLine);
    const command = done === 0 ? recoverCommand : recoverMoreCommand;
    const label = `Recover ${counted(created.length, 'record')} after damage to the journal, which reached change ${mark.seq}`;
    const diff = { created, updated: [], removed: [] };
    const line = sealLine(end, { at, by, command, label, diff });
    end = line.mark;
    yield line;
  }
}

// The first file is replaced by one that needs no other; what stands in the others is then of no use.
async function beginJournal(folder: CaseFolder, lines: Iterable<SealedLine>): Promise<JournalMark> {
  const others = (await presentSegments(folder)).filter(({ name }) => name !== segmentName(1));
  // A folder in the place of a file, which no file could replace, was kept aside like everything else.
  const first = join(folder.journal, segmentName(1));
  if ((await kindAt(first)) === 'folder') await rm(first, { recursive: true });
  const slices = new Slices();
  let end = journalStart;
  await placeFile(folder.journal, segmentName(1), async (handle) => {
    for (const { bytes, mark } of lines) {
      await writeFully(handle, bytes, end.bytes);
      end = mark;
      await slices.pause();
    }
  });
  // The new first file has to be on disk before the others go: a power cut must not leave the old first file without
  // them.
  await syncFolder(folder.journal);
  for (const { path } of others) await rm(path, { recursive: true, force: true });
  await syncFolder(folder.journal);
  return end;
}
