import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { CaseState } from '../../domain/case-state.ts';
import type { AppError } from '../../domain/errors.ts';
import { type Diff, changesOf } from '../../domain/diff.ts';
import type { DocumentId } from '../../domain/model/ids.ts';
import { type AnyRecord, homeOf } from '../../domain/model/records.ts';
import type { Result } from '../../domain/result.ts';
import { currentFormat } from '../migrations/registry.ts';
import { type CaseFolder, caseFile, documentFile } from './case-folder.ts';
import { CaseCheckpoint, DocumentCheckpoint, writeCheckpoint } from './checkpoint-file.ts';
import { FolderSync, syncFolder } from './durable-files.ts';
import { attempt } from './file-errors.ts';
import type { JournalMark } from './journal-line.ts';

// An analyst who stops for two seconds has stopped typing; one who never stops still gets a checkpoint twice a minute.
const idleMilliseconds = 2_000;
const longestWaitMilliseconds = 30_000;

// Enough to keep a disk busy without holding many documents' text in memory at once.
const filesAtOnce = 8;

/** What the disk's checkpoints hold, as found on opening. */
export interface CheckpointState {
  /** The change up to which `case.json` is complete; 0 without one. */
  readonly seq: number;
  /** The documents that have a checkpoint, with the change up to which it is complete. */
  readonly documents: ReadonlyMap<DocumentId, number>;
  /** The documents whose checkpoint is missing, damaged, behind, or of a document that is gone. */
  readonly stale: ReadonlySet<DocumentId>;
}

/** The case as it stands at one moment. */
export interface CaseMoment {
  readonly state: CaseState;
  readonly mark: JournalMark;
}

/** Writes checkpoints of what changed, when nothing else is going on and on request. */
export class Checkpointer {
  readonly #folder: CaseFolder;
  readonly #moment: () => CaseMoment;
  readonly #documents: Map<DocumentId, number>;
  readonly #stale: Set<DocumentId>;
  #seq: number;
  #timer: NodeJS.Timeout | undefined;
  #waitingSince: number | null = null;
  #running: Promise<unknown> = Promise.resolve();

  constructor(folder: CaseFolder, found: CheckpointState, moment: () => CaseMoment) {
    this.#folder = folder;
    this.#moment = moment;
    this.#documents = new Map(found.documents);
    this.#stale = new Set(found.stale);
    this.#seq = found.seq;
    if (this.#isBehind()) this.#schedule();
  }

  /** Takes note of a change that is in the journal and in the state. */
  changed(diff: Diff): void {
    for (const home of homesOf(diff)) this.#stale.add(home);
    this.#schedule();
  }

  /** Writes what changed since the last checkpoint; what could not be written is tried again with the next one. */
  flush(): Promise<Result<null, AppError>> {
    return this.whileQuiet(() =>
      attempt(this.#folder.path, async () => {
        if (this.#isBehind()) await this.#write();
        return null;
      }),
    );
  }

  /** Does something while no checkpoint is being written. */
  whileQuiet<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#running.then(work);
    this.#running = turn.catch(() => undefined);
    return turn;
  }

  /** Ends the waiting for idle moments. */
  stop(): void {
    clearTimeout(this.#timer);
  }

  #isBehind(): boolean {
    return this.#stale.size > 0 || this.#moment().mark.seq !== this.#seq;
  }

  #schedule(): void {
    const now = performance.now();
    this.#waitingSince ??= now;
    if (this.#timer !== undefined && now - this.#waitingSince > longestWaitMilliseconds) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#waitingSince = null;
      void this.flush();
    }, idleMilliseconds).unref();
  }

  // The lists of records are taken at once; records never change, so writing them may take its time.
  async #write(): Promise<void> {
    const { state, mark } = this.#moment();
    const stale = [...this.#stale];
    const written = stale.filter((id) => state.get(id) !== undefined);
    const removed = stale.filter((id) => state.get(id) === undefined);
    const contents = new Map(written.map((id) => [id, recordsOf(state, id)]));
    const records = [...state.records()].filter((record) => homeOf(record) === null);
    const order = [...state.all('document')].map(({ id }) => id);
    this.#stale.clear();
    try {
      await this.#writeDocuments(contents, mark.seq);
      for (const id of written) this.#documents.set(id, mark.seq);
      for (const id of removed) this.#documents.delete(id);
      await this.#writeCase(mark, order, records);
      this.#seq = mark.seq;
      // Only now does nothing refer to them any more.
      for (const id of removed)
        await rm(join(this.#folder.documents, documentFile(id)), { force: true });
      if (removed.length > 0) await syncFolder(this.#folder.documents);
    } catch (error) {
      for (const id of stale) this.#stale.add(id);
      throw error;
    }
  }

  async #writeDocuments(
    contents: ReadonlyMap<DocumentId, readonly AnyRecord[]>,
    seq: number,
  ): Promise<void> {
    const folder = this.#folder.documents;
    const sync = new FolderSync(folder);
    const waiting = contents.entries();
    async function writeWaiting(): Promise<void> {
      for (const [id, records] of waiting) {
        const place = { folder, name: documentFile(id), schema: DocumentCheckpoint };
        await writeCheckpoint(place, sync, { format: currentFormat, seq, records: [...records] });
      }
    }
    // All are waited for even if one fails: a late one must not overwrite what the next attempt writes.
    const outcomes = await Promise.allSettled(Array.from({ length: filesAtOnce }, writeWaiting));
    const failure = outcomes.find((outcome) => outcome.status === 'rejected');
    if (failure !== undefined) throw failure.reason;
  }

  async #writeCase(
    journal: JournalMark,
    order: readonly DocumentId[],
    records: AnyRecord[],
  ): Promise<void> {
    const folder = this.#folder.root;
    const documents = order.map((id): [DocumentId, number] => [id, this.#documents.get(id) ?? 0]);
    const data = { format: currentFormat, journal, documents, records };
    const place = { folder, name: caseFile, schema: CaseCheckpoint };
    await writeCheckpoint(place, new FolderSync(folder), data);
  }
}

/** The documents in whose checkpoints a diff changes something. */
export function homesOf(diff: Diff): Set<DocumentId> {
  const homes = new Set<DocumentId>();
  for (const [, { before, after }] of changesOf(diff)) {
    for (const record of [before, after]) {
      const home = record === null ? null : homeOf(record);
      if (home !== null) homes.add(home);
    }
  }
  return homes;
}

function recordsOf(state: CaseState, document: DocumentId): AnyRecord[] {
  return [document, ...state.referrers(document)]
    .map((id) => state.get(id))
    .filter((record) => record !== undefined && homeOf(record) === document)
    .filter((record) => record !== undefined);
}
