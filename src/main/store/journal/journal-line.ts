import { createHash, hash as digest } from 'node:crypto';
import { z } from 'zod';
import { Diff } from '../../../domain/core/diff.ts';
import type { WholeCase } from '../../migrations/migration.ts';
import { currentFormat, upgradeDiff } from '../../migrations/registry.ts';
import { Sha256 } from '../../../domain/core/record-id.ts';
import { AnalystId } from '../../../domain/records/analyst/record.ts';

/** One change as it is handed to the journal. */
export interface JournalEntry {
  /** ISO 8601, UTC, milliseconds; never earlier than that of the line before. */
  readonly at: string;
  readonly by: AnalystId;
  /** A command's name, `history/undo`, `history/redo`, or what {@link isBeginning} knows. */
  readonly command: string;
  readonly label: string;
  readonly diff: Diff;
  /** The line whose change an undo takes back or a redo makes again. */
  readonly undoes?: number | undefined;
}

/**
 * What the first lines of a journal say that was begun after damage: together they make every record that could be recovered.
 * The number and `prev` of the very first, which alone is called `case/recover`, go on from the last line that is known of
 * the journal before.
 */
export const recoverCommand = 'case/recover';
export const recoverMoreCommand = 'case/recover-more';

/** Tells whether a command belongs to the beginning of a journal: without it there is no case. */
export function isBeginning(command: string): boolean {
  return ['case/create', recoverCommand, recoverMoreCommand].includes(command);
}

/** One line of the journal as it stands on disk, its records in the current format. */
export const JournalLine = z.strictObject({
  seq: z.int().min(1),
  /** The format its records were written in; the first lines that were ever written do not say it. */
  format: z.int().min(1).default(1),
  at: z.iso.datetime({ precision: 3 }),
  by: AnalystId,
  command: z.string().min(1),
  label: z.string(),
  diff: Diff,
  undoes: z.int().min(1).optional(),
  /** The hash of the line before; 64 zeros in the first line. */
  prev: Sha256,
  hash: Sha256,
});
export type JournalLine = z.infer<typeof JournalLine>;

/** How far a journal reaches: its last line, and how many bytes it has up to the end of that line. */
export const JournalMark = z.strictObject({
  seq: z.int().min(0),
  hash: Sha256,
  at: z.union([z.literal(''), z.iso.datetime({ precision: 3 })]),
  bytes: z.int().min(0),
});
export type JournalMark = z.infer<typeof JournalMark>;

/** Where a line of a journal ends, in bytes from the journal's start, and its hash. */
export const LineEnd = z.strictObject({ hash: Sha256, bytes: z.int().min(1) });
export type LineEnd = z.infer<typeof LineEnd>;

/** A moment of a case: the number of a change and the hash of its line, which stands for all changes before it. */
export const Moment = JournalMark.pick({ seq: true, hash: true });
export type Moment = z.infer<typeof Moment>;

/** The mark of a journal without lines. */
export const journalStart: JournalMark = {
  seq: 0,
  hash: Sha256.parse('0'.repeat(64)),
  at: '',
  bytes: 0,
};

/** A line ready to be written, and the mark of the journal once it is. */
export interface SealedLine {
  /** The line with its newline, in UTF-8. */
  readonly bytes: Buffer;
  readonly mark: JournalMark;
}

/** A line as a journal gives it back, before anything in it was checked. */
export interface PastLine {
  /** Its number by its place; a line that says another is damaged, or stands in a damaged journal. */
  readonly seq: number;
  /** The line without its newline, in UTF-8. */
  readonly bytes: Buffer;
  /** The case as a whole, which reading a line of an older format takes. */
  readonly whole: WholeCase;
}

/** Bytes of the end of every line: `,"hash":"<64 digits>"}`. */
export const sealLength = 75;
const sealPattern = /^,"hash":"([0-9a-f]{64})"\}$/;

/**
 * Chains an entry to the line before. The hash is the SHA-256 of the line's UTF-8 bytes as they are written, without
 * the field `hash`, which is the last one: of
 * `{"seq":…,"format":…,"at":…,"by":…,"command":…,"label":…,"diff":…,"undoes":…,"prev":…}`, where `undoes` is there only if
 * the entry has it.
 */
export function sealLine(after: JournalMark, entry: JournalEntry): SealedLine {
  const { at, by, command, label, diff, undoes } = entry;
  const seq = after.seq + 1;
  const format = currentFormat;
  const body = JSON.stringify({
    ...{ seq, format, at, by, command, label, diff, undoes },
    prev: after.hash,
  });
  const hash = sha256(body);
  const bytes = Buffer.from(`${body.slice(0, -1)},"hash":"${hash}"}\n`);
  return { bytes, mark: { seq, hash, at, bytes: after.bytes + bytes.length } };
}

/**
 * Reads a line, given without its newline; null if it is torn, altered or no line of a journal. Its records are upgraded
 * to the current format by what the `whole` case is, while its hash is that of the line as it was written.
 */
export function readLine(bytes: Buffer, whole: WholeCase): JournalLine | null {
  const parsed = JournalLine.safeParse(upgraded(sealedJson(bytes), whole));
  return parsed.success ? parsed.data : null;
}

/** What an intact line says, as it was written; undefined where it is torn, altered or no line of a journal. */
export function sealedJson(bytes: Buffer): unknown {
  if (!isSealed(bytes)) return undefined;
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** Reads a line that a journal gave back; null also if it is another than the one of its place. */
export function readPastLine({ seq, bytes, whole }: PastLine): JournalLine | null {
  const line = readLine(bytes, whole);
  return line?.seq === seq ? line : null;
}

function isSealed(bytes: Buffer): boolean {
  const body = bytes.subarray(0, -sealLength);
  const seal = sealPattern.exec(bytes.subarray(-sealLength).toString('latin1'));
  return seal?.[1] === createHash('sha256').update(body).update('}').digest('hex');
}

const lineStart = Buffer.from('{"seq":');
const sealStart = Buffer.from(',"hash":"');

/** An intact line among other bytes, and how many of them stand before it. */
export interface FoundLine {
  readonly line: JournalLine;
  readonly offset: number;
  readonly length: number;
}

/** The intact lines in bytes that may be more than one line, or other than a line: where a newline was lost, say. */
export function* linesWithin(bytes: Buffer, whole: WholeCase): Generator<FoundLine> {
  let offset = bytes.indexOf(lineStart);
  while (offset !== -1) {
    const next = bytes.indexOf(lineStart, offset + 1);
    const stretch = bytes.subarray(offset, next === -1 ? bytes.length : next);
    const length = stretch.lastIndexOf(sealStart) + sealLength;
    const line = readLine(stretch.subarray(0, length), whole);
    if (line !== null) yield { line, offset, length };
    offset = next;
  }
}

/** What a line says besides what it changed. */
export type LineOutline = Pick<JournalLine, 'seq' | 'by' | 'command' | 'label' | 'undoes'>;

const LineHead = JournalLine.pick({ seq: true, by: true, command: true, label: true });
const diffStart = Buffer.from(',"diff":{');
const tailPattern = /(?:,"undoes":(\d{1,16}))?,"prev":"[0-9a-f]{64}"$/;
const longestTail = 120;

/**
 * Reads what stands in a line before and behind its diff, which in a large line takes nearly all of the time; null if it is
 * no line of a journal. Neither its hash nor its diff is looked at.
 */
export function outlineOf(bytes: Buffer): LineOutline | null {
  const tail = bytes.subarray(-sealLength - longestTail, -sealLength).toString('latin1');
  const undoes = tailPattern.exec(tail)?.[1];
  try {
    const head: unknown = JSON.parse(`${bytes.subarray(0, bytes.indexOf(diffStart)).toString()}}`);
    const parsed = LineHead.strip().safeParse(head);
    return parsed.success
      ? { ...parsed.data, undoes: undoes === undefined ? undefined : Number(undoes) }
      : null;
  } catch {
    return null;
  }
}

const AnyLine = z.looseObject({ format: JournalLine.shape.format, diff: z.unknown() });

function upgraded(json: unknown, whole: WholeCase): unknown {
  const line = AnyLine.safeParse(json);
  return line.success && line.data.format < currentFormat
    ? { ...line.data, diff: upgradeDiff(line.data.diff, line.data.format, whole) }
    : json;
}

const formatPattern = /^\{"seq":\d{1,16},"format":(\d{1,9}),/;

/** The format that a line is of, also where this program cannot read it; 1 if it does not say, or is damaged. */
export function formatOf(bytes: Buffer): number {
  return isSealed(bytes) ? (statedFormat(bytes) ?? 1) : 1;
}

function statedFormat(bytes: Buffer): number | null {
  const stated = formatPattern.exec(bytes.subarray(0, 60).toString('latin1'));
  return stated === null ? null : Number(stated[1]);
}

const unstatedPattern = /^\{"seq":\d{1,16},"at":/;

/** Tells whether a line begins as one of an older format does, be it intact or not. */
export function isOlderLine(bytes: Buffer): boolean {
  const stated = statedFormat(bytes);
  if (stated !== null) return stated < currentFormat;
  return unstatedPattern.test(bytes.subarray(0, 60).toString('latin1'));
}

/** The SHA-256 of bytes, or of a text's UTF-8, as the case folder names files by it. */
export function sha256(content: Uint8Array | string): Sha256 {
  // A digest in hexadecimal is what the schema describes.
  return digest('sha256', content, 'hex') as Sha256;
}
