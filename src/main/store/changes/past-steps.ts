import { invertDiff } from '../../../domain/core/diff.ts';
import type { ReadableJournal } from '../journal/journal-backend.ts';
import {
  type JournalLine,
  type LineOutline,
  type PastLine,
  isBeginning,
  outlineOf,
  readPastLine,
} from '../journal/journal-line.ts';
import type { AnalystId } from '../../../domain/records/analyst/record.ts';
import {
  type KnownStep,
  UndoHistory,
  type UndoStep,
  joinedSteps,
  redoLabel,
  undoLabel,
} from './undo-history.ts';

// What an analyst may want to take back of the last session, read in some milliseconds.
const mostSteps = 100;
// Opening must not wait for more: of a large line only the outline is read, and what its step did when the step is taken.
const mostBytesRead = 8_000_000;
const largeBytes = 1 << 18;
// A few edits of a hundred thousand claims; passing over so much takes less than opening such a case.
const mostBytesPassed = 400_000_000;

/** A line as far as following it needs; the diff is null where it is large. */
type Trail = LineOutline & Pick<UndoStep, 'diff'>;

/** What to follow: the next line that matters to the steps below the ones found so far. */
interface Trace {
  readonly steps: UndoStep[];
  /** The line to look at next; those after it are passed over. 0: there is nothing more to find. */
  next: number;
}

/**
 * The history that an analyst left when they last closed the case, worked out from the end of the journal: their last
 * 100 changes that are not taken back, and what can be made again. Lines of others, and those that no undo takes back,
 * are passed over. What is not as it was written, and all before it, is left out. Throws where the medium cannot be read.
 */
export async function readPastSteps(
  journal: ReadableJournal,
  analyst: AnalystId,
): Promise<UndoHistory> {
  const { seq } = journal.end;
  const done: Trace = { steps: [], next: seq };
  const undone: Trace = { steps: [], next: seq };
  let [read, passed] = [0, 0];
  for await (const past of journal.before(seq + 1)) {
    passed += past.bytes.length;
    if (read > mostBytesRead || passed > mostBytesPassed) break;
    // Both traces jump over lines that were taken back. A line that both jump over is passed without being parsed.
    if (past.seq <= Math.max(done.next, undone.next)) {
      const line = trailOf(past);
      if (line === null) break;
      if (line.diff !== null) read += past.bytes.length;
      followDone(done, line, analyst);
      followUndone(undone, line, analyst);
    }
    if (done.steps.length >= mostSteps) done.next = 0;
    if (done.next === 0 && undone.next === 0) break;
  }
  return UndoHistory.of(done.steps, undone.steps);
}

function trailOf(past: PastLine): Trail | null {
  if (past.bytes.length < largeBytes) return readPastLine(past);
  const outline = outlineOf(past.bytes);
  return outline?.seq === past.seq ? { ...outline, diff: null } : null;
}

// Goes one line back along what was done. An undo is jumped over together with the change it takes back and all between
// the two: before that change the history was what it is after the undo.
function followDone(trace: Trace, line: Trail, analyst: AnalystId): void {
  if (line.seq > trace.next) return;
  trace.next = line.seq - 1;
  if (!isStep(line, analyst)) return;
  if (line.command === 'history/undo') trace.next = lineBelow(line);
  else addBelow(trace.steps, stepOf(line));
}

// A rating and its reason are two lines and one step, so a line may belong to the step found just before, which is
// above it.
function addBelow(steps: UndoStep[], step: UndoStep): void {
  const above = steps.at(-1);
  const joined = above === undefined ? null : joinedSteps(step, above);
  if (joined === null) steps.push(step);
  else steps[steps.length - 1] = joined;
}

// Goes one line back along what was taken back. A redo is jumped over down to the undo that it takes back, before which
// the same could be made again as after the redo. Any other change ends what can be made again.
function followUndone(trace: Trace, line: Trail, analyst: AnalystId): void {
  if (line.seq > trace.next) return;
  trace.next = line.seq - 1;
  if (!isStep(line, analyst)) return;
  if (line.command === 'history/undo') trace.steps.push(stepOf(line));
  else if (line.command === 'history/redo') trace.next = lineBelow(line);
  else trace.next = 0;
}

// The line before the one that an undo or a redo takes back. Each says which that is; nothing is known below one that does not.
function lineBelow({ undoes = 1 }: Trail): number {
  return undoes - 1;
}

// An analyst comes into the case with a line that the program writes by itself, or with the case; neither is a step of
// theirs.
function isStep({ by, command, diff }: Trail, analyst: AnalystId): boolean {
  if (by !== analyst || isBeginning(command)) return false;
  return command !== 'analyst/put' || diff?.created.some(({ id }) => id === by) !== true;
}

/** The step that a line is, or that it takes back or makes again. */
export function stepOf(line: JournalLine): KnownStep;
export function stepOf(line: Trail): UndoStep;
export function stepOf({ seq, command, label, diff }: Trail): UndoStep {
  if (command === 'history/undo')
    return { seq, diff: diff && invertDiff(diff), label: undoLabel.without(label) };
  if (command === 'history/redo') return { seq, diff, label: redoLabel.without(label) };
  return { seq, diff, label };
}
