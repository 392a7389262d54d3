import { type AppError, appError } from '../../../contract/errors.ts';
import { type Result, err, ok } from '../../../domain/core/result.ts';
import type { ComingLines, JournalBackend } from '../journal/journal-backend.ts';
import {
  type JournalLine,
  type JournalMark,
  type SealedLine,
  journalStart,
  readLine,
} from '../journal/journal-line.ts';

/** A journal that lives as long as the test, and fails when it is told to. */
export class MemoryJournal implements JournalBackend {
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
      const facts = { path: 'memory', reason: 'somebody else has written to it' };
      return err(appError('store/write-failed', facts));
    }
    this.appends += 1;
    this.#lines.push(...lines);
    return ok(null);
  }

  read(
    after: JournalMark,
    visit: (line: JournalLine) => void,
  ): Promise<Result<JournalMark, AppError>> {
    for (const { bytes, mark } of this.#lines) {
      const line = readLine(bytes.subarray(0, -1));
      if (line === null) {
        const place = `line ${mark.seq}`;
        return Promise.resolve(err(appError('store/damaged', { path: 'memory', place })));
      }
      if (line.seq > after.seq) visit(line);
    }
    return Promise.resolve(ok(this.end));
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
