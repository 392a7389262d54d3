import type { FileFault } from '../../../contract/recovery.ts';
import { type Diff, changesOf } from '../../../domain/core/diff.ts';
import type { CaseFolder } from '../disk/case-folder.ts';
import { kindAt, openPlainFile } from '../disk/durable-files.ts';
import type { Sha256 } from '../../../domain/core/record-id.ts';
import type { AnalystId } from '../../../domain/records/analyst/record.ts';
import type { CaseId } from '../../../domain/records/case/record.ts';
import { type JournalLine, formatOf, linesWithin, readLine, sealLength } from './journal-line.ts';
import {
  type JournalSegment,
  type RawLine,
  presentSegments,
  rawLines,
  segmentName,
} from './segments.ts';
import type { WholeCase } from '../../migrations/migration.ts';
import { wholeCaseOf } from './old-lines.ts';
import { Slices } from '../disk/slices.ts';

/** A line that is intact by its own hash, and where it stands. */
export interface ScannedLine {
  readonly segment: JournalSegment;
  /** Its number in the segment, counted from 1. */
  readonly line: number;
  /** Bytes of the segment before it. */
  readonly offset: number;
  /** Its bytes, without the newline. */
  readonly length: number;
  readonly seq: number;
  readonly at: string;
  readonly by: AnalystId;
  readonly command: string;
  readonly prev: Sha256;
  readonly hash: Sha256;
  /** The case records it changes: one, in the lines of one case. */
  readonly cases: readonly CaseId[];
}

/** What a journal holds, however damaged it is. */
export interface JournalScan {
  /** In the order of the files. */
  readonly lines: readonly ScannedLine[];
  readonly faults: readonly FileFault[];
  /** Unreadable lines after the last intact one; each may have been a change. */
  readonly unreadableAtEnd: number;
  readonly segments: readonly JournalSegment[];
  /** The newest format that a line names. */
  readonly format: number;
}

/** Looks for every intact line of a journal, wherever it stands. Changes nothing, and holds no records in memory. */
export async function scanJournal(folder: CaseFolder): Promise<JournalScan> {
  if ((await kindAt(folder.journal)) !== 'folder') {
    const faults: FileFault[] = [{ file: 'journal', line: null, problem: 'missing' }];
    return { lines: [], faults, unreadableAtEnd: 0, segments: [], format: 1 };
  }
  const segments = await presentSegments(folder);
  const scan = new Scan(missingSegments(segments), await wholeCaseOf(folder));
  for (const segment of segments) await scan.read(segment, segment === segments.at(-1));
  const { lines, faults, unreadableAtEnd, format } = scan;
  return { lines, faults, unreadableAtEnd, segments, format };
}

/** Reads scanned lines once more, in the order given, and shows each. */
export async function readScanned(
  folder: CaseFolder,
  lines: readonly ScannedLine[],
  visit: (line: JournalLine) => void,
): Promise<void> {
  const slices = new Slices();
  const whole = await wholeCaseOf(folder);
  for (const [segment, wanted] of bySegment(lines)) {
    const handle = await openPlainFile(segment.path);
    if (handle === undefined) continue;
    try {
      for (const { offset, length } of wanted) {
        const bytes = Buffer.alloc(length);
        await handle.read(bytes, 0, length, offset);
        const line = readLine(bytes, whole);
        // Null where the disk gives back something else this time.
        if (line !== null) visit(line);
        await slices.pause();
      }
    } finally {
      await handle.close();
    }
  }
}

// Lines as they come, those of one segment together as long as none of another lies between.
function bySegment(lines: readonly ScannedLine[]): [JournalSegment, ScannedLine[]][] {
  const stretches: [JournalSegment, ScannedLine[]][] = [];
  for (const line of lines) {
    const stretch = stretches.at(-1);
    if (stretch?.[0] === line.segment) stretch[1].push(line);
    else stretches.push([line.segment, [line]]);
  }
  return stretches;
}

function missingSegments(segments: readonly JournalSegment[]): FileFault[] {
  const present = new Set(segments.map(({ name }) => name));
  const last = Number.parseInt(segments.at(-1)?.name ?? '1', 10);
  const expected = Array.from({ length: last }, (_, index) => segmentName(index + 1));
  return expected
    .filter((name) => !present.has(name))
    .map((name) => ({ file: `journal/${name}`, line: null, problem: 'missing' }));
}

function casesIn(diff: Diff): CaseId[] {
  return changesOf(diff).flatMap(([, { before, after }]) => {
    const record = after ?? before;
    return record?.type === 'case' ? [record.id] : [];
  });
}

class Scan {
  readonly lines: ScannedLine[] = [];
  readonly faults: FileFault[];
  unreadableAtEnd = 0;
  format = 1;

  readonly #whole: WholeCase;

  constructor(faults: FileFault[], whole: WholeCase) {
    this.faults = faults;
    this.#whole = whole;
  }

  async read(segment: JournalSegment, isLast: boolean): Promise<void> {
    const handle = await openPlainFile(segment.path);
    // A folder, a link or a device in the place of the file.
    if (handle === undefined) {
      this.#unreadable(segment, null, 'damaged');
      return;
    }
    const slices = new Slices();
    try {
      let number = 0;
      let wasIntact = true;
      for await (const raw of rawLines(handle, 0, segment.size)) {
        number += 1;
        const isIntact = this.#take(segment, number, raw);
        const isTorn = isLast && !raw.ended && raw.isRead;
        // Lines that are damaged one after another are one fault.
        if (!isIntact && (wasIntact || isTorn))
          this.#unreadable(segment, number, isTorn ? 'incomplete' : 'damaged');
        wasIntact = isIntact;
        await slices.pause();
      }
    } finally {
      await handle.close();
    }
  }

  // Takes the intact lines between two newlines; answers whether there is one, and nothing else.
  #take(segment: JournalSegment, number: number, raw: RawLine): boolean {
    const { bytes, offset, ended, isRead } = raw;
    let reached = 0;
    let isWhole = false;
    for (const found of linesWithin(bytes, this.#whole)) {
      const { seq, at, by, command, prev, hash, diff } = found.line;
      const place = { segment, line: number, offset: offset + found.offset, length: found.length };
      this.lines.push({ ...place, seq, at, by, command, prev, hash, cases: casesIn(diff) });
      this.format = Math.max(this.format, found.line.format);
      this.unreadableAtEnd = 0;
      reached = found.offset + found.length;
      isWhole = ended && found.length === bytes.length;
    }
    if (!isWhole) this.format = Math.max(this.format, formatOf(bytes));
    // What no newline ends was never whole, unless the disk lost it, and what is as short as this is no line.
    if ((ended || !isRead) && bytes.length - reached > sealLength) this.unreadableAtEnd += 1;
    return isWhole;
  }

  #unreadable({ name }: JournalSegment, line: number | null, problem: FileFault['problem']): void {
    this.faults.push({ file: `journal/${name}`, line, problem });
  }
}
