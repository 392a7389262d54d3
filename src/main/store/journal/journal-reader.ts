import type { FileHandle } from 'node:fs/promises';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type AppError, appError } from '../../../contract/errors.ts';
import type { Sha256 } from '../../../domain/core/ids.ts';
import { type Result, err, ok } from '../../../domain/core/result.ts';
import type { CaseFolder } from '../disk/case-folder.ts';
import { kindAt, openPlainFile, readAround } from '../disk/durable-files.ts';
import { attempt } from '../disk/file-errors.ts';
import {
  type JournalLine,
  type JournalMark,
  type LineEnd,
  linesWithin,
  readLine,
  recoverCommand,
} from './journal-line.ts';
import { Slices } from '../disk/slices.ts';

/** One file of the journal; together, in order, they are one long file that is only ever appended to. */
export interface JournalSegment {
  /** `000001.jsonl`. */
  readonly name: string;
  readonly path: string;
  /** Bytes in the segments before it. */
  readonly start: number;
  /** Bytes in it. */
  readonly size: number;
}

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

/** The bytes between two newlines. */
export interface RawLine {
  readonly bytes: Buffer;
  /** Bytes of the segment before the line. */
  readonly offset: number;
  /** Whether a newline ends it. */
  readonly ended: boolean;
  /** Whether the disk gave back all of it, as far as can be told; zeros stand for what it did not. */
  readonly isRead: boolean;
}

const segmentPattern = /^\d{6}\.jsonl$/;
const chunkSize = 1 << 20;

/** The name of a journal's nth file, counted from 1. */
export function segmentName(number: number): string {
  return `${String(number).padStart(6, '0')}.jsonl`;
}

/** Reads a journal in its folder from a mark on, up to `until` bytes, and verifies that each line follows the one before. */
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
      if (from > 0 && !(await endsWith(handle, from, mark.hash)))
        return damaged(folder, await placeOf(segment, handle, from));
      const to = Math.min(segment.size, until - segment.start);
      for await (const raw of rawLines(handle, from, to)) {
        const line = raw.ended ? readLine(raw.bytes) : null;
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
  return linesWithin(bytes).next().done !== true;
}

// A journal that was begun anew after damage goes on counting where the one before ended.
function follows(line: JournalLine, mark: JournalMark): boolean {
  if (mark.bytes === 0 && line.command === recoverCommand) return true;
  return line.seq === mark.seq + 1 && line.prev === mark.hash;
}

/** The files of a journal, in order; null if one is missing in between, or its folder is not one. */
export async function listSegments(folder: CaseFolder): Promise<JournalSegment[] | null> {
  if ((await kindAt(folder.journal)) !== 'folder') {
    // Where the whole case is gone, nothing is known of its journal.
    await lstat(folder.root);
    return null;
  }
  const segments = await presentSegments(folder);
  return segments.every(({ name }, index) => name === segmentName(index + 1)) ? segments : null;
}

/** Tells whether a name in `journal` is that of one of its files. */
export function isSegmentName(name: string): boolean {
  return segmentPattern.test(name);
}

/** The files of a journal that are there, in order, though one may be missing in between. */
export async function presentSegments(folder: CaseFolder): Promise<JournalSegment[]> {
  const names = (await readdir(folder.journal)).filter(isSegmentName).sort();
  const segments: JournalSegment[] = [];
  let start = 0;
  for (const name of names) {
    const path = join(folder.journal, name);
    const { size } = await lstat(path);
    segments.push({ name, path, start, size });
    start += size;
  }
  return segments;
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

/** The lines of a segment between two offsets. */
export async function* rawLines(
  handle: FileHandle,
  from: number,
  to: number,
): AsyncIterable<RawLine> {
  let pending: Buffer[] = [];
  let isRead = true;
  let offset = from;
  let position = from;
  while (position < to) {
    const chunk = Buffer.alloc(Math.min(chunkSize, to - position));
    const { end: reached, isWhole } = await readAround(handle, chunk, position);
    if (reached === 0) break;
    position += reached;
    isRead &&= isWhole;
    let rest = chunk.subarray(0, reached);
    for (let end = rest.indexOf(0x0a); end !== -1; end = rest.indexOf(0x0a)) {
      const bytes = Buffer.concat([...pending, rest.subarray(0, end)]);
      yield { bytes, offset, ended: true, isRead };
      offset += bytes.length + 1;
      pending = [];
      isRead = isWhole;
      rest = rest.subarray(end + 1);
    }
    if (rest.length > 0) pending.push(rest);
  }
  if (pending.length > 0) yield { bytes: Buffer.concat(pending), offset, ended: false, isRead };
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
