import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { counted } from '../../domain/counted.ts';
import type { AppError } from '../../domain/errors.ts';
import type { Analyst } from '../../domain/model/analyst.ts';
import type { RecoveryReport } from '../../domain/recovery.ts';
import { type Result, ok } from '../../domain/result.ts';
import { type CaseFolder, partNames } from './case-folder.ts';
import { Checkpointer } from './checkpointer.ts';
import { placeFile, syncFolder, writeFully } from './durable-files.ts';
import { attempt } from './file-errors.ts';
import { type JournalMark, type SealedLine, recoverCommand, sealLine } from './journal-line.ts';
import { presentSegments, segmentName } from './journal-reader.ts';
import { strays } from './open-folder.ts';
import type { SalvagedCase } from './salvage.ts';
import { asideName, copyAside, leaveReport } from './set-aside.ts';

/**
 * Makes a working case of what was recovered. The damaged files are copied aside first; then a journal that holds every
 * recovered record in its first line takes the old one's place in one step, so that a crash at any moment leaves a folder
 * from which the same can be recovered again. Only the holder of the lock may do this.
 */
export async function recoverCase(
  folder: CaseFolder,
  salvaged: SalvagedCase,
  analyst: Analyst,
  now: Date,
): Promise<Result<RecoveryReport, AppError>> {
  const { state } = salvaged;
  if (state.get(analyst.id) === undefined)
    state.apply({ created: [analyst], updated: [], removed: [] });
  const aside = asideName(now);
  const line = recoveryLine(salvaged, analyst, now);
  const begun = await attempt(folder.path, async () => {
    await copyAside(folder, aside);
    for (const part of partNames) await mkdir(join(folder.root, part), { recursive: true });
    await beginJournal(folder, line);
  });
  if (!begun.ok) return begun;
  const found = {
    seq: 0,
    documents: new Map(),
    stale: new Set([...documentIds(salvaged), ...(await strays(folder, state))]),
  };
  const checkpointer = new Checkpointer(folder, found, () => ({ state, mark: line.mark }));
  const flushed = await checkpointer.flush();
  checkpointer.stop();
  if (!flushed.ok) return flushed;
  const report = { ...salvaged.report, outcome: 'recovered' as const, keptIn: aside };
  const left = await attempt(folder.path, () => leaveReport(folder, aside, report));
  return left.ok ? ok(report) : left;
}

function recoveryLine({ state, mark }: SalvagedCase, { id: by }: Analyst, now: Date): SealedLine {
  const created = [...state.records()];
  const time = now.toISOString();
  const at = time > mark.at ? time : mark.at;
  const label = `Recover ${counted(created.length, 'record')} after damage to the journal, which reached change ${mark.seq}`;
  const diff = { created, updated: [], removed: [] };
  const before: JournalMark = { ...mark, bytes: 0 };
  return sealLine(before, { at, by, command: recoverCommand, label, diff });
}

// The first file is replaced by one that needs no other; what stands in the others is then of no use.
async function beginJournal(folder: CaseFolder, { bytes }: SealedLine): Promise<void> {
  const others = (await presentSegments(folder)).filter(({ name }) => name !== segmentName(1));
  await placeFile(folder.journal, segmentName(1), (handle) => writeFully(handle, bytes, 0));
  await syncFolder(folder.journal);
  for (const { path } of others) await rm(path, { force: true });
  await syncFolder(folder.journal);
}

function documentIds({ state }: SalvagedCase) {
  return [...state.all('document')].map(({ id }) => id);
}
