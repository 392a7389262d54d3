import type { Stats } from 'node:fs';
import { type FileHandle, lstat, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type AppError, appError } from '../../domain/errors.ts';
import { type Result, err, ok } from '../../domain/result.ts';
import type { CaseFolder } from './case-folder.ts';
import { syncFolder, writeFully } from './durable-files.ts';
import { attempt, storeError } from './file-errors.ts';
import type { JournalBackend } from './journal-backend.ts';
import type { JournalLine, JournalMark, SealedLine } from './journal-line.ts';
import { type JournalTail, readJournal, segmentName } from './journal-reader.ts';

// A segment is what damage to one file can cost and what a reader of the tail has to open; any size would work.
const segmentBytes = 64_000_000;

interface OpenSegment {
  readonly handle: FileHandle;
  readonly path: string;
  readonly number: number;
  /** Bytes in the segments before it. */
  readonly start: number;
  /** What the system knows the file by, wherever it is moved. */
  readonly identity: string;
}

/** The journal in the case folder: one line of JSON a change, in files that are only ever appended to. */
export class FolderJournal implements JournalBackend {
  readonly #folder: CaseFolder;
  readonly #segmentLimit: number;
  #segment: OpenSegment;
  #end: JournalMark;
  // After a failed sync nobody knows what the disk holds, and syncing again would only say that all is well.
  #inDoubt = false;

  private constructor(
    folder: CaseFolder,
    segment: OpenSegment,
    end: JournalMark,
    segmentLimit: number,
  ) {
    this.#folder = folder;
    this.#segment = segment;
    this.#end = end;
    this.#segmentLimit = segmentLimit;
  }

  /** Opens a journal to append after its tail. A torn last line is cut off; whoever wants it keeps it first. */
  static async open(
    folder: CaseFolder,
    tail: JournalTail,
    segmentLimit = segmentBytes,
  ): Promise<Result<FolderJournal, AppError>> {
    return attempt(folder.path, async () => {
      const segment = await openLastSegment(folder, tail);
      if (tail.torn !== null) {
        await segment.handle.truncate(tail.torn.offset);
        await segment.handle.datasync();
      }
      return new FolderJournal(folder, segment, tail.mark, segmentLimit);
    });
  }

  get end(): JournalMark {
    return this.#end;
  }

  async append(expectedSeq: number, lines: readonly SealedLine[]): Promise<Result<null, AppError>> {
    const last = lines.at(-1);
    if (last === undefined) return ok(null);
    if (this.#inDoubt)
      return this.#refused('an earlier write failed, and what the disk now holds is uncertain');
    if (expectedSeq !== this.#end.seq)
      return this.#refused('another program has written to its journal');
    const ready = await this.#prepare();
    if (!ready.ok) return ready;

    const written = await this.#write(Buffer.concat(lines.map((line) => line.bytes)));
    if (written.ok) this.#end = last.mark;
    return written;
  }

  async read(
    after: JournalMark,
    visit: (line: JournalLine) => void,
  ): Promise<Result<JournalMark, AppError>> {
    const { path } = this.#folder;
    const end = this.#end;
    const tail = await readJournal(this.#folder, after, visit, end.bytes);
    if (!tail.ok) return tail;
    const whole = tail.value.mark.hash === end.hash;
    return whole
      ? ok(tail.value.mark)
      : err(
          appError('store/damaged', {
            path,
            place: `journal, after change ${tail.value.mark.seq}`,
          }),
        );
  }

  async close(): Promise<void> {
    await this.#segment.handle.close();
  }

  // Starts a new segment when the present one is full, and makes sure that the file written to is still the case's.
  async #prepare(): Promise<Result<null, AppError>> {
    const { path } = this.#folder;
    const size = this.#end.bytes - this.#segment.start;
    const ready = await attempt(path, async () => {
      const named = await lstat(this.#segment.path);
      if (identityOf(named) !== this.#segment.identity || named.size !== size) return false;
      if (size >= this.#segmentLimit) await this.#startSegment();
      return true;
    });
    if (!ready.ok) return ready;
    return ready.value ? ok(null) : this.#refused('another program has changed its journal');
  }

  async #startSegment(): Promise<void> {
    const next = await createSegment(this.#folder, this.#segment.number + 1, this.#end.bytes);
    await this.#segment.handle.close();
    this.#segment = next;
  }

  async #write(bytes: Buffer): Promise<Result<null, AppError>> {
    const { handle, start } = this.#segment;
    const length = this.#end.bytes - start;
    let syncing = false;
    try {
      await writeFully(handle, bytes, length);
      syncing = true;
      await handle.datasync();
      return ok(null);
    } catch (error) {
      const refused = err(storeError(error, this.#folder.path));
      const restored = await handle.truncate(length).then(
        () => true,
        () => false,
      );
      this.#inDoubt = syncing || !restored;
      return refused;
    }
  }

  #refused(reason: string): Result<never, AppError> {
    return err(appError('store/write-failed', { path: this.#folder.path, reason }));
  }
}

async function openLastSegment(folder: CaseFolder, tail: JournalTail): Promise<OpenSegment> {
  const last = tail.segments.at(-1);
  if (last === undefined) return createSegment(folder, 1, 0);
  const handle = await open(last.path, 'r+');
  return segmentOf(handle, last.path, tail.segments.length, last.start);
}

async function createSegment(
  folder: CaseFolder,
  number: number,
  start: number,
): Promise<OpenSegment> {
  const path = join(folder.journal, segmentName(number));
  const handle = await open(path, 'wx+');
  try {
    await syncFolder(folder.journal);
    return await segmentOf(handle, path, number, start);
  } catch (error) {
    await handle.close();
    await rm(path, { force: true });
    throw error;
  }
}

async function segmentOf(
  handle: FileHandle,
  path: string,
  number: number,
  start: number,
): Promise<OpenSegment> {
  return { handle, path, number, start, identity: identityOf(await handle.stat()) };
}

function identityOf({ dev, ino }: Stats): string {
  return `${dev}:${ino}`;
}
