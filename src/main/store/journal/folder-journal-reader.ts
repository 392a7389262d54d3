import { type AppError, appError } from '../../../contract/errors.ts';
import { type Result, err, ok } from '../../../domain/core/result.ts';
import type { CaseFolder } from '../disk/case-folder.ts';
import { linesBackwards, usualChunk } from './journal-backwards.ts';
import type { MarkedLine, ReadableJournal } from './journal-backend.ts';
import { type JournalLine, type JournalMark, type PastLine, readPastLine } from './journal-line.ts';
import { wholeCaseFor } from './old-lines.ts';
import { readJournal } from './journal-reader.ts';

/** The journal in the case folder as it is read: up to an end that whoever has the case open knows. */
export class FolderJournalReader implements ReadableJournal {
  readonly #folder: CaseFolder;
  readonly #end: () => JournalMark;
  // Bytes of the journal before each line that was come by. A journal is only appended to, so they stay what they are.
  readonly #starts = new Map<number, number>();

  constructor(folder: CaseFolder, end: () => JournalMark) {
    this.#folder = folder;
    this.#end = end;
  }

  get path(): string {
    return this.#folder.path;
  }

  get end(): JournalMark {
    return this.#end();
  }

  async read(
    after: JournalMark,
    visit: (line: JournalLine) => void,
    until = this.end,
  ): Promise<Result<JournalMark, AppError>> {
    const tail = await readJournal(this.#folder, after, visit, until.bytes);
    if (!tail.ok) return tail;
    const { mark } = tail.value;
    // The journal was read up to its bytes; that it is the same journal only the hash of the last line tells.
    if (mark.hash === until.hash) return ok(mark);
    const place = `journal, after change ${mark.seq}`;
    return err(appError('store/damaged', { path: this.path, place }));
  }

  async line(seq: number): Promise<MarkedLine | null> {
    if (seq < 1 || seq > this.end.seq) return null;
    for await (const { past, start } of this.#walk(seq + 1, this.#chunkOf(seq))) {
      const line = readPastLine(past);
      if (line === null) return null;
      const { hash, at } = line;
      return { line, mark: { seq, hash, at, bytes: start + past.bytes.length + 1 } };
    }
    return null;
  }

  async *before(seq: number): AsyncGenerator<PastLine> {
    if (seq <= 1) return;
    for await (const { past } of this.#walk(seq, usualChunk)) yield past;
  }

  // The lines before a number, each with the bytes of the journal before it.
  async *#walk(seq: number, chunk: number): AsyncGenerator<{ past: PastLine; start: number }> {
    let next = this.#knownAfter(seq);
    const end = this.#starts.get(next) ?? 0;
    for await (const { bytes, start } of linesBackwards(this.#folder, end, chunk)) {
      next -= 1;
      this.#starts.set(next, start);
      if (next >= seq) continue;
      const whole = await wholeCaseFor(bytes, this.#folder);
      yield { past: { seq: next, bytes, whole }, start };
    }
  }

  // How much to read for one line: no more than it is, if that is known, and the newline before it.
  #chunkOf(seq: number): number {
    const [start, end] = [this.#starts.get(seq), this.#starts.get(seq + 1)];
    return start === undefined || end === undefined ? usualChunk : end - start + 1;
  }

  // The first line, from a number on, of which is known where it begins: at the latest the one that is still to come.
  #knownAfter(seq: number): number {
    const { seq: last, bytes } = this.end;
    this.#starts.set(last + 1, bytes);
    let known = Math.min(seq, last + 1);
    while (!this.#starts.has(known)) known += 1;
    return known;
  }
}
