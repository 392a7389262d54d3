import type { FileHandle } from 'node:fs/promises';
import type { CaseFolder } from '../disk/case-folder.ts';
import { openPlainFile } from '../disk/durable-files.ts';
import { listSegments } from './segments.ts';

/** One line of a journal and where it stands. */
export interface PlacedLine {
  /** The line without its newline, in UTF-8. */
  readonly bytes: Buffer;
  /** Bytes of the journal before it. */
  readonly start: number;
}

/** Bytes that are read at a time, as long as no line is longer. */
export const usualChunk = 1 << 16;
const largestChunk = 1 << 24;

/**
 * Reads the lines of a journal from the last one that ends at or before `end` (bytes) back to the first, and of the files
 * only as much as is asked for, a chunk at a time. Throws where a file cannot be read; what the lines say is not checked.
 */
export async function* linesBackwards(
  folder: CaseFolder,
  end: number,
  chunk = usualChunk,
): AsyncGenerator<PlacedLine> {
  const segments = (await listSegments(folder)) ?? [];
  for (const { path, start, size } of segments.toReversed()) {
    if (end <= start) continue;
    const handle = await openPlainFile(path);
    if (handle === undefined) return;
    try {
      const lines = linesOfFile(handle, Math.min(size, end - start), chunk);
      for await (const { bytes, start: offset } of lines) yield { bytes, start: start + offset };
    } finally {
      await handle.close();
    }
  }
}

async function* linesOfFile(
  handle: FileHandle,
  end: number,
  firstChunk: number,
): AsyncGenerator<PlacedLine> {
  let chunk = firstChunk;
  let position = end;
  // These bytes were read already, but the line they end begins further to the front, where nothing was read yet.
  let rest: Buffer = Buffer.alloc(0);
  while (position > 0) {
    const size = Math.min(chunk, position);
    position -= size;
    const bytes = Buffer.concat([await read(handle, position, size), rest]);
    let lineEnd = bytes.length - 1;
    for (let newline = newlineBefore(bytes, lineEnd); newline !== -1;) {
      yield { bytes: bytes.subarray(newline + 1, lineEnd), start: position + newline + 1 };
      lineEnd = newline;
      newline = newlineBefore(bytes, lineEnd);
    }
    rest = bytes.subarray(0, lineEnd + 1);
    // A line longer than what is read at a time would otherwise be copied again and again.
    if (rest.length > size) chunk = Math.min(chunk * 2, largestChunk);
  }
  if (rest.length > 1) yield { bytes: rest.subarray(0, -1), start: 0 };
}

function newlineBefore(bytes: Buffer, position: number): number {
  return position < 1 ? -1 : bytes.lastIndexOf(0x0a, position - 1);
}

async function read(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  await handle.read(bytes, 0, length, position);
  return bytes;
}
