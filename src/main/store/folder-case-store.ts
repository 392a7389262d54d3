import type { CommandOutcome } from '../../contract/calls.ts';
import type { Events, UndoState } from '../../contract/events.ts';
import type { Health } from '../../contract/health.ts';
import type { PastMoment } from '../../contract/history.ts';
import type { VerifyProgress, VerifyReport } from '../../contract/verification.ts';
import type { CaseState, CaseView } from '../../domain/core/case-state.ts';
import { type PreparedCommand, prepareCommand } from '../../domain/commands/registry.ts';
import { type AppError, appError } from '../../contract/errors.ts';
import { integrityProblem } from '../../domain/core/integrity.ts';
import type { Analyst } from '../../domain/records/analyst/record.ts';
import type { AnyId, DocumentId, Sha256 } from '../../domain/core/ids.ts';
import type { DocumentLayout } from '../../domain/core/layout.ts';
import type { DocumentText } from '../../domain/core/text.ts';
import type { RecoveryReport } from '../../contract/recovery.ts';
import { type Result, err, ok } from '../../domain/core/result.ts';
import { CaseAccess } from './access/case-access.ts';
import type { CaseFolder } from './disk/case-folder.ts';
import { CaseHistory } from './changes/case-history.ts';
import { ChangeQueue, type PlannedChange } from './changes/change-queue.ts';
import { type CheckpointState, Checkpointer } from './checkpoints/checkpointer.ts';
import type { IdSource } from './disk/ids.ts';
import type { RecoverableJournal } from './journal/journal-backend.ts';
import type { JournalMark } from './journal/journal-line.ts';
import type { Lock } from './access/lock.ts';
import type { CaseStore } from './store-interface.ts';
import { type ImportFiles, type StoredImport, TextStore } from './texts/texts.ts';
import { changeOf, outcomeOf, redoOf, undoOf } from './changes/planned-change.ts';
import { UndoHistory } from './changes/undo-history.ts';
import { verifyCase } from './recovery/verify.ts';

/** What an opened case folder is made of. */
export interface CaseParts {
  readonly folder: CaseFolder;
  readonly state: CaseState;
  /** What opening found and mended; null if nothing was. */
  readonly report: RecoveryReport | null;
  readonly repairs: readonly RecoveryReport[];
  readonly analyst: Analyst;
  readonly ids: IdSource;
  readonly now: () => Date;
  readonly mark: JournalMark;
  /** Whether this program may write to the case, when nobody else does. */
  readonly mayWrite: boolean;
  /** The moment of the past that it is; absent: it is as it is now. */
  readonly past?: PastMoment;
  /** What writing needs; null for a case that is only read. */
  readonly writing: {
    readonly journal: RecoverableJournal;
    readonly lock: Lock;
    readonly checkpoints: CheckpointState;
    /** What can be undone and redone from before. */
    readonly history: UndoHistory;
  } | null;
}

/** The case in a folder of this computer. */
export class FolderCaseStore implements CaseStore {
  readonly history: CaseHistory;
  readonly report: RecoveryReport | null;
  readonly repairs: readonly RecoveryReport[];
  readonly #parts: CaseParts;
  readonly #texts: TextStore;
  readonly #access: CaseAccess;
  // Both are given up when another takes the case over.
  #queue: ChangeQueue | null;
  #checkpointer: Checkpointer | null;
  readonly #listeners = new Set<(change: Events['case/changed']) => void>();
  #closing: Promise<void> | null = null;

  constructor(parts: CaseParts) {
    const { folder, state, writing, analyst, now } = parts;
    this.#parts = parts;
    this.report = parts.report;
    this.repairs = parts.repairs;
    this.#texts = new TextStore(folder);
    const broadcast = this.#broadcast.bind(this);
    this.#access = new CaseAccess({
      ...{ folder, state, writing, mayWrite: parts.mayWrite },
      followed: broadcast,
      lost: () => this.#giveUpWriting(),
    });
    const { journal } = this.#access;
    const queue =
      writing === null || journal === null
        ? null
        : new ChangeQueue({
            ...{ state, journal, analyst, now, history: writing.history },
            acknowledged: broadcast,
          });
    this.#queue = queue;
    this.history = new CaseHistory(folder, () => ({ view: state, mark: this.mark }));
    this.#checkpointer =
      writing === null || queue === null
        ? null
        : new Checkpointer(
            folder,
            writing.checkpoints,
            () => ({ state, mark: queue.mark }),
            async () => (await writing.lock.check()).ok,
          );
  }

  get path(): string {
    return this.#parts.folder.path;
  }

  get readOnly(): boolean {
    return this.#queue === null;
  }

  get health(): Health {
    return this.#access.health;
  }

  get silentToken(): string | undefined {
    return this.#access.silentToken;
  }

  get view(): CaseState {
    return this.#parts.state;
  }

  get seq(): number {
    return this.mark.seq;
  }

  get head(): Sha256 {
    return this.mark.hash;
  }

  get mark(): JournalMark {
    return this.#queue?.mark ?? this.#access.followedTo ?? this.#parts.mark;
  }

  get past(): PastMoment | null {
    return this.#parts.past ?? null;
  }

  get undoState(): UndoState {
    return (this.#queue?.history ?? UndoHistory.empty).state;
  }

  async run(name: string, input: unknown): Promise<Result<CommandOutcome, AppError>> {
    const queue = this.#writableQueue();
    if (!queue.ok) return queue;
    const prepared = prepareCommand(name, input);
    if (!prepared.ok) return prepared;
    const done = await queue.value.submit(({ view, at }) => this.#plan(prepared.value, view, at));
    return done.ok ? ok(outcomeOf(done.value)) : done;
  }

  async revert(seq: number): Promise<Result<CommandOutcome, AppError>> {
    const queue = this.#writableQueue();
    if (!queue.ok) return queue;
    const done = await queue.value.submit(async ({ view }) => {
      const reversal = await this.history.reversal(view, seq);
      if (!reversal.ok) return reversal;
      const { label, diff } = reversal.value;
      return ok({ ...changeOf('history/revert', label, diff), undoes: seq });
    });
    return done.ok ? ok(outcomeOf(done.value)) : done;
  }

  async restore(record: AnyId, seq: number): Promise<Result<CommandOutcome, AppError>> {
    const queue = this.#writableQueue();
    if (!queue.ok) return queue;
    const done = await queue.value.submit(async ({ view }) => {
      const restoration = await this.history.restoration(view, record, seq);
      if (!restoration.ok) return restoration;
      const { label, diff } = restoration.value;
      const problem = integrityProblem(view, diff);
      return problem === null
        ? ok(changeOf('history/restore', label, diff))
        : err(appError('command/integrity', { command: 'history/restore', problem }));
    });
    return done.ok ? ok(outcomeOf(done.value)) : done;
  }

  async asOf(seq: number): Promise<Result<CaseStore, AppError>> {
    const state = await this.history.stateAfter(seq);
    if (!state.ok) return state;
    const { view, mark } = state.value;
    const past = { seq, at: mark.at };
    const as = { state: view, mark, past, report: null, mayWrite: false, writing: null };
    return ok(new FolderCaseStore({ ...this.#parts, ...as }));
  }

  async undo(): Promise<Result<{ label: string }, AppError>> {
    return this.#step('undo');
  }

  async redo(): Promise<Result<{ label: string }, AppError>> {
    return this.#step('redo');
  }

  async readText(document: DocumentId): Promise<Result<DocumentText, AppError>> {
    const record = this.view.get(document);
    if (record === undefined) return err(appError('command/missing', { what: 'document' }));
    return this.#access.noted(await this.#texts.get(record.text));
  }

  async readLayout(document: DocumentId): Promise<Result<DocumentLayout | null, AppError>> {
    const record = this.view.get(document);
    if (record === undefined) return err(appError('command/missing', { what: 'document' }));
    if (record.layout === null) return ok(null);
    return this.#access.noted(await this.#texts.getLayout(record.layout));
  }

  async putImports(files: readonly ImportFiles[]): Promise<Result<StoredImport[], AppError>> {
    const queue = this.#writableQueue();
    return queue.ok ? this.#access.noted(await this.#texts.putImports(files)) : queue;
  }

  discardImports(imports: readonly StoredImport[]): void {
    this.#texts.discardImports(imports);
  }

  documentsFrom(original: string): DocumentId[] {
    const found: DocumentId[] = [];
    for (const { id, original: file } of this.view.all('document'))
      if (file.hash === original) found.push(id);
    return found;
  }

  subscribe(listener: (change: Events['case/changed']) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  watchHealth(listener: (health: Health) => void): () => void {
    return this.#access.watch(listener);
  }

  async tryAgain(): Promise<Result<null, AppError>> {
    return this.#closing === null
      ? this.#access.tryAgain()
      : err(appError('store/no-case-open', {}));
  }

  async follow(): Promise<void> {
    // Nothing can be made of what comes to a journal that is damaged before it.
    const isDamaged = this.report?.outcome === 'recoverable';
    if (this.past === null && !isDamaged) await this.#access.follow(this.mark);
  }

  async verify(progress?: (done: VerifyProgress) => void): Promise<Result<VerifyReport, AppError>> {
    const verify = (): Promise<Result<VerifyReport, AppError>> =>
      verifyCase(this.#parts.folder, this.mark, this.#parts.now(), progress);
    return this.#checkpointer === null ? verify() : this.#checkpointer.whileQuiet(verify);
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  #writableQueue(): Result<ChangeQueue, AppError> {
    if (this.#closing !== null) return err(appError('store/no-case-open', {}));
    const { refusal } = this.#access;
    if (refusal !== null) return err(refusal);
    if (this.#queue !== null) return ok(this.#queue);
    return this.past === null
      ? err(appError('store/read-only', { path: this.path }))
      : err(appError('history/in-the-past', { seq: this.past.seq }));
  }

  async #step(direction: 'undo' | 'redo'): Promise<Result<{ label: string }, AppError>> {
    const queue = this.#writableQueue();
    if (!queue.ok) return queue;
    let label = '';
    const done = await queue.value.submit(async ({ history, view }) => {
      const step = direction === 'undo' ? history.nextUndo : history.nextRedo;
      if (step === null) return err(appError(`command/nothing-to-${direction}`, {}));
      label = step.label;
      const known = await this.history.known(step);
      if (!known.ok) return known;
      const change = direction === 'undo' ? undoOf(known.value) : redoOf(known.value);
      // Somebody else may have worked on the case between two sessions.
      const refusal = await this.history.refusal(view, { ...step, diff: change.diff });
      return refusal === null ? ok(change) : err(refusal);
    });
    return done.ok ? ok({ label }) : done;
  }

  async #plan(
    command: PreparedCommand,
    view: CaseView,
    at: string,
  ): Promise<Result<PlannedChange, AppError>> {
    const texts = await this.#textsFor(command.documents(view), view);
    if (!texts.ok) return texts;
    const label = command.label(view);
    const diff = command.run({
      ...{ view, at, by: this.#parts.analyst.id },
      newId: (type) => this.#parts.ids.next(type),
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
      const text = await this.#texts.get(document.text);
      if (!text.ok) return text;
      texts.set(id, text.value.text);
    }
    return ok(texts);
  }

  #giveUpWriting(): JournalMark {
    const { mark } = this;
    this.#checkpointer?.stop();
    this.#checkpointer = null;
    this.#queue = null;
    return mark;
  }

  #broadcast(change: Events['case/changed']): void {
    this.#checkpointer?.changed(change.diff);
    for (const listener of this.#listeners) {
      try {
        listener(change);
      } catch (error) {
        // A bug in a listener must surface, but the change is made and has to be acknowledged all the same.
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  }

  async #close(): Promise<void> {
    await this.#queue?.idle();
    this.#checkpointer?.stop();
    // If the disk refuses it the journal still has everything, and the next opening replays it.
    await this.#checkpointer?.flush();
    await this.#access.close();
  }
}
