import type { CaseChange } from '../../../domain/core/change.ts';
import type { CaseState, CaseView } from '../../../domain/core/case-state.ts';
import { putAnalyst } from '../../../domain/records/case/commands.ts';
import { type Diff, isEmptyDiff } from '../../../domain/core/diff.ts';
import { Draft } from '../../../domain/core/draft.ts';
import type { AppError } from '../../../contract/errors.ts';
import type { Analyst } from '../../../domain/records/analyst/record.ts';
import { type Result, ok } from '../../../domain/core/result.ts';
import type { AppendableJournal } from '../journal/journal-backend.ts';
import { type JournalMark, type SealedLine, sealLine } from '../journal/journal-line.ts';
import { Slices } from '../disk/slices.ts';
import type { UndoHistory } from './undo-history.ts';

/** A change worked out on the case as it will be when its turn has come. */
export interface PlannedChange {
  readonly command: string;
  readonly label: string;
  readonly diff: Diff;
  /** The journal line it takes back. */
  readonly undoes?: number;
  /** The history once the change is journal line `seq`. */
  history(before: UndoHistory, seq: number): UndoHistory;
}

/** Works out one change from the case before it; may read files, but writes nothing. */
export type ChangePlan = (before: {
  readonly view: CaseView;
  readonly history: UndoHistory;
  /** The time the change will bear. */
  readonly at: string;
}) => Promise<Result<PlannedChange, AppError>>;

/** A change that is on disk; `seq` is null if there was nothing to change. */
export interface AcknowledgedChange {
  readonly seq: number | null;
  readonly label: string;
  readonly diff: Diff;
}

/** What a queue stands on. */
export interface QueueBasis {
  readonly state: CaseState;
  readonly journal: AppendableJournal;
  /** Whose changes these are; added to the case with the first one, if it does not know them yet. */
  readonly analyst: Analyst;
  readonly now: () => Date;
  readonly history: UndoHistory;
  /** Told of every line once it is on disk and in the state. */
  readonly acknowledged: (change: CaseChange) => void;
}

interface Request {
  readonly plan: ChangePlan;
  readonly resolve: (result: Result<AcknowledgedChange, AppError>) => void;
  readonly reject: (reason: unknown) => void;
}

interface Step {
  /** Null for a line nobody asked for. */
  readonly request: Request | null;
  readonly change: PlannedChange;
  /** Null if there is nothing to write. */
  readonly line: SealedLine | null;
  readonly history: UndoHistory;
}

// More would make the first of them wait long for its acknowledgement; this many share one sync easily.
const batchLimit = 1_000;

/**
 * Makes changes strictly one after another. Those that wait while the disk is busy are worked out on a draft, written with
 * one sync and only then applied and acknowledged; if they cannot be written, all of them are refused and the case
 * stays what the disk has.
 */
export class ChangeQueue {
  readonly #basis: QueueBasis;
  readonly #waiting: Request[] = [];
  #working: Promise<void> | null = null;
  #mark: JournalMark;
  #history: UndoHistory;

  constructor(basis: QueueBasis) {
    this.#basis = basis;
    this.#mark = basis.journal.end;
    this.#history = basis.history;
  }

  /** The journal up to the last acknowledged change, which is what the state holds. */
  get mark(): JournalMark {
    return this.#mark;
  }

  /** What can be undone and redone. */
  get history(): UndoHistory {
    return this.#history;
  }

  /** Makes a change when its turn has come; resolves when it is on disk, or refused. */
  submit(plan: ChangePlan): Promise<Result<AcknowledgedChange, AppError>> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ plan, resolve, reject });
      this.#working ??= this.#work();
    });
  }

  /** Resolves when nothing is waiting any more. */
  async idle(): Promise<void> {
    while (this.#working !== null) await this.#working;
  }

  async #work(): Promise<void> {
    // Requests made in the same turn of the event loop belong to one batch.
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      const requests = this.#waiting.splice(0, batchLimit);
      try {
        await this.#makeBatch(requests);
      } catch (error) {
        // Only a bug gets here. Those that are answered already stay so, as a promise is settled once.
        for (const request of requests) request.reject(error);
      }
    }
    this.#working = null;
  }

  async #makeBatch(requests: readonly Request[]): Promise<void> {
    // Worked out while the journal looks at the disk (`adr/0008`).
    const planning = this.#planBatch(requests);
    const written = await this.#basis.journal.append(this.#mark.seq, planning.then(linesOf));
    const steps = await planning;
    const slices = new Slices();
    for (const step of steps) {
      if (written.ok) this.#acknowledge(step);
      else step.request?.resolve(written);
      if (slices.used()) await slices.pause();
    }
  }

  async #planBatch(requests: readonly Request[]): Promise<Step[]> {
    const slices = new Slices();
    const draft = new Draft(this.#basis.state);
    const steps: Step[] = [];
    for (const request of requests) {
      try {
        const planned = await this.#plan(request, draft, steps);
        if (!planned.ok) request.resolve(planned);
      } catch (error) {
        request.reject(error);
      }
      if (slices.used()) await slices.pause();
    }
    return steps;
  }

  async #plan(request: Request, draft: Draft, steps: Step[]): Promise<Result<null, AppError>> {
    const at = this.#nextMoment(steps);
    const history = steps.at(-1)?.history ?? this.#history;
    let planned = await request.plan({ view: draft, history, at });
    if (!planned.ok) return planned;
    if (!isEmptyDiff(planned.value.diff) && this.#introduce(draft, steps, at)) {
      // Once more: a plan must be of the very case that its line follows, which has the analyst in it now.
      planned = await request.plan({ view: draft, history, at });
      if (!planned.ok) return planned;
    }
    this.#add(request, planned.value, draft, steps, at);
    return ok(null);
  }

  // Adds the analyst to the case if it does not know them yet; a line of its own, which no undo takes back.
  #introduce(draft: Draft, steps: Step[], at: string): boolean {
    const { analyst } = this.#basis;
    if (draft.get(analyst.id) !== undefined) return false;
    const change = {
      command: putAnalyst.name,
      label: putAnalyst.label(analyst, draft),
      diff: { created: [analyst], updated: [], removed: [] },
      history: (before: UndoHistory) => before,
    };
    this.#add(null, change, draft, steps, at);
    return true;
  }

  #add(
    request: Request | null,
    change: PlannedChange,
    draft: Draft,
    steps: Step[],
    at: string,
  ): void {
    const before = steps.at(-1)?.history ?? this.#history;
    if (isEmptyDiff(change.diff)) {
      steps.push({ request, change, line: null, history: before });
      return;
    }
    const by = this.#basis.analyst.id;
    const line = sealLine(this.#lastMark(steps), { ...change, at, by });
    draft.apply(change.diff);
    steps.push({ request, change, line, history: change.history(before, line.mark.seq) });
  }

  #acknowledge({ request, change, line, history }: Step): void {
    const { label, diff } = change;
    if (line !== null) {
      this.#basis.state.apply(diff);
      this.#mark = line.mark;
      this.#history = history;
      this.#basis.acknowledged({ seq: line.mark.seq, label, diff, undo: history.state });
    }
    request?.resolve(ok({ seq: line?.mark.seq ?? null, label, diff }));
  }

  #lastMark(steps: readonly Step[]): JournalMark {
    return steps.findLast((step) => step.line !== null)?.line?.mark ?? this.#mark;
  }

  // A clock that is set back must not disorder the journal.
  #nextMoment(steps: readonly Step[]): string {
    const now = this.#basis.now().toISOString();
    const last = this.#lastMark(steps).at;
    return now > last ? now : last;
  }
}

function linesOf(steps: readonly Step[]): SealedLine[] {
  return steps.map((step) => step.line).filter((line) => line !== null);
}
