import { type AppError, appError } from '../../../contract/errors.ts';
import { type Result, err, ok } from '../../../domain/core/result.ts';
import type { ComingLines, JournalBackend, MarkedLine } from '../journal/journal-backend.ts';
import {
  type JournalLine,
  type JournalMark,
  type PastLine,
  type SealedLine,
  journalStart,
  readPastLine,
} from '../journal/journal-line.ts';
import { noOldLines } from '../journal/old-lines.ts';

/** A journal that lives as long as the test, and fails or is damaged when it is told to. */
export class MemoryJournal implements JournalBackend {
  readonly path = 'memory';
  // In order: the line with number `n` is at `n - 1`.
  readonly #lines: SealedLine[] = [];
  /** How many times lines were made durable. */
  appends = 0;
  /** What the next appends fail with; null to let them succeed. */
  failure: AppError | null = null;

  get end(): JournalMark {
    return this.#lines.at(-1)?.mark ?? journalStart;
  }

  async append(expectedSeq: number, coming: ComingLines): Promise<Result<null, AppError>> {
    const lines = await coming;
    if (lines.length === 0) return ok(null);
    if (this.failure !== null) return err(this.failure);
    if (expectedSeq !== this.end.seq) {
      const facts = { path: this.path, reason: 'somebody else has written to it' };
      return err(appError('store/write-failed', facts));
    }
    this.appends += 1;
    this.#lines.push(...lines);
    return ok(null);
  }

  read(
    after: JournalMark,
    visit: (line: JournalLine) => void,
    until = this.end,
  ): Promise<Result<JournalMark, AppError>> {
    let { hash } = after;
    for (const { mark } of this.#lines.slice(after.seq, until.seq)) {
      const line = this.#intact(mark.seq);
      if (line?.prev !== hash) {
        const place = `line ${mark.seq}`;
        return Promise.resolve(err(appError('store/damaged', { path: this.path, place })));
      }
      visit(line);
      ({ hash } = line);
    }
    return Promise.resolve(ok(until));
  }

  line(seq: number): Promise<MarkedLine | null> {
    const mark = this.#lines[seq - 1]?.mark;
    const line = this.#intact(seq);
    return Promise.resolve(line && mark ? { line, mark } : null);
  }

  async *before(seq: number): AsyncGenerator<PastLine> {
    for (let next = Math.min(seq - 1, this.end.seq); next > 0; next -= 1) {
      const past = await Promise.resolve(this.#past(next));
      if (past !== undefined) yield past;
    }
  }

  /** Makes the first line that a change alters other than it was written; its mark stays that of what was. */
  damage(change: (bytes: Buffer) => Buffer): void {
    const altered = this.#lines.findIndex(({ bytes }) => !change(bytes).equals(bytes));
    const line = this.#lines[altered];
    if (line !== undefined) this.#lines[altered] = { ...line, bytes: change(line.bytes) };
  }

  /** A journal of its own with the same lines. */
  copy(): MemoryJournal {
    const copy = new MemoryJournal();
    copy.#lines.push(...this.#lines);
    return copy;
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  #past(seq: number): PastLine | undefined {
    const bytes = this.#lines[seq - 1]?.bytes.subarray(0, -1);
    return bytes && { seq, bytes, whole: noOldLines };
  }

  #intact(seq: number): JournalLine | null {
    const past = this.#past(seq);
    return past === undefined ? null : readPastLine(past);
  }
}
