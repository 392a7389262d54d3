import type { Health } from '../../../contract/health.ts';
import type { AppError } from '../../../contract/errors.ts';
import { type Result, err, ok } from '../../../domain/core/result.ts';
import type {
  AppendableJournal,
  ComingLines,
  RecoverableJournal,
} from '../journal/journal-backend.ts';
import type { JournalMark } from '../journal/journal-line.ts';
import { type Lock, beatMilliseconds } from './lock.ts';

// Somebody who has put a memory stick back looks at the window and waits: two seconds are not long for them.
const recheckMilliseconds = 2_000;

type WriterHealth = Exclude<Health, { state: 'reading' }>;

/** What a guarded journal stands on. */
export interface GuardBasis {
  readonly journal: RecoverableJournal;
  readonly lock: Lock;
  /** Told when changes can no longer, or again, be made. */
  readonly changed: () => void;
  /** Told once, when another has taken over the right to write; the error is `store/taken-over`. */
  readonly lost: (error: AppError) => void;
}

/**
 * A journal together with the right to write to it. Before each append it makes sure that the right is still held; after
 * a failure it says so (`health`) and looks whether it has passed: by itself where the failure left no doubt about what
 * is on disk, and only on the analyst's word where it did.
 */
export class GuardedJournal implements AppendableJournal {
  readonly #basis: GuardBasis;
  #health: WriterHealth = { state: 'well' };
  #lostTo: AppError | null = null;
  #turn: Promise<unknown> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;
  #beating: Promise<void> = Promise.resolve();
  #isOver = false;

  constructor(basis: GuardBasis) {
    this.#basis = basis;
    this.#schedule();
  }

  get health(): WriterHealth {
    return this.#health;
  }

  get end(): JournalMark {
    return this.#basis.journal.end;
  }

  /** Why nothing is even tried now: the right is lost, or only the analyst's word makes it try again; else null. */
  get refusal(): AppError | null {
    if (this.#lostTo !== null) return this.#lostTo;
    return this.#health.state === 'suspended' && !this.#health.automatic
      ? this.#health.error
      : null;
  }

  append(expectedSeq: number, coming: ComingLines): Promise<Result<null, AppError>> {
    const { journal, lock } = this.#basis;
    return this.#inTurn(async () => {
      if (this.refusal !== null) return err(this.refusal);
      if (this.#health.state === 'well')
        return this.#noted(await journal.append(expectedSeq, coming, () => lock.check()));
      const lines = await coming;
      // Nothing is to be written, so nothing has to be tried: whether the disk takes changes again stays open.
      if (lines.length === 0) return ok(null);
      const ready = await this.#recover();
      return this.#noted(ready.ok ? await journal.append(expectedSeq, lines) : ready);
    });
  }

  /** Looks at once whether changes can be made again, whatever the failure was. */
  tryAgain(): Promise<Result<null, AppError>> {
    return this.#inTurn(async () => {
      if (this.#lostTo !== null) return err(this.#lostTo);
      return this.#noted(await this.#recover());
    });
  }

  /** Takes note of how writing to the case went, here or in another of its files. */
  report(written: Result<unknown, AppError>): void {
    if (this.#isOver) return;
    if (written.ok) this.#become({ state: 'well' });
    else if (written.error.code === 'store/taken-over') this.#lose(written.error);
    else {
      const automatic = !this.#basis.journal.inDoubt;
      this.#become({ state: 'suspended', error: written.error, automatic });
    }
  }

  /** Ends the beats; the journal is closed once nobody uses it. */
  async close(): Promise<void> {
    this.#isOver = true;
    clearTimeout(this.#timer);
    // A beat that comes after the lock was given back would take it again.
    await this.#beating;
    await this.#inTurn(() => this.#basis.journal.close());
  }

  #noted(written: Result<null, AppError>): Result<null, AppError> {
    this.report(written);
    return written;
  }

  async #recover(): Promise<Result<null, AppError>> {
    const held = await this.#basis.lock.check();
    return held.ok ? this.#basis.journal.recover() : held;
  }

  #become(health: WriterHealth): void {
    const before = this.#health;
    this.#health = health;
    const isSame = before.state === 'suspended' && health.state === 'suspended';
    if (isSame ? before.error.message === health.error.message : before.state === health.state)
      return;
    // The next look comes as soon as the new state asks for it.
    this.#schedule();
    this.#basis.changed();
  }

  #lose(error: AppError): void {
    this.#lostTo = error;
    clearTimeout(this.#timer);
    this.#basis.lost(error);
  }

  #schedule(): void {
    if (this.#isOver || this.#lostTo !== null) return;
    const isWaiting = this.#health.state === 'suspended' && this.#health.automatic;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(
      () => {
        this.#beating = this.#beat(isWaiting).finally(() => {
          this.#schedule();
        });
      },
      isWaiting ? recheckMilliseconds : beatMilliseconds,
    ).unref();
  }

  async #beat(isWaiting: boolean): Promise<void> {
    if (isWaiting) {
      await this.tryAgain();
      return;
    }
    // Not in turn: whoever works out a change for long must not seem dead meanwhile.
    const alive = await this.#basis.lock.beat();
    if (alive.ok) return;
    // What is amiss is told between two appends: what one has written must be acknowledged before another is followed.
    await this.#inTurn(async () => {
      const held = await this.#basis.lock.check();
      // A look that succeeds says nothing of a write that failed.
      if (!held.ok) this.report(held);
    });
  }

  // One after another: what recovers must not meet what appends.
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }
}
