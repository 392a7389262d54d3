import { z } from 'zod';
import type { WholeCase } from '../../migrations/migration.ts';
import type { CaseFolder } from '../disk/case-folder.ts';
import { kindAt, openPlainFile } from '../disk/durable-files.ts';
import { Slices } from '../disk/slices.ts';
import { isOlderLine, sealedJson } from './journal-line.ts';
import { presentSegments, rawLines } from './segments.ts';

/** What reading a line of a folder's journal takes; there at once unless the line is of an older format. */
export function wholeCaseFor(bytes: Buffer, folder: CaseFolder): WholeCase | Promise<WholeCase> {
  return isOlderLine(bytes) ? wholeCaseOf(folder) : noOldLines;
}

/** What a case is of which no line is of an older format: nothing is upgraded then, so nothing is asked of it. */
export const noOldLines: WholeCase = {
  ordinalOf(id) {
    throw new Error(`${id} is not of an older format`);
  },
  countOf: () => 0,
};

// Old lines never change, so what they say is read once as long as a folder is used.
const known = new WeakMap<CaseFolder, Promise<WholeCase>>();

/**
 * What the lines of older formats say of a case as a whole, which upgrading any of its records takes. Damaged lines are passed
 * over. A record that none of them made comes after those that are there.
 */
export function wholeCaseOf(folder: CaseFolder): Promise<WholeCase> {
  const before = known.get(folder);
  if (before !== undefined) return before;
  const reading = readOldLines(folder);
  known.set(folder, reading);
  // What could not be read is tried again when it is needed again.
  reading.catch(() => known.delete(folder));
  return reading;
}

async function readOldLines(folder: CaseFolder): Promise<WholeCase> {
  const ordinals = new Ordinals();
  if ((await kindAt(folder.journal)) !== 'folder') return ordinals;
  const slices = new Slices();
  for (const { path, size } of await presentSegments(folder)) {
    const handle = await openPlainFile(path);
    if (handle === undefined) continue;
    try {
      for await (const { bytes } of rawLines(handle, 0, size)) {
        if (isOlderLine(bytes)) ordinals.takeIn(sealedJson(bytes));
        await slices.pause();
      }
    } finally {
      await handle.close();
    }
  }
  return ordinals;
}

const OldRecord = z.looseObject({ id: z.string() });
const OldLine = z.looseObject({ diff: z.looseObject({ created: z.array(OldRecord) }) });

/** The records of a case in the order in which they came, counted for each type. */
class Ordinals implements WholeCase {
  readonly #ordinals = new Map<string, number>();
  readonly #counts = new Map<string, number>();

  takeIn(json: unknown): void {
    const line = OldLine.safeParse(json);
    if (line.success) for (const { id } of line.data.diff.created) this.ordinalOf(id);
  }

  countOf(type: string): number {
    return this.#counts.get(type) ?? 0;
  }

  ordinalOf(id: string): number {
    const given = this.#ordinals.get(id);
    if (given !== undefined) return given;
    const type = id.slice(0, id.indexOf('-'));
    const ordinal = this.countOf(type) + 1;
    this.#counts.set(type, ordinal);
    this.#ordinals.set(id, ordinal);
    return ordinal;
  }
}
