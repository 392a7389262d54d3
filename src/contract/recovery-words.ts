import { counted } from '../domain/core/counted.ts';
import { typeName } from '../domain/history/record-name.ts';
import {
  type ChangeRange,
  type FileFault,
  type LostRecord,
  type OutdatedPart,
  type RecoveryReport,
  isAnythingMissing,
} from './recovery.ts';

const problems: { readonly [P in FileFault['problem']]: string } = {
  damaged: 'is damaged',
  missing: 'is missing',
  incomplete: 'is incomplete: Assay or the computer stopped while it was being written',
  'cut-short': 'ends too early: what was saved after that is gone',
  unchained: 'is intact in itself, but does not fit the rest of the case',
  outdated: 'is an older copy',
  foreign: 'is of another case',
};

const losses: { readonly [L in LostRecord['loss']]: string } = {
  'left-out': 'left out, because it or what it belongs to is lost',
  shortened: 'kept without what it pointed to, which is lost',
  'stand-in': 'unknown; a new record stands in for it',
};

/** Where a fault is: `journal/000001.jsonl, line 7`. */
export function faultPlace({ file, line }: FileFault): string {
  return line === null ? file : `${file}, line ${line}`;
}

/** What is wrong there, as a sentence about the place: “is damaged”. */
export function faultProblem({ problem }: FileFault): string {
  return problems[problem];
}

/** The numbers of changes: `118–120 and 130`. */
function changeNumbers(ranges: readonly ChangeRange[]): string {
  const numbers = ranges.map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`));
  return numbers.length < 2
    ? numbers.join('')
    : `${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1) ?? ''}`;
}

/** A part of the case that may be older than it was. */
function outdatedPart({ document, name, changes }: OutdatedPart): string {
  const part =
    document === null ? 'Sources, the codebook and the case’s details' : `“${name}” and its claims`;
  return `${part} may lack what ${changesNoun(changes)} ${changeNumbers(changes)} did.`;
}

/** A record that could not be kept as it was. */
function lostRecord({ type, name, id, loss }: LostRecord): string {
  return `${typeName(type)} “${name === '' ? id : name}”: ${losses[loss]}.`;
}

/** What an opening found and did, in one sentence or two. */
function recoverySummary(report: RecoveryReport): string {
  const { outcome, found, upgrade, newerFormat, rebuilt } = report;
  if (newerFormat !== null)
    return `This case was made by a newer Assay (format ${newerFormat}), so it can only be read here.`;
  if (found.length === 0 && upgrade !== null)
    return `This case was of an older format (${upgrade.from}; now ${upgrade.to}).`;
  switch (outcome) {
    case 'recoverable':
      return `The journal is damaged. ${counted(rebuilt.records, 'record')} can be recovered.`;
    case 'recovered':
      return `The journal was damaged. ${counted(rebuilt.records, 'record')} could be recovered, and a new journal begins with them.`;
    case 'reported':
    case 'repaired':
      return wholeSummary(report, outcome);
  }
}

// Of a case that is whole, what was wrong with its folder.
function wholeSummary(report: RecoveryReport, outcome: 'reported' | 'repaired'): string {
  const { rebuilt } = report;
  if (isAnythingMissing(report)) return lastLine[outcome];
  if (report.found.every(({ problem }) => problem === 'incomplete')) return torn[outcome];
  const how = `${counted(rebuilt.records, 'record')} from ${counted(rebuilt.changes, 'change')}`;
  return `${checkpoints[outcome]}: ${how}.`;
}

const torn = {
  reported:
    'The last line of the journal is incomplete and was passed over. Everything that was saved is there.',
  repaired:
    'The last line of the journal was incomplete and was cut off. Everything that was saved is there.',
};

const lastLine = {
  reported:
    'The last line of the journal is damaged and was passed over. Everything before it is there.',
  repaired:
    'The last line of the journal was damaged and was cut off. Everything before it is there.',
};

const checkpoints = {
  reported:
    'Some checkpoints of this case are damaged. Everything in them was read from the journal instead',
  repaired:
    'Some checkpoints of this case were damaged. Everything in them was rebuilt from the journal',
};

/** What a report says, in sentences. */
export interface RecoveryWords {
  /** What was found and done, in one sentence or two. */
  readonly summary: string;
  readonly found: readonly string[];
  /** Empty if nothing is missing. */
  readonly missing: readonly string[];
  /** Where what was there before is kept. */
  readonly kept: readonly string[];
}

/** Puts a report into words. */
export function recoveryWords(report: RecoveryReport): RecoveryWords {
  const { found, missing } = report;
  return {
    summary: recoverySummary(report),
    found: found.map((fault) => `“${faultPlace(fault)}” ${faultProblem(fault)}.`),
    missing: [
      ...unreadable(report),
      ...missing.outdated.map(outdatedPart),
      ...missing.records.map(lostRecord),
    ],
    kept: keptWords(report),
  };
}

/** What to do about files in a case folder that are not the case's. */
export const strangersAdvice =
  'Assay does not read them, and nothing of the case depends on them. A conflict copy that a program for synchronising folders made may hold what was done on another computer at the same time: move it out of the folder, and keep it until you know that nothing in it is missing here.';

/** Everything a report says, a sentence each, for where there is no window. */
export function recoverySentences(report: RecoveryReport): string[] {
  const { summary, found, missing, kept } = recoveryWords(report);
  return [summary, ...found, ...missing, ...kept];
}

function keptWords({ outcome, keptIn, upgrade }: RecoveryReport): string[] {
  const kept: string[] = [];
  if (outcome === 'recoverable')
    kept.push(
      'If it is recovered, the files as they are now are kept in a folder “damaged-…” of the case.',
    );
  if (keptIn !== null) kept.push(`The files as they were found are kept in “${keptIn}”.`);
  if (upgrade !== null)
    kept.push(`It is kept as it was in “${upgrade.keptIn}”, which the older Assay opens.`);
  return kept;
}

/** The changes that cannot be read, in up to two sentences: those that cost nothing but their story, and the others. */
function unreadable({ missing }: RecoveryReport): string[] {
  const held = missing.changes.filter(({ isHeld }) => isHeld);
  const lost = missing.changes.filter(({ isHeld }) => !isHeld);
  return [
    ...(lost.length === 0
      ? []
      : [`What ${changesNoun(lost)} ${changeNumbers(lost)} did may be lost.`]),
    ...(held.length === 0
      ? []
      : [
          `What ${changesNoun(held)} ${changeNumbers(held)} did is there; only the record of it is lost.`,
        ]),
  ];
}

function changesNoun(ranges: readonly ChangeRange[]): string {
  const [first] = ranges;
  return ranges.length === 1 && first?.from === first?.to ? 'change' : 'changes';
}
