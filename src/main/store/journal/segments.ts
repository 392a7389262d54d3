import type { FileHandle } from 'node:fs/promises';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { CaseFolder } from '../disk/case-folder.ts';
import { kindAt, readAround } from '../disk/durable-files.ts';

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
