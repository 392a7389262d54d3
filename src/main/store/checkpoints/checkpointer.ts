import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { CaseState } from '../../../domain/core/case-state.ts';
import type { AppError } from '../../../contract/errors.ts';
import type { Diff } from '../../../domain/core/diff.ts';
import { type AnyRecord, numberedTypes } from '../../../domain/records/registry.ts';
import { homelessRecords, homesOf, recordsOfDocument } from '../../../domain/records/residence.ts';
import type { Result } from '../../../domain/core/result.ts';
import type { DocumentId } from '../../../domain/records/document/record.ts';
import { currentFormat } from '../../migrations/registry.ts';
import { type CaseFolder, documentFile } from '../disk/case-folder.ts';
import { type CaseHead, writeCheckpoint } from './checkpoint-file.ts';
import { placeOfCase, placeOfDocument } from './checkpoint-places.ts';
import { FolderSync, syncFolder } from '../disk/durable-files.ts';
import { attempt } from '../disk/file-errors.ts';
import type { JournalMark } from '../journal/journal-line.ts';
import type { CaseMoment } from '../memory/case-moment.ts';
import { Slices } from '../disk/slices.ts';

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

/** Writes checkpoints of what changed, when nothing else is going on and on request. */
export class Checkpointer {
  readonly #folder: CaseFolder;
  readonly #moment: () => CaseMoment;
  readonly #mayWrite: () => Promise<boolean>;
  readonly #documents: Map<DocumentId, number>;
  readonly #stale: Set<DocumentId>;
  #seq: number;
  #timer: NodeJS.Timeout | undefined;
  #waitingSince: number | null = null;
  #running: Promise<unknown> = Promise.resolve();

  /** `mayWrite` tells whether the right to write is still held; without it nothing is written. */
  constructor(
    folder: CaseFolder,
    found: CheckpointState,
    moment: () => CaseMoment,
    mayWrite = (): Promise<boolean> => Promise.resolve(true),
  ) {
    this.#folder = folder;
    this.#moment = moment;
    this.#mayWrite = mayWrite;
    this.#documents = new Map(found.documents);
    this.#stale = new Set(found.stale);
    this.#seq = found.seq;
    // A crash, or a repair, may have left checkpoints behind the journal.
    if (this.#isBehind()) this.#schedule();
  }

  /** Takes note of a change that is in the journal and in the state. */
  changed(diff: Diff): void {
    for (const home of homesOf(diff, this.#moment().state)) this.#stale.add(home);
    this.#schedule();
  }

  /** Writes what changed since the last checkpoint; what could not be written is tried again with the next one. */
  flush(): Promise<Result<null, AppError>> {
    return this.whileQuiet(() =>
      attempt(this.#folder.path, async () => {
        if (this.#isBehind() && (await this.#mayWrite())) await this.#write();
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
    if (this.#timer !== undefined) {
      // Each change puts the writing off, until it has been put off for long enough; a timer that went off begins anew.
      if (now - this.#waitingSince <= longestWaitMilliseconds) this.#timer.refresh();
      return;
    }
    this.#timer = setTimeout(() => {
      this.#waitingSince = null;
      // What fails here is tried again with the next change; the journal has everything meanwhile.
      void this.flush();
    }, idleMilliseconds).unref();
  }

  /*
   * `case.json` vouches for all checkpoints up to its own change, so it is written last, of the moment before the first
   * of them. A document's may be of a later moment: replaying changes that are in it already does no harm.
   */
  async #write(): Promise<void> {
    const slices = new Slices();
    const { mark, records } = await this.#collect(homelessRecords, slices);
    const numbers = highestNumbers(this.#moment().state);
    const stale = [...this.#stale];
    this.#stale.clear();
    try {
      await this.#writeDocuments(stale, slices);
      const documents = [...this.#documents];
      const head = { format: currentFormat, journal: mark, numbers, documents };
      const sync = new FolderSync(this.#folder.root);
      await writeCheckpoint(placeOfCase(this.#folder), { ...head, records }, sync, slices);
      this.#seq = mark.seq;
      await this.#removeAll(stale.filter((id) => !this.#documents.has(id)));
    } catch (error) {
      // Also those that were written after all: writing one again costs little.
      for (const id of stale) this.#stale.add(id);
      throw error;
    }
  }

  // Records of one moment. What is many is collected in slices, and anew if the case changes meanwhile.
  async #collect(
    recordsIn: (state: CaseState) => Iterable<AnyRecord>,
    slices: Slices,
  ): Promise<{ mark: JournalMark; records: AnyRecord[] }> {
    const { state, mark } = this.#moment();
    const records: AnyRecord[] = [];
    for (const record of recordsIn(state)) {
      records.push(record);
      if (!slices.used()) continue;
      await slices.pause();
      if (this.#moment().mark.seq !== mark.seq) return this.#collect(recordsIn, slices);
    }
    return { mark, records };
  }

  async #writeDocuments(stale: readonly DocumentId[], slices: Slices): Promise<void> {
    const sync = new FolderSync(this.#folder.documents);
    // They finish in any order, and are listed in the one in which they came into the case.
    for (const id of stale) if (!this.#documents.has(id)) this.#documents.set(id, 0);
    const waiting = stale.values();
    const writeWaiting = async (): Promise<void> => {
      for (const id of waiting) {
        await slices.pause();
        await this.#writeDocument(id, sync, slices);
      }
    };
    // All are waited for even if one fails: a late one must not overwrite what the next attempt writes.
    const outcomes = await Promise.allSettled(Array.from({ length: filesAtOnce }, writeWaiting));
    const failure = outcomes.find((outcome) => outcome.status === 'rejected');
    if (failure !== undefined) throw failure.reason;
  }

  async #writeDocument(id: DocumentId, sync: FolderSync, slices: Slices): Promise<void> {
    const { mark, records } = await this.#collect((state) => recordsOfDocument(state, id), slices);
    // Without its document nothing of it is left.
    if (records.length === 0) {
      this.#documents.delete(id);
      return;
    }
    const { seq, hash, bytes } = mark;
    const data = { format: currentFormat, seq, line: { hash, bytes }, records };
    await writeCheckpoint(placeOfDocument(this.#folder, id), data, sync, slices);
    this.#documents.set(id, mark.seq);
  }

  // Checkpoints of documents are removed only once `case.json` no longer names them: a crash in between loses nothing.
  async #removeAll(documents: readonly DocumentId[]): Promise<void> {
    for (const id of documents)
      await rm(join(this.#folder.documents, documentFile(id)), { force: true });
    if (documents.length > 0) await syncFolder(this.#folder.documents);
  }
}

// The highest short numbers of a moment or later: none that was given by then may be given again.
function highestNumbers(state: CaseState): NonNullable<CaseHead['numbers']> {
  return Object.fromEntries(numberedTypes.map((type) => [type, state.highestNumber(type)]));
}
