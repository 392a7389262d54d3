import { cp, mkdir, rename, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CaseSnapshot, MoreRecords, ReopenedCase } from '../../contract/calls.ts';
import { type AppError, appError } from '../../contract/errors.ts';
import type { CaseRecord } from '../../domain/records/case/record.ts';
import type { DocumentId } from '../../domain/core/ids.ts';
import type { DocumentText } from '../../domain/core/text.ts';
import { type Result, err, ok } from '../../domain/core/result.ts';
import { type CaseStore, type OpenOptions, createCase, openCase } from '../store/case-store.ts';
import { attempt } from '../store/disk/file-errors.ts';
import type { CasePreview } from '../store/opening/preview-case.ts';
import { CaseDelivery, headerOf, lastReadOf } from './case-delivery.ts';
import type { Environment } from './environment.ts';
import { caseKey, caseName } from './open-case.ts';

/** A large case of which one document is on show while the rest is being read. */
interface Opening {
  readonly preview: CasePreview;
  readonly opened: Promise<Result<CaseStore, AppError>>;
}

/** How the window wants a case opened. */
type WayOfOpening = Pick<OpenOptions, 'readOnly' | 'recover'>;

/** What a session needs of the window and the machine. */
type Surroundings = Pick<
  Environment,
  'preferences' | 'userData' | 'sampleCase' | 'send' | 'showMenu'
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

  constructor(environment: Surroundings) {
    this.#environment = environment;
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
    return this.#show(await this.#enter(createCase(path, { name, analyst })));
  }

  /**
   * Opens a case instead of the one that is open, which stays open if the other cannot be. Of a large case one document is
   * there before all of it is read.
   */
  async open(path: string, way: WayOfOpening): Promise<Result<CaseSnapshot, AppError>> {
    if (this.#store?.path === path) await this.close();
    await this.#opening?.opened;
    const { analyst } = this.#environment.preferences.settings;
    return new Promise((resolve, reject) => {
      const preview = {
        choose: ({ id }: CaseRecord) => lastReadOf(this.#environment.preferences.viewState(id)),
        show: (shown: CasePreview) => {
          this.#opening = { preview: shown, opened };
          resolve(ok(this.#previewed(path, way.readOnly, shown)));
        },
      };
      const opened = this.#enter(openCase(path, { ...way, analyst, preview }));
      opened.then(async (store) => {
        if (this.#opening === null) resolve(this.#show(store));
        // The window has left the case that was open before.
        else if (!store.ok) {
          await this.#leave();
          this.#unread = store.error;
        }
        this.#opening = null;
      }, reject);
    });
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

  /** Where the analyst's own copy of the sample case is; what they did to it before is still there. */
  async sampleCopy(): Promise<Result<string, AppError>> {
    const copy = join(this.#environment.userData, 'sample-case', 'Sample case.assay');
    if (!existsSync(copy)) {
      // Copied beside its place first: half a copy must not pass for the whole one.
      const unfinished = `${copy}.unfinished`;
      const copied = await attempt(copy, async () => {
        await mkdir(dirname(copy), { recursive: true });
        await rm(unfinished, { recursive: true, force: true });
        await cp(this.#environment.sampleCase, unfinished, { recursive: true });
        await rename(unfinished, copy);
      });
      if (!copied.ok) return copied;
    }
    return ok(copy);
  }

  /**
   * Opens the open case once more in its place, for reading or for writing; a successor takes over from a writer who has
   * been silent for long. Where that is not possible the case stays open as it was.
   */
  async reopen(as: 'reader' | 'writer' | 'successor'): Promise<Result<ReopenedCase, AppError>> {
    const present = await this.present();
    if (!present.ok) return present;
    const { path, silentToken, head } = present.value;
    const { analyst } = this.#environment.preferences.settings;
    const takeOver = as === 'successor' ? silentToken : undefined;
    const opening = openCase(path, { readOnly: as === 'reader', analyst, takeOver });
    const opened = await this.#enter(opening);
    if (!opened.ok) return opened;
    const { value } = opened;
    return ok(value.head === head ? headerOf(value) : this.#begin(value));
  }

  /** What the window needs to show the open case, or null. */
  async snapshot(): Promise<CaseSnapshot | null> {
    await this.#opening?.opened;
    const store = this.#past ?? this.#store;
    return store === null ? null : this.#begin(store);
  }

  /** Shows the open case as it was after a change, until {@link returnToNow}. */
  async lookBack(seq: number): Promise<Result<CaseSnapshot, AppError>> {
    const present = await this.present();
    if (!present.ok) return present;
    const past = await present.value.asOf(seq);
    if (!past.ok) return past;
    // Another case may have been opened meanwhile.
    if (this.#store !== present.value) return err(appError('store/no-case-open', {}));
    this.#past = past.value;
    return ok(this.#begin(past.value));
  }

  /** Shows the open case as it is again. */
  async returnToNow(): Promise<Result<CaseSnapshot, AppError>> {
    this.#past = null;
    return this.#show(await this.present());
  }

  /** Finishes what is being written and lets go of the case. */
  async close(): Promise<void> {
    await this.#opening?.opened;
    await this.#leave();
    this.#delivery.end();
  }

  // Whoever asks while the case is being left waits until it is.
  #leave(): Promise<void> {
    this.#leaving = this.#leaving.then(() => this.#letGo());
    return this.#leaving;
  }

  async #letGo(): Promise<void> {
    const store = this.#store;
    this.#store = null;
    this.#past = null;
    this.#unread = null;
    await store?.close();
    this.#showMenu();
  }

  async #enter(
    opening: Promise<Result<CaseStore, AppError>>,
  ): Promise<Result<CaseStore, AppError>> {
    const opened = await opening;
    if (!opened.ok) return opened;
    await this.#leave();
    const store = opened.value;
    this.#store = store;
    store.subscribe((change) => {
      // An import may still be running; the window takes up what it did when it returns to now.
      if (this.#past === null) this.#environment.send('case/changed', change);
      this.#showMenu();
    });
    store.watchHealth((health) => {
      if (this.#past === null) this.#environment.send('case/health', health);
      this.#showMenu();
    });
    await store.follow();
    const openedAt = new Date().toISOString();
    const entry = { name: caseName(store), path: store.path, openedAt };
    try {
      await this.#environment.preferences.rememberCase(entry);
    } catch (error) {
      // The case is open all the same.
      console.error('The case could not be remembered:', error);
    }
    this.#showMenu();
    return opened;
  }

  #show(opened: Result<CaseStore, AppError>): Result<CaseSnapshot, AppError> {
    return opened.ok ? ok(this.#begin(opened.value)) : opened;
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

/** Answers from the open case, or with the error that says none is. */
export async function withCase<T>(
  session: Session,
  answer: (store: CaseStore) => Promise<Result<T, AppError>>,
): Promise<Result<T, AppError>> {
  const store = await session.store();
  return store.ok ? answer(store.value) : store;
}
