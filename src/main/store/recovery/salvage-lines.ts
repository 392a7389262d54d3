import type { ChangeRange, FileFault } from '../../../contract/recovery.ts';
import type { CaseHead, Checkpoint } from '../checkpoints/checkpoint-file.ts';
import { recoverCommand } from '../journal/journal-line.ts';
import type { CaseId } from '../../../domain/records/case/record.ts';
import type { JournalScan, ScannedLine } from '../journal/journal-scan.ts';

/** The intact lines that make the case, and what is wrong between them. */
export interface ChosenLines {
  /** In the order of their numbers, each number once. */
  readonly chosen: readonly ScannedLine[];
  /** The change before the first one that matters; what stands before it was recovered once already. */
  readonly base: number;
  readonly faults: readonly FileFault[];
}

/** Lines of which each follows the one before, in the order of the files. */
type Run = readonly [ScannedLine, ...ScannedLine[]];

/** Chooses, of all intact lines of a journal, those that belong to the case, and orders them. */
export function chooseLines(
  { lines, faults }: Pick<JournalScan, 'lines' | 'faults'>,
  index: Checkpoint<CaseHead> | null,
): ChosenLines {
  const [foreign, own] = separated(runsOf(lines), caseOf(index) ?? mainCase(lines));
  const strange = foreign.map(([first]) => faultAt(first, 'foreign'));
  const ordered = inOrder(own.flat());
  // The last recovery began a journal that needs nothing before it.
  const start = Math.max(
    0,
    ordered.findLastIndex(({ command }) => command === recoverCommand),
  );
  const chosen = ordered.slice(start);
  const first = chosen[0];
  const base = first?.command === recoverCommand ? first.seq - 1 : 0;
  const unchained = new Set([...misplaced(own, [...faults, ...strange]), ...breaks(chosen, index)]);
  const loose = [...unchained].map((line) => faultAt(line, 'unchained'));
  return { chosen, base, faults: [...strange, ...loose] };
}

/** The case that a `case.json` is of. */
export function caseOf(index: Checkpoint<CaseHead> | null): CaseId | undefined {
  return index?.records.find((record) => record.type === 'case')?.id;
}

/** The case that most of a journal is of; undefined if no line names one. */
export function mainCase(lines: readonly ScannedLine[]): CaseId | undefined {
  const counts = new Map<CaseId, number>();
  for (const run of runsOf(lines)) {
    const [id] = casesIn(run);
    if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + run.length);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

/** The numbers from `base` on up to `end` that no line has. */
export function gapsIn(lines: readonly ScannedLine[], base: number, end: number): ChangeRange[] {
  const gaps: ChangeRange[] = [];
  let reached = base;
  // One beyond the end, so that a gap at the end is found like any other.
  for (const seq of [...lines.map((line) => line.seq), end + 1]) {
    if (seq > reached + 1) gaps.push({ from: reached + 1, to: seq - 1 });
    reached = seq;
  }
  return gaps;
}

/** What of some ranges lies between two numbers, both included. */
export function within(
  ranges: readonly ChangeRange[],
  from: number,
  to: number = Infinity,
): ChangeRange[] {
  return ranges
    .map((range) => ({ from: Math.max(range.from, from), to: Math.min(range.to, to) }))
    .filter((range) => range.from <= range.to);
}

// Lines that follow each other belong to one case.
function separated(runs: readonly Run[], known: CaseId | undefined): [Run[], Run[]] {
  const isForeign = (run: Run): boolean => casesIn(run).some((id) => id !== known);
  return [runs.filter(isForeign), runs.filter((run) => !isForeign(run))];
}

function casesIn(run: Run): CaseId[] {
  return run.flatMap(({ cases }) => cases);
}

function runsOf(lines: readonly ScannedLine[]): Run[] {
  const runs: [ScannedLine, ...ScannedLine[]][] = [];
  for (const line of lines) {
    const run = runs.at(-1);
    if (run !== undefined && line.prev === run.at(-1)?.hash) run.push(line);
    else runs.push([line]);
  }
  return runs;
}

// Puts lines in the order of their numbers, and keeps one line of each number.
function inOrder(lines: readonly ScannedLine[]): ScannedLine[] {
  const bySeq = new Map<number, ScannedLine>();
  for (const line of lines) {
    // Two lines of one number are of two programs that wrote the same case without seeing each other's lock.
    const rival = bySeq.get(line.seq);
    if (rival === undefined || isBetter(line, rival, bySeq)) bySeq.set(line.seq, line);
  }
  return [...bySeq.values()].sort((a, b) => a.seq - b.seq);
}

function isBetter(
  line: ScannedLine,
  rival: ScannedLine,
  chosen: ReadonlyMap<number, ScannedLine>,
): boolean {
  const before = chosen.get(line.seq - 1)?.hash;
  return line.prev === before && rival.prev !== before;
}

// Lines that do not follow the one before them in the files, though nothing that stands between is damaged.
function misplaced(runs: readonly Run[], faults: readonly FileFault[]): ScannedLine[] {
  return runs.flatMap(([first], index) => {
    const before = runs[index - 1]?.at(-1);
    const isBeginning = first.seq === 1 || first.command === recoverCommand;
    const isExplained = faults.some((fault) => isBetween(fault, before, first));
    return isExplained || (before === undefined && isBeginning) ? [] : [first];
  });
}

function isBetween(fault: FileFault, before: ScannedLine | undefined, after: ScannedLine): boolean {
  const isAfter = before === undefined || !isBefore(fault, faultAt(before, 'damaged'));
  return isAfter && !isBefore(faultAt(after, 'damaged'), fault);
}

function isBefore(one: FileFault, other: FileFault): boolean {
  if (one.file !== other.file) return one.file < other.file;
  return (one.line ?? 0) < (other.line ?? 0);
}

// Lines that do not follow the one whose number is before theirs, or are not those that `case.json` knows.
function breaks(lines: readonly ScannedLine[], index: Checkpoint<CaseHead> | null): ScannedLine[] {
  return lines.filter((line, place) => {
    const before = lines[place - 1];
    const isNext = before?.seq === line.seq - 1;
    const isVouched = line.seq === index?.journal.seq && line.hash !== index.journal.hash;
    return isVouched || (isNext && line.prev !== before.hash);
  });
}

function faultAt({ segment, line }: ScannedLine, problem: FileFault['problem']): FileFault {
  return { file: `journal/${segment.name}`, line, problem };
}
