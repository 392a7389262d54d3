import type { ChangeRange, FileFault } from '../../domain/recovery.ts';
import type { CaseHead, Checkpoint } from './checkpoint-file.ts';
import { recoverCommand } from './journal-line.ts';
import type { ScannedLine } from './journal-scan.ts';

/** The intact lines that make the case, and what is wrong between them. */
export interface ChosenLines {
  /** In the order of their numbers, each number once. */
  readonly chosen: readonly ScannedLine[];
  /** The change before the first one that matters; what stands before it was recovered once already. */
  readonly base: number;
  readonly faults: readonly FileFault[];
}

/** Chooses, of all intact lines of a journal, those that belong to the case, and orders them. */
export function chooseLines(
  lines: readonly ScannedLine[],
  index: Checkpoint<CaseHead> | null,
): ChosenLines {
  const [foreign, own] = separated(lines, index);
  const faults = foreign.map(([first]) => faultAt(first, 'foreign'));
  const bySeq = new Map<number, ScannedLine>();
  for (const line of own) {
    const rival = bySeq.get(line.seq);
    if (rival !== undefined && !isBetter(line, rival, bySeq)) {
      faults.push(faultAt(line, 'unchained'));
      continue;
    }
    if (rival !== undefined) faults.push(faultAt(rival, 'unchained'));
    bySeq.set(line.seq, line);
  }
  const ordered = [...bySeq.values()].sort((a, b) => a.seq - b.seq);
  const start = Math.max(
    0,
    ordered.findLastIndex(({ command }) => command === recoverCommand),
  );
  const chosen = ordered.slice(start);
  const first = chosen[0];
  const base = first?.command === recoverCommand ? first.seq - 1 : 0;
  return { chosen, base, faults: [...faults, ...breaks(chosen, index)] };
}

/** The numbers from `base` on up to `end` that no line has. */
export function gapsIn(lines: readonly ScannedLine[], base: number, end: number): ChangeRange[] {
  const gaps: ChangeRange[] = [];
  let reached = base;
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

// Lines that follow each other belong to one case. The case is that of `case.json`, or else the first one that is named.
function separated(
  lines: readonly ScannedLine[],
  index: Checkpoint<CaseHead> | null,
): [[ScannedLine, ...ScannedLine[]][], ScannedLine[]] {
  const known =
    index?.records.find(({ type }) => type === 'case')?.id ??
    lines.find(({ cases }) => cases.length > 0)?.cases[0];
  const foreign: [ScannedLine, ...ScannedLine[]][] = [];
  const own: ScannedLine[] = [];
  for (const run of runsOf(lines)) {
    if (run.some(({ cases }) => cases.some((id) => id !== known))) foreign.push(run);
    else own.push(...run);
  }
  return [foreign, own];
}

function runsOf(lines: readonly ScannedLine[]): [ScannedLine, ...ScannedLine[]][] {
  const runs: [ScannedLine, ...ScannedLine[]][] = [];
  for (const line of lines) {
    const run = runs.at(-1);
    if (run !== undefined && line.prev === run.at(-1)?.hash) run.push(line);
    else runs.push([line]);
  }
  return runs;
}

function isBetter(
  line: ScannedLine,
  rival: ScannedLine,
  chosen: ReadonlyMap<number, ScannedLine>,
): boolean {
  const before = chosen.get(line.seq - 1)?.hash;
  return line.prev === before && rival.prev !== before;
}

function breaks(lines: readonly ScannedLine[], index: Checkpoint<CaseHead> | null): FileFault[] {
  const faults: FileFault[] = [];
  for (const [place, line] of lines.entries()) {
    const before = lines[place - 1];
    const isNext = before?.seq === line.seq - 1;
    const isVouched = line.seq === index?.journal.seq && line.hash !== index.journal.hash;
    if (isVouched || (isNext && line.prev !== before.hash)) faults.push(faultAt(line, 'unchained'));
  }
  return faults;
}

function faultAt({ segment, line }: ScannedLine, problem: FileFault['problem']): FileFault {
  return { file: `journal/${segment.name}`, line, problem };
}
