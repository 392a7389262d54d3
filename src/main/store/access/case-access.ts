import type { Health } from '../../../contract/health.ts';
import type { CaseChange } from '../../../domain/core/change.ts';
import type { CaseState } from '../../../domain/core/case-state.ts';
import { type AppError, appError } from '../../../contract/errors.ts';
import { type Result, err } from '../../../domain/core/result.ts';
import { sameData } from '../../../domain/core/same-data.ts';
import type { CaseFolder } from '../disk/case-folder.ts';
import { Listeners } from '../changes/listeners.ts';
import { Follower } from './follower.ts';
import { GuardedJournal } from './guarded-journal.ts';
import type { RecoverableJournal } from '../journal/journal-backend.ts';
import type { JournalMark } from '../journal/journal-line.ts';
import type { Lock } from './lock.ts';

/** What the access to a case stands on. */
export interface AccessBasis {
  readonly folder: CaseFolder;
  readonly state: CaseState;
  /** The right to write and where to; null for a case that is only read. */
  readonly writing: { readonly journal: RecoverableJournal; readonly lock: Lock } | null;
  /** Whether this program may write to the case, when nobody else does. */
  readonly mayWrite: boolean;
  /** How long the writer may show no sign of life before a reader may take over. */
  readonly silenceMilliseconds?: number | undefined;
  /** Told of every change that somebody else made, once it is in the state. */
  readonly followed: (change: CaseChange) => void;
  /** Told once when another has taken over; answers how far the case was written here. */
  readonly lost: () => JournalMark;
}

/** How an open case is held: by its one writer, or by a reader who may follow the writer. A writer can become a reader. */
export class CaseAccess {
  /** Where changes go; null for a case that was opened to be read. */
  readonly journal: GuardedJournal | null;
  readonly #basis: AccessBasis;
  readonly #listeners = new Listeners<Health>();
  #follower: Follower | null = null;
  #isLost = false;
  #told: Health;

  constructor(basis: AccessBasis) {
    this.#basis = basis;
    this.journal =
      basis.writing &&
      new GuardedJournal({
        ...basis.writing,
        changed: () => {
          this.#tell();
        },
        lost: () => {
          this.#becomeReader();
        },
      });
    this.#told = this.health;
  }

  /** Whether changes can be made now, and if not, why. */
  get health(): Health {
    if (this.journal !== null && !this.#isLost) return this.journal.health;
    const { writer = null, error = null } = this.#follower ?? {};
    const { mayWrite } = this.#basis;
    return { state: 'reading', writer, mayWrite, lost: this.#isLost, error };
  }

  /** The token of a silent writer's lock, which may be taken over. */
  get silentToken(): string | undefined {
    return this.#follower?.silentToken;
  }

  /** How far another's changes were followed; undefined without anybody to follow. */
  get followedTo(): JournalMark | undefined {
    return this.#follower?.mark;
  }

  /** Why a change is refused before anything is tried; null if it may be tried. */
  get refusal(): AppError | null {
    return this.journal?.refusal ?? null;
  }

  /** Listens to every change of `health`; returns the function that ends it. */
  watch(listener: (health: Health) => void): () => void {
    return this.#listeners.add(listener);
  }

  /** Passes on how reading or writing a file went: a drive that went away shows in whatever is done first. */
  noted<T>(done: Result<T, AppError>): Result<T, AppError> {
    // What is too large for the disk hinders no smaller change, and damage to one file hinders none at all.
    if (!done.ok && done.error.code !== 'store/disk-full' && done.error.code !== 'store/damaged')
      this.journal?.report(done);
    return done;
  }

  /** Looks at once whether changes can be made again after a failure. */
  tryAgain(): Promise<Result<null, AppError>> {
    const { path } = this.#basis.folder;
    return this.journal?.tryAgain() ?? Promise.resolve(err(appError('store/read-only', { path })));
  }

  /** Of a case that is only read: follows its writer from a mark on. */
  async follow(mark: JournalMark): Promise<void> {
    if (this.journal !== null && !this.#isLost) return;
    const { folder, state, silenceMilliseconds, followed } = this.#basis;
    this.#follower ??= new Follower({
      ...{ folder, state, mark, silenceMilliseconds, followed },
      looked: () => {
        this.#tell();
      },
    });
    await this.#follower.start();
  }

  /** Lets go of the journal and the right to write. */
  async close(): Promise<void> {
    this.#listeners.clear();
    try {
      await this.#follower?.stop();
      await this.journal?.close();
    } finally {
      // Whatever was thrown meanwhile, nobody is kept out of a case that is not open.
      await this.#basis.writing?.lock.release();
    }
  }

  // Another writes now. What was acknowledged here is in the journal, where the other went on.
  #becomeReader(): void {
    this.#isLost = true;
    void this.journal?.close();
    void this.follow(this.#basis.lost());
    this.#tell();
  }

  #tell(): void {
    const { health } = this;
    if (sameData(health, this.#told)) return;
    this.#told = health;
    this.#listeners.tell(health);
  }
}
