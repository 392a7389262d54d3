import type { FileHandle } from 'node:fs/promises';
import { type AppError, appError } from '../../../contract/errors.ts';
import { type Result, err, ok } from '../../../domain/core/result.ts';
import type { CaseFolder } from '../disk/case-folder.ts';
import { openPlainFile, readAround } from '../disk/durable-files.ts';
import { attempt } from '../disk/file-errors.ts';
import type { Sha256 } from '../../../domain/core/record-id.ts';
import {
  type JournalLine,
  type JournalMark,
  type LineEnd,
  linesWithin,
  readLine,
  recoverCommand,
} from './journal-line.ts';
import { wholeCaseFor } from './old-lines.ts';
import { type JournalSegment, type RawLine, listSegments, rawLines } from './segments.ts';
import { Slices } from '../disk/slices.ts';

/** A last line that was not written completely, which the death of a writer leaves behind. */
export interface TornLine {
  readonly segment: JournalSegment;
  /** Bytes of the segment before it. */
  readonly offset: number;
  /** Its number in the segment, counted from 1. */
  readonly line: number;
  /** Whether a newline ends it, so that it may have been a whole line once. */
  readonly ended: boolean;
}

/** What was found at the end of a journal. */
export interface JournalTail {
  readonly mark: JournalMark;
  readonly segments: readonly JournalSegment[];
  readonly torn: TornLine | null;
}

/**
 * Reads a journal in its folder from a mark on, up to `until` bytes, and verifies that each line follows the one
 * before. `visit` is called in the order of the lines, also before a later one turns out to be damaged, so whoever
 * reads into a state gives that up on an error. A torn last line is no error.
 */
export async function readJournal(
  folder: CaseFolder,
  after: JournalMark,
  visit: (line: JournalLine) => void,
  until = Infinity,
): Promise<Result<JournalTail, AppError>> {
  const read = await attempt(folder.path, () => readSegments(folder, after, visit, until));
  return read.ok ? read.value : read;
}

async function readSegments(
  folder: CaseFolder,
  after: JournalMark,
  visit: (line: JournalLine) => void,
  until: number,
): Promise<Result<JournalTail, AppError>> {
  const segments = await listSegments(folder);
  if (segments === null) return damaged(folder, 'journal (a file of it is missing)');
  const total = segments.reduce((sum, { size }) => sum + size, 0);
  if (after.bytes > total) return damaged(folder, 'journal (its end is missing)');

  const slices = new Slices();
  let mark = after;
  for (const segment of segments) {
    const from = mark.bytes - segment.start;
    if (from < 0 || from > segment.size) continue;
    const handle = await openPlainFile(segment.path);
    if (handle === undefined) return damaged(folder, `journal/${segment.name} (not a plain file)`);
    try {
      // The mark is believed only if the line that ends there has its hash.
      if (from > 0 && !(await endsWith(handle, from, mark.hash)))
        return damaged(folder, await placeOf(segment, handle, from));
      const to = Math.min(segment.size, until - segment.start);
      for await (const raw of rawLines(handle, from, to)) {
        const whole = wholeCaseFor(raw.bytes, folder);
        const known = whole instanceof Promise ? await whole : whole;
        const line = raw.ended ? readLine(raw.bytes, known) : null;
        // Only the last line may be torn: after any other, somebody has gone on writing.
        const isLast = segment === segments.at(-1) && raw.offset + raw.bytes.length + 1 >= to;
        if (line === null && isLast && raw.isRead && !holdsLine(raw))
          return ok({ mark, segments, torn: await tornLine(segment, handle, raw) });
        if (line === null || !follows(line, mark))
          return damaged(folder, await placeOf(segment, handle, raw.offset));
        visit(line);
        const bytes = mark.bytes + raw.bytes.length + 1;
        mark = { seq: line.seq, hash: line.hash, at: line.at, bytes };
        await slices.pause();
      }
    } finally {
      await handle.close();
    }
  }
  return ok({ mark, segments, torn: null });
}

// The death of a writer leaves no line that is intact, but for its newline or before another.
function holdsLine({ bytes }: RawLine): boolean {
  // Whether a line is intact does not depend on what it is upgraded to.
  const anyCase = { ordinalOf: () => 1, countOf: () => 1 };
  return linesWithin(bytes, anyCase).next().done !== true;
}

// A journal that was begun anew after damage goes on counting where the one before ended.
function follows(line: JournalLine, mark: JournalMark): boolean {
  if (mark.bytes === 0 && line.command === recoverCommand) return true;
  return line.seq === mark.seq + 1 && line.prev === mark.hash;
}

async function tornLine(
  segment: JournalSegment,
  handle: FileHandle,
  { offset, ended }: RawLine,
): Promise<TornLine> {
  return { segment, offset, ended, line: await lineAt(handle, offset) };
}

/** Of lines that should be in a journal, by where they end, those that end within it and are others there. */
export async function unknownLines(
  segments: readonly JournalSegment[],
  ends: Iterable<LineEnd>,
): Promise<Set<Sha256>> {
  // Many checkpoints are of the same change.
  const waiting = new Map([...ends].map((end) => [end.hash, end.bytes]));
  const unknown = new Set<Sha256>();
  for (const { path, start, size } of segments) {
    const own = [...waiting].filter(([, bytes]) => bytes > start && bytes <= start + size);
    const handle = own.length === 0 ? undefined : await openPlainFile(path);
    if (handle === undefined) continue;
    try {
      for (const [hash, bytes] of own)
        if (!(await endsWith(handle, bytes - start, hash))) unknown.add(hash);
    } finally {
      await handle.close();
    }
  }
  return unknown;
}

// Tells whether the line that ends at `position` has a hash, which is at its end.
async function endsWith(handle: FileHandle, position: number, hash: Sha256): Promise<boolean> {
  const expected = Buffer.from(`"hash":"${hash}"}\n`);
  const found = Buffer.alloc(expected.length);
  await readAround(handle, found, Math.max(0, position - found.length));
  return found.equals(expected);
}

async function placeOf(
  segment: JournalSegment,
  handle: FileHandle,
  offset: number,
): Promise<string> {
  return `journal/${segment.name}, line ${await lineAt(handle, offset)}`;
}

// The line for a reader is counted only when there is something to report.
async function lineAt(handle: FileHandle, offset: number): Promise<number> {
  let line = 1;
  for await (const raw of rawLines(handle, 0, offset)) line += raw.ended ? 1 : 0;
  return line;
}

function damaged(folder: CaseFolder, place: string): Result<never, AppError> {
  return err(appError('store/damaged', { path: folder.path, place }));
}
