import type { Health } from '../../contract/health.ts';
import type { PastMoment } from '../../contract/history.ts';
import type { VerifyProgress, VerifyReport } from '../../contract/verification.ts';
import type { CaseChange, CommandOutcome, UndoState } from '../../domain/core/change.ts';
import type { CaseState } from '../../domain/core/case-state.ts';
import { type AppError, appError } from '../../contract/errors.ts';
import type { Analyst } from '../../domain/records/analyst/record.ts';
import type { DocumentLayout } from '../../domain/core/layout.ts';
import type { DocumentText } from '../../domain/core/text.ts';
import type { RecoveryReport } from '../../contract/recovery.ts';
import { type Result, err, ok } from '../../domain/core/result.ts';
import type { Sha256 } from '../../domain/core/record-id.ts';
import type { DocumentId } from '../../domain/records/document/record.ts';
import type { AnyId } from '../../domain/records/registry.ts';
import { CaseAccess } from './access/case-access.ts';
import type { CaseFolder } from './disk/case-folder.ts';
import { CaseChanges } from './changes/case-changes.ts';
import { CaseHistory } from './changes/case-history.ts';
import { Listeners } from './changes/listeners.ts';
import { type CheckpointState, Checkpointer } from './checkpoints/checkpointer.ts';
import type { IdSource } from './disk/ids.ts';
import { FolderJournalReader } from './journal/folder-journal-reader.ts';
import type { RecoverableJournal } from './journal/journal-backend.ts';
import type { JournalMark } from './journal/journal-line.ts';
import type { Lock } from './access/lock.ts';
import type { CaseMoment } from './memory/case-moment.ts';
import type { CaseStore } from './store-interface.ts';
import { type ImportFiles, type StoredImport, TextStore } from './texts/texts.ts';
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
  /** How long the writer may show no sign of life before a reader may take over. */
  readonly silenceMilliseconds?: number | undefined;
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
  // What writes the case: the queue of its changes, and the keeper of its checkpoints. Both are null for a case that is
  // only read, and become null when another process takes the lock over, after which this program may write nothing.
  #changes: CaseChanges | null = null;
  #checkpointer: Checkpointer | null = null;
  readonly #listeners = new Listeners<CaseChange>();
  // The closing that is under way or done: whoever closes again waits for the same one, and changes are refused from
  // then on.
  #closing: Promise<void> | null = null;

  constructor(parts: CaseParts) {
    const { folder, state, writing, silenceMilliseconds } = parts;
    this.#parts = parts;
    this.report = parts.report;
    this.repairs = parts.repairs;
    this.#texts = new TextStore(folder);
    // The same for our own changes and for those of a writer that is followed.
    const broadcast = this.#broadcast.bind(this);
    this.#access = new CaseAccess({
      ...{ folder, state, writing, mayWrite: parts.mayWrite, silenceMilliseconds },
      followed: broadcast,
      lost: () => this.#giveUpWriting(),
    });
    // A function, because the mark moves with every change while the state stays the same object.
    const present = (): CaseMoment => ({ state, mark: this.mark });
    this.history = new CaseHistory(new FolderJournalReader(folder, () => this.mark), present);
    const { journal } = this.#access;
    if (writing === null || journal === null) return;
    this.#changes = new CaseChanges({
      ...{ ...parts, journal, history: writing.history, acknowledged: broadcast },
      past: this.history,
      textOf: (hash) => this.#texts.get(hash),
    });
    // Asked before checkpoints are written: whoever took over writes those files as well.
    const mayWrite = async (): Promise<boolean> => (await writing.lock.check()).ok;
    this.#checkpointer = new Checkpointer(folder, writing.checkpoints, present, mayWrite);
  }

  get path(): string {
    return this.#parts.folder.path;
  }

  get readOnly(): boolean {
    return this.#changes === null;
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
    // In this order: the writer knows best; a reader is as far as it has followed; the past stays where it is.
    return this.#changes?.mark ?? this.#access.followedTo ?? this.#parts.mark;
  }

  get past(): PastMoment | null {
    return this.#parts.past ?? null;
  }

  get undoState(): UndoState {
    return this.#changes?.undoState ?? UndoHistory.empty.state;
  }

  async run(name: string, input: unknown): Promise<Result<CommandOutcome, AppError>> {
    const changes = this.#writable();
    return changes.ok ? changes.value.run(name, input) : changes;
  }

  async undo(): Promise<Result<{ label: string }, AppError>> {
    const changes = this.#writable();
    return changes.ok ? changes.value.step('undo') : changes;
  }

  async redo(): Promise<Result<{ label: string }, AppError>> {
    const changes = this.#writable();
    return changes.ok ? changes.value.step('redo') : changes;
  }

  async revert(seq: number): Promise<Result<CommandOutcome, AppError>> {
    const changes = this.#writable();
    return changes.ok ? changes.value.revert(seq) : changes;
  }

  async restore(record: AnyId, seq: number): Promise<Result<CommandOutcome, AppError>> {
    const changes = this.#writable();
    return changes.ok ? changes.value.restore(record, seq) : changes;
  }

  async asOf(seq: number): Promise<Result<CaseStore, AppError>> {
    const moment = await this.history.stateAfter(seq);
    if (!moment.ok) return moment;
    // The past shares the folder's texts with the present, and neither lock nor journal.
    const past = { seq, at: moment.value.mark.at };
    const as = { ...moment.value, past, report: null, mayWrite: false, writing: null };
    return ok(new FolderCaseStore({ ...this.#parts, ...as }));
  }

  async readText(document: DocumentId): Promise<Result<DocumentText, AppError>> {
    const record = this.view.get(document);
    if (record === undefined) return err(appError('command/missing', { what: 'document' }));
    // `noted` takes notice of a drive that went away: reading may be the first to meet it.
    return this.#access.noted(await this.#texts.get(record.text));
  }

  async readLayout(document: DocumentId): Promise<Result<DocumentLayout | null, AppError>> {
    const record = this.view.get(document);
    if (record === undefined) return err(appError('command/missing', { what: 'document' }));
    if (record.layout === null) return ok(null);
    return this.#access.noted(await this.#texts.getLayout(record.layout));
  }

  async putImports(files: readonly ImportFiles[]): Promise<Result<StoredImport[], AppError>> {
    const changes = this.#writable();
    return changes.ok ? this.#access.noted(await this.#texts.putImports(files)) : changes;
  }

  discardImports(imports: readonly StoredImport[]): void {
    // Whoever has the case after this one may use the same files.
    if (this.#closing === null && this.#changes !== null) this.#texts.discardImports(imports);
  }

  documentsFrom(original: string): DocumentId[] {
    const found: DocumentId[] = [];
    for (const { id, original: file } of this.view.all('document'))
      if (file.hash === original) found.push(id);
    return found;
  }

  subscribe(listener: (change: CaseChange) => void): () => void {
    return this.#listeners.add(listener);
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
    // Checkpoints that change between two looks would seem to be damaged.
    return this.#checkpointer === null ? verify() : this.#checkpointer.whileQuiet(verify);
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  #writable(): Result<CaseChanges, AppError> {
    if (this.#closing !== null) return err(appError('store/no-case-open', {}));
    const { refusal } = this.#access;
    if (refusal !== null) return err(refusal);
    if (this.#changes !== null) return ok(this.#changes);
    return this.past === null
      ? err(appError('store/read-only', { path: this.path }))
      : err(appError('history/in-the-past', { seq: this.past.seq }));
  }

  #giveUpWriting(): JournalMark {
    const { mark } = this;
    this.#checkpointer?.stop();
    this.#checkpointer = null;
    this.#changes = null;
    return mark;
  }

  #broadcast(change: CaseChange): void {
    // What a change touched is stale from now on, before anybody else is told of it.
    this.#checkpointer?.changed(change.diff);
    this.#listeners.tell(change);
  }

  async #close(): Promise<void> {
    try {
      // Changes first, because they make checkpoints stale; then the checkpoints; the lock last of all.
      await this.#changes?.idle();
      this.#checkpointer?.stop();
      // If the disk refuses it the journal still has everything, and the next opening replays it.
      await this.#checkpointer?.flush();
    } finally {
      await this.#access.close();
    }
  }
}
