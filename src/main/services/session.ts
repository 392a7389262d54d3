import type { CallName, CaseSnapshot, MoreRecords, ReopenedCase } from '../../contract/calls.ts';
import { type AppError, appError } from '../../contract/errors.ts';
import type { CaseRecord } from '../../domain/records/case/record.ts';
import type { DocumentText } from '../../domain/core/text.ts';
import { type Result, err, ok } from '../../domain/core/result.ts';
import { type CaseStore, type OpenOptions, createCase, openCase } from '../store/case-store.ts';
import type { DocumentId } from '../../domain/records/document/record.ts';
import type { CasePreview } from '../store/opening/preview-case.ts';
import { CaseDelivery, headerOf, lastReadOf } from './case-delivery.ts';
import type { Environment } from './environment.ts';
import { failedCall } from './failed-call.ts';
import { caseKey, caseName } from './open-case.ts';

/** A large case of which one document is on show while the rest is being read. */
interface Opening {
  readonly preview: CasePreview;
  /** Never rejects. */
  readonly opened: Promise<Result<CaseStore, AppError>>;
}

/** How the window wants a case opened. */
type WayOfOpening = Pick<OpenOptions, 'readOnly' | 'recover'>;

/** What a session needs of the window and the machine. */
type Surroundings = Pick<
  Environment,
  'preferences' | 'readerPath' | 'silenceMilliseconds' | 'send' | 'showMenu'
>;

/** The one case that the window has open, and the ways to another. */
export class Session {
  readonly #environment: Surroundings;
  readonly #delivery = new CaseDelivery();
  #store: CaseStore | null = null;
  // The same case as it was once, while the analyst looks at that.
  #past: CaseStore | null = null;
  #opening: Opening | null = null;
  #leaving: Promise<void> = Promise.resolve();
  // Why the case of which a document was on show could not be read to its end.
  #unread: AppError | null = null;

  readonly #endUses: () => Promise<void>;

  /** `endUses` ends what uses the open case, such as imports; it is called before a case is let go. */
  constructor(environment: Surroundings, endUses: () => Promise<void> = () => Promise.resolve()) {
    this.#environment = environment;
    this.#endUses = endUses;
  }

  /** The open case as the window shows it, once all of it is read; or the error that says why there is none. */
  async store(): Promise<Result<CaseStore, AppError>> {
    return this.#past === null ? this.present() : ok(this.#past);
  }

  /** The open case as it is now, also while the window shows it as it was. */
  async present(): Promise<Result<CaseStore, AppError>> {
    if (this.#opening !== null) return this.#opening.opened;
    if (this.#store !== null) return ok(this.#store);
    return err(this.#unread ?? appError('store/no-case-open', {}));
  }

  /** Creates a case in a new folder and opens it instead of the one that is open. */
  async create(path: string, name: string): Promise<Result<CaseSnapshot, AppError>> {
    const { analyst } = this.#environment.preferences.settings;
    const opened = await this.#enter('case/create', () => createCase(path, { name, analyst }));
    return opened.ok ? this.#handOver('case/create', () => this.#begin(opened.value)) : opened;
  }

  /**
   * Opens a case instead of the one that is open, which stays open if the other cannot be. Of a large case one document is
   * there before all of it is read. Where something is thrown once the open case was left, none is open.
   */
  async open(path: string, way: WayOfOpening): Promise<Result<CaseSnapshot, AppError>> {
    // Two openings never overlap: by now the first either has its case, which is then left, or has failed.
    await this.#opening?.opened;
    // The session holds the lock of the open case, and would find itself to be its writer.
    if (this.#store?.path === path) await this.close();
    const previewed = Promise.withResolvers<CasePreview>();
    const preview = {
      choose: ({ id }: CaseRecord) => lastReadOf(this.#environment.preferences.viewState(id)),
      show: previewed.resolve,
    };
    const opened = this.#enter('case/open', () =>
      openCase(path, { ...this.#always, ...way, preview }),
    );
    // A large case shows a document first; a small one, or one that cannot be opened, is answered before any.
    const first = await Promise.race([previewed.promise, opened]);
    if ('ok' in first)
      return first.ok ? this.#handOver('case/open', () => this.#begin(first.value)) : first;
    // The window has left whatever it looked at.
    this.#past = null;
    this.#opening = { preview: first, opened: this.#finish(opened) };
    return this.#handOver('case/open', () => this.#previewed(path, way.readOnly, first));
  }

  /**
   * The next records of a large case that is on show, of which a snapshot said what the `rest` is asked for by; waits until
   * they are read. Null if something else is on show since. Where they cannot be read, the error is the one that `open`
   * would have answered.
   */
  async more(rest: number): Promise<Result<MoreRecords | null, AppError>> {
    const store = await this.store();
    if (this.#delivery.rest !== rest) return ok(null);
    if (!store.ok) return store;
    const more = this.#delivery.next(store.value);
    if (more.complete !== null) this.#showMenu();
    return ok(more);
  }

  /** The text of a document; that of the one on show at once. */
  async readText(document: DocumentId): Promise<Result<DocumentText, AppError>> {
    const preview = this.#opening?.preview;
    if (preview?.document === document) return ok(preview.text);
    const store = await this.store();
    return store.ok ? store.value.readText(document) : store;
  }

  /**
   * Opens the open case once more in its place, for reading or for writing; a successor takes over from a writer who has
   * been silent for long. Where that is not possible the case stays open as it was.
   */
  async reopen(as: 'reader' | 'writer' | 'successor'): Promise<Result<ReopenedCase, AppError>> {
    const present = await this.present();
    if (!present.ok) return present;
    const { path, silentToken, head } = present.value;
    const takeOver = as === 'successor' ? silentToken : undefined;
    const opened = await this.#enter('case/reopen', () =>
      openCase(path, { ...this.#always, readOnly: as === 'reader', takeOver }),
    );
    if (!opened.ok) return opened;
    const { value } = opened;
    return this.#handOver('case/reopen', () =>
      // The window keeps its records where nothing was changed in between.
      value.head === head ? headerOf(value) : this.#begin(value),
    );
  }

  /** What the window needs to show the open case, or null. */
  async snapshot(): Promise<CaseSnapshot | null> {
    await this.#opening?.opened;
    const store = this.#past ?? this.#store;
    return store === null ? null : this.#begin(store);
  }

  /** Shows the open case as it was after a change, or at a moment (ISO 8601, UTC), until {@link returnToNow}. */
  async lookBack(to: { seq: number } | { at: string }): Promise<Result<CaseSnapshot, AppError>> {
    const present = await this.present();
    if (!present.ok) return present;
    const { value } = present;
    const seq = 'seq' in to ? ok(to.seq) : await value.history.lastAt(to.at);
    if (!seq.ok) return seq;
    // The past holds neither a lock nor a watch on the folder, so leaving it closes nothing.
    const past = await value.asOf(seq.value);
    if (!past.ok) return past;
    // Another case may have been opened meanwhile.
    if (this.#store !== value) return err(appError('store/no-case-open', {}));
    this.#past = past.value;
    return ok(this.#begin(past.value));
  }

  /** Shows the open case as it is again. */
  async returnToNow(): Promise<Result<CaseSnapshot, AppError>> {
    this.#past = null;
    const present = await this.present();
    return present.ok ? ok(this.#begin(present.value)) : present;
  }

  /** Finishes what is being written and lets go of the case. */
  async close(): Promise<void> {
    await this.#opening?.opened;
    this.#delivery.end();
    await this.#leave();
  }

  // What is the same whatever case is opened.
  get #always(): Pick<OpenOptions, 'analyst' | 'readerPath' | 'silenceMilliseconds'> {
    const { preferences, readerPath, silenceMilliseconds } = this.#environment;
    return { analyst: preferences.settings.analyst, readerPath, silenceMilliseconds };
  }

  // Cases are left one after another: whoever asks while one is being left waits until it is. A failure to leave one
  // must not keep the next from being left.
  #leave(): Promise<void> {
    this.#leaving = this.#leaving.catch(() => undefined).then(() => this.#letGo());
    return this.#leaving;
  }

  async #letGo(): Promise<void> {
    const store = this.#store;
    this.#store = null;
    this.#past = null;
    this.#unread = null;
    try {
      // An import that went on would put its files away under whoever has the case next.
      if (store !== null) await this.#endUses();
      await store?.close();
    } finally {
      this.#showMenu();
    }
  }

  // Takes a case up instead of the open one. What is thrown meanwhile is answered as well, and then the case is let go.
  async #enter(
    call: CallName,
    open: () => Promise<Result<CaseStore, AppError>>,
  ): Promise<Result<CaseStore, AppError>> {
    let store: CaseStore | null = null;
    try {
      const opened = await open();
      if (!opened.ok) return opened;
      store = opened.value;
      await this.#leave();
      this.#store = store;
      await this.#attend(store);
      this.#showMenu();
      return opened;
    } catch (error) {
      const failed = err(failedCall(call, error));
      if (store !== null) await this.#giveUp(call, store);
      return failed;
    }
  }

  // From now on the window is told of what happens to a case, and the case is found again.
  async #attend(store: CaseStore): Promise<void> {
    // An import may still be running; the window takes up what it did when it returns to now. While a document of another
    // case is on show already, nothing of this one is the window's any more.
    const isOnShow = (): boolean => this.#past === null && this.#opening === null;
    store.subscribe((change) => {
      if (isOnShow()) this.#environment.send('case/changed', change);
      this.#showMenu();
    });
    store.watchHealth((health) => {
      if (isOnShow()) this.#environment.send('case/health', health);
      this.#showMenu();
    });
    // Only what is read has somebody to follow; of a case that is written this does nothing.
    await store.follow();
    const openedAt = new Date().toISOString();
    const entry = { name: caseName(store), path: store.path, openedAt };
    try {
      await this.#environment.preferences.rememberCase(entry);
    } catch (error) {
      // The case is open all the same.
      console.error('The case could not be remembered:', error);
    }
  }

  // The window shows a document of the case already: where the case cannot be read to its end, none is open.
  async #finish(
    opening: Promise<Result<CaseStore, AppError>>,
  ): Promise<Result<CaseStore, AppError>> {
    const opened = await opening;
    if (!opened.ok) {
      await this.#giveUp('case/open', this.#store);
      this.#unread = opened.error;
    }
    this.#opening = null;
    return opened;
  }

  // Makes what the window shows of a case that was taken up. A case that the window does not get is not kept open.
  async #handOver<T>(call: CallName, make: () => T): Promise<Result<T, AppError>> {
    try {
      return ok(make());
    } catch (error) {
      const failed = err(failedCall(call, error));
      await this.#opening?.opened;
      await this.#giveUp(call, this.#store);
      this.#delivery.end();
      return failed;
    }
  }

  // Lets go of a case, whatever is thrown meanwhile: what whoever waits is answered is known already.
  async #giveUp(call: CallName, store: CaseStore | null): Promise<void> {
    try {
      // One that was not taken up yet has nothing but itself to close.
      if (store === this.#store) await this.#leave();
      else await store?.close();
    } catch (error) {
      failedCall(call, error);
    }
  }

  #begin(store: CaseStore): CaseSnapshot {
    const viewState = this.#environment.preferences.viewState(caseKey(store));
    const snapshot = this.#delivery.begin(store, viewState);
    this.#showMenu();
    return snapshot;
  }

  #previewed(path: string, readOnly: boolean, { state, seq, document }: CasePreview): CaseSnapshot {
    const [record] = state.all('case');
    const viewState = this.#environment.preferences.viewState(record?.id ?? path);
    // Who writes, and what can be undone, is told with the last records; until then the menu offers no change.
    const reading = { writer: null, mayWrite: false, lost: false, error: null };
    const header = {
      path,
      health: readOnly ? { state: 'reading' as const, ...reading } : { state: 'well' as const },
      past: null,
      seq,
      undo: { undo: null, redo: null },
      report: null,
      repairs: [],
    };
    const rest = this.#delivery.announce();
    this.#showMenu();
    return { ...header, records: [...state.records()], viewState, preview: document, rest };
  }

  #showMenu(): void {
    const store = this.#past ?? this.#store;
    const { undo, redo } = store?.undoState ?? { undo: null, redo: null };
    const isReadOnly = store?.health.state === 'reading' || this.#delivery.rest !== null;
    this.#environment.showMenu({ caseOpen: store !== null, isReadOnly, undo, redo });
  }
}

/** Answers from the open case as the window shows it, or with the error that says none is. */
export async function withCase<T>(
  session: Session,
  answer: (store: CaseStore) => Promise<Result<T, AppError>>,
): Promise<Result<T, AppError>> {
  const store = await session.store();
  return store.ok ? answer(store.value) : store;
}

/** Answers from the open case as it is now, also while the window shows it as it was. */
export async function withPresent<T>(
  session: Session,
  answer: (store: CaseStore) => Promise<Result<T, AppError>>,
): Promise<Result<T, AppError>> {
  const present = await session.present();
  return present.ok ? answer(present.value) : present;
}
