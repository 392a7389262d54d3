import type { CommandOutcome, UndoState } from '../../../domain/core/change.ts';
import type { CaseState, CaseView } from '../../../domain/core/case-state.ts';
import { type PreparedCommand, prepareCommand } from '../../../domain/commands/registry.ts';
import { type AppError, appError } from '../../../contract/errors.ts';
import { integrityProblem } from '../../../domain/core/integrity.ts';
import { type Result, err, ok } from '../../../domain/core/result.ts';
import type { DocumentText } from '../../../domain/core/text.ts';
import type { IdSource } from '../disk/ids.ts';
import type { JournalMark } from '../journal/journal-line.ts';
import type { Sha256 } from '../../../domain/core/record-id.ts';
import type { DocumentId } from '../../../domain/records/document/record.ts';
import type { AnyId } from '../../../domain/records/registry.ts';
import type { CaseHistory } from './case-history.ts';
import {
  type ChangePlan,
  ChangeQueue,
  type PlannedChange,
  type QueueBasis,
} from './change-queue.ts';
import { changeOf, outcomeOf, redoOf, undoOf } from './planned-change.ts';

/** What changes of a case are made with. */
export interface ChangeBasis extends QueueBasis {
  readonly state: CaseState;
  readonly ids: IdSource;
  /** Every change that led to what the case is. */
  readonly past: CaseHistory;
  /** The canonical text with a hash. */
  readonly textOf: (hash: Sha256) => Promise<Result<DocumentText, AppError>>;
}

/** Makes the changes of a case that is open for writing, each when those before it are made. */
export class CaseChanges {
  readonly #basis: ChangeBasis;
  readonly #queue: ChangeQueue;

  constructor(basis: ChangeBasis) {
    this.#basis = basis;
    this.#queue = new ChangeQueue(basis);
  }

  /** The journal up to the last change that is made, which is what the state holds. */
  get mark(): JournalMark {
    return this.#queue.mark;
  }

  /** What can be undone and redone. */
  get undoState(): UndoState {
    return this.#queue.history.state;
  }

  /** Runs a command. */
  async run(name: string, input: unknown): Promise<Result<CommandOutcome, AppError>> {
    // Refused before its turn: what cannot be parsed depends on no other change.
    const prepared = prepareCommand(name, input);
    if (!prepared.ok) return prepared;
    return this.#make(({ view, at }) => this.#planCommand(prepared.value, view, at));
  }

  /** Takes back one old change, if nothing later builds on it. */
  revert(seq: number): Promise<Result<CommandOutcome, AppError>> {
    return this.#make(async ({ view }) => {
      const reversal = await this.#basis.past.reversal(view, seq);
      if (!reversal.ok) return reversal;
      const { label, diff } = reversal.value;
      return ok({ ...changeOf('history/revert', label, diff), undoes: seq });
    });
  }

  /** Makes a record what it was after a change. */
  restore(record: AnyId, seq: number): Promise<Result<CommandOutcome, AppError>> {
    return this.#make(async ({ view }) => {
      const restoration = await this.#basis.past.restoration(view, record, seq);
      if (!restoration.ok) return restoration;
      const { label, diff } = restoration.value;
      // A command is checked by the registry; this diff comes from the journal, and the case has changed since.
      const problem = integrityProblem(view, diff);
      return problem === null
        ? ok(changeOf('history/restore', label, diff))
        : err(appError('command/integrity', { command: 'history/restore', problem }));
    });
  }

  /** Takes back the analyst's last change that is not yet taken back, or makes again the one that was taken back last. */
  async step(direction: 'undo' | 'redo'): Promise<Result<{ label: string }, AppError>> {
    const { past } = this.#basis;
    let label = '';
    const done = await this.#make(async ({ history, view }) => {
      const step = direction === 'undo' ? history.nextUndo : history.nextRedo;
      if (step === null) return err(appError(`command/nothing-to-${direction}`, {}));
      label = step.label;
      const known = await past.known(step);
      if (!known.ok) return known;
      const change = direction === 'undo' ? undoOf(known.value) : redoOf(known.value);
      // Somebody else may have worked on the case between two sessions.
      const refusal = await past.refusal(view, { ...step, diff: change.diff });
      return refusal === null ? ok(change) : err(refusal);
    });
    return done.ok ? ok({ label }) : done;
  }

  /** Resolves when no change is waiting any more. */
  idle(): Promise<void> {
    return this.#queue.idle();
  }

  async #make(plan: ChangePlan): Promise<Result<CommandOutcome, AppError>> {
    const done = await this.#queue.submit(plan);
    return done.ok ? ok(outcomeOf(done.value)) : done;
  }

  async #planCommand(
    command: PreparedCommand,
    view: CaseView,
    at: string,
  ): Promise<Result<PlannedChange, AppError>> {
    const texts = await this.#textsFor(command.documents(view), view);
    if (!texts.ok) return texts;
    const { analyst, ids } = this.#basis;
    // As of before the change: a record that goes is still there to be named.
    const label = command.label(view);
    const diff = command.run({
      ...{ view, at, by: analyst.id },
      newId: (type) => ids.next(type),
      textOf: (document) => {
        const text = texts.value.get(document);
        if (text === undefined) throw new Error(`${command.name} did not ask for ${document}`);
        return text;
      },
    });
    if (!diff.ok) return diff;
    return ok(changeOf(command.name, label, diff.value));
  }

  // A document that is not there is the command's to report.
  async #textsFor(
    documents: readonly DocumentId[],
    view: CaseView,
  ): Promise<Result<Map<DocumentId, string>, AppError>> {
    const texts = new Map<DocumentId, string>();
    for (const id of documents) {
      const document = view.get(id);
      if (document === undefined) continue;
      const text = await this.#basis.textOf(document.text);
      if (!text.ok) return text;
      texts.set(id, text.value.text);
    }
    return ok(texts);
  }
}
