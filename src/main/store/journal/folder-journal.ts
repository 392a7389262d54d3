import type { Stats } from 'node:fs';
import { type FileHandle, lstat, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type AppError, appError } from '../../../contract/errors.ts';
import { type Result, err, ok } from '../../../domain/core/result.ts';
import type { CaseFolder } from '../disk/case-folder.ts';
import { placeFile, readPart, syncFolder, unfinished, writeFully } from '../disk/durable-files.ts';
import { attempt, storeError } from '../disk/file-errors.ts';
import { FolderJournalReader } from './folder-journal-reader.ts';
import type { ComingLines, MarkedLine, RecoverableJournal } from './journal-backend.ts';
import type { JournalLine, JournalMark, PastLine } from './journal-line.ts';
import { type JournalTail, readJournal } from './journal-reader.ts';
import { type JournalSegment, segmentName } from './segments.ts';

// A segment is what damage to one file can cost and what a reader of the tail has to open; any size would work.
const segmentBytes = 64_000_000;

// A look at the disk that is older than this when the lines are ready is made again: what it saw may have changed.
const freshMilliseconds = 2;

// What must fit on a disk that was full: a day of an analyst's changes, so that it is not full again at once.
const roomBytes = 64_000;

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
export class FolderJournal implements RecoverableJournal {
  readonly #folder: CaseFolder;
  readonly #segmentLimit: number;
  readonly #reader: FolderJournalReader;
  #segment: OpenSegment;
  #end: JournalMark;
  // After a failed sync nobody knows what the disk holds, and syncing again would only say that all is well.
  #inDoubt = false;
  // An append that failed may have left some of these bytes behind the end: known, they are not taken for another's.
  #refusedBytes: Buffer = Buffer.alloc(0);

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
    this.#reader = new FolderJournalReader(folder, () => this.#end);
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

  get path(): string {
    return this.#folder.path;
  }

  get end(): JournalMark {
    return this.#end;
  }

  get inDoubt(): boolean {
    return this.#inDoubt;
  }

  async append(
    expectedSeq: number,
    coming: ComingLines,
    askRight: () => Promise<Result<null, AppError>> = () => Promise.resolve(ok(null)),
  ): Promise<Result<null, AppError>> {
    // The looks at the lock and at the journal are at two files, and wait neither for each other nor for the lines.
    const look = (): Promise<Result<null, AppError>[]> =>
      Promise.all([askRight(), this.#look(expectedSeq)]);
    const begun = performance.now();
    const early = look();
    const lines = await coming;
    const last = lines.at(-1);
    if (last === undefined) return ok(null);
    const isFresh = performance.now() - begun < freshMilliseconds;
    // Nothing was written yet, so whatever a look finds refuses all of the lines.
    const refusal = (await (isFresh ? early : look())).find((looked) => !looked.ok);
    if (refusal !== undefined) return refusal;
    const room = await this.#makeRoom();
    if (!room.ok) return room;

    const written = await this.#write(Buffer.concat(lines.map((line) => line.bytes)));
    // The end moves only once the lines are on disk.
    if (written.ok) this.#end = last.mark;
    return written;
  }

  async recover(): Promise<Result<null, AppError>> {
    const { path } = this.#folder;
    // The hash of the last line stands for all before it.
    const tail = await readJournal(this.#folder, this.#end, () => undefined, this.#end.bytes);
    if (!tail.ok) return tail;
    const last = tail.value.segments.at(-1);
    const isOwn = await attempt(path, async () => last !== undefined && (await this.#isOwn(last)));
    if (!isOwn.ok) return isOwn;
    if (last === undefined || !isOwn.value)
      return this.#refused('another program has changed its journal');
    return attempt(path, async () => {
      const length = this.#end.bytes - last.start;
      // Where bytes are left behind the end, or none can be trusted, the file is written anew; otherwise it only has to
      // be seen that there is room again.
      if (this.#inDoubt || last.size > length) await this.#writeAnew(last, length);
      else await findRoom(this.#folder);
      const segment = await openLastSegment(this.#folder, tail.value);
      // The handle of a drive that was pulled need not even close.
      await this.#segment.handle.close().catch(() => undefined);
      this.#segment = segment;
      this.#inDoubt = false;
      return null;
    });
  }

  read(
    after: JournalMark,
    visit: (line: JournalLine) => void,
    until?: JournalMark,
  ): Promise<Result<JournalMark, AppError>> {
    return this.#reader.read(after, visit, until);
  }

  line(seq: number): Promise<MarkedLine | null> {
    return this.#reader.line(seq);
  }

  before(seq: number): AsyncIterable<PastLine> {
    return this.#reader.before(seq);
  }

  async close(): Promise<void> {
    await this.#segment.handle.close();
  }

  // Makes sure that the file written to is still the case's, and that it is written to only here.
  async #look(expectedSeq: number): Promise<Result<null, AppError>> {
    if (this.#inDoubt)
      return this.#refused('an earlier write failed, and what the disk now holds is uncertain');
    if (expectedSeq !== this.#end.seq)
      return this.#refused('another program has written to its journal');
    const { path, identity } = this.#segment;
    const named = await attempt(this.#folder.path, () => lstat(path));
    if (!named.ok) return named;
    return identityOf(named.value) === identity && named.value.size === this.#size
      ? ok(null)
      : this.#refused('another program has changed its journal');
  }

  async #makeRoom(): Promise<Result<null, AppError>> {
    if (this.#size < this.#segmentLimit) return ok(null);
    return attempt(this.#folder.path, async () => {
      await this.#startSegment();
      return null;
    });
  }

  // How many bytes the segment has to which lines are appended now.
  get #size(): number {
    return this.#end.bytes - this.#segment.start;
  }

  // Tells whether nothing stands behind the end but what of an own append was not taken back.
  async #isOwn({ path, start, size }: JournalSegment): Promise<boolean> {
    const length = this.#end.bytes - start;
    if (length < 0 || size < length) return false;
    const behind = await readPart(path, length, size - length);
    return behind.equals(this.#refusedBytes.subarray(0, behind.length));
  }

  /*
   * A file whose sync failed may say of the next one that all is well though nothing was written. So what is known to be
   * right goes to a new file, which takes the place of the old one once it is on disk.
   */
  async #writeAnew({ path, name }: JournalSegment, length: number): Promise<void> {
    const bytes = await readPart(path, 0, length);
    await placeFile(this.#folder.journal, name, (handle) => writeFully(handle, bytes, 0));
    await syncFolder(this.#folder.journal);
  }

  async #startSegment(): Promise<void> {
    const next = await createSegment(this.#folder, this.#segment.number + 1, this.#end.bytes);
    await this.#segment.handle.close();
    this.#segment = next;
  }

  async #write(bytes: Buffer): Promise<Result<null, AppError>> {
    const { handle } = this.#segment;
    const length = this.#size;
    let syncing = false;
    try {
      await writeFully(handle, bytes, length);
      syncing = true;
      // `fdatasync` also writes the length of the file, without which the line would not be there; times of change do
      // not matter.
      await handle.datasync();
      this.#refusedBytes = Buffer.alloc(0);
      return ok(null);
    } catch (error) {
      const refused = err(storeError(error, this.#folder.path));
      this.#refusedBytes = bytes;
      const restored = await handle.truncate(length).then(
        () => true,
        () => false,
      );
      // A write that failed and was cut off again has left nothing. A sync that failed may have left anything.
      this.#inDoubt = syncing || !restored;
      return refused;
    }
  }

  #refused(reason: string): Result<never, AppError> {
    return err(appError('store/write-failed', { path: this.#folder.path, reason }));
  }
}

// Throws what the system refuses, as the next changes would have it.
async function findRoom(folder: CaseFolder): Promise<void> {
  const name = `room${unfinished}`;
  await placeFile(folder.journal, name, (handle) => writeFully(handle, Buffer.alloc(roomBytes), 0));
  await rm(join(folder.journal, name), { force: true });
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
  // `x` fails where there is such a file: another program has begun it.
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
