import { type FSWatcher, watch } from 'node:fs';
import type { Writer } from '../../../contract/health.ts';
import type { CaseChange } from '../../../domain/core/change.ts';
import type { CaseState } from '../../../domain/core/case-state.ts';
import type { AppError } from '../../../contract/errors.ts';
import type { CaseFolder } from '../disk/case-folder.ts';
import { attempt } from '../disk/file-errors.ts';
import type { JournalLine, JournalMark } from '../journal/journal-line.ts';
import { readJournal } from '../journal/journal-reader.ts';
import { LockWatch, sightLock } from './lock-watch.ts';
import { UndoHistory } from '../changes/undo-history.ts';

// Network drives do not tell of changes, so they are looked for; a look reads one folder and one small file.
const lookMilliseconds = 2_000;

// A change is several writes; what is said of each of them leads to one look.
const settleMilliseconds = 50;

/** What a follower stands on. */
export interface FollowerBasis {
  readonly folder: CaseFolder;
  /** The case as of `mark`; the follower brings it up to date. */
  readonly state: CaseState;
  readonly mark: JournalMark;
  /** How long a writer on another computer may show no sign of life; as {@link LockWatch} has it unless given. */
  readonly silenceMilliseconds?: number | undefined;
  /** Told of every change of the writer's once it is in the state. */
  readonly followed: (change: CaseChange) => void;
  /** Told when who writes, or what stands in the way of following, may have changed. */
  readonly looked: () => void;
}

/** Follows a case that somebody else writes: reads what comes to its journal, and watches its lock. */
export class Follower {
  readonly #basis: FollowerBasis;
  readonly #lock: LockWatch;
  #mark: JournalMark;
  // The last line in the state; ahead of the mark where reading broke off.
  #seq: number;
  #writer: Writer | null = null;
  #error: AppError | null = null;
  #lookedAt = performance.now();
  #running: Promise<void> | null = null;
  #timer: NodeJS.Timeout | undefined;
  #watcher: FSWatcher | null = null;
  #isOver = false;

  constructor(basis: FollowerBasis) {
    this.#basis = basis;
    this.#lock = new LockWatch(basis.silenceMilliseconds);
    this.#mark = basis.mark;
    this.#seq = basis.mark.seq;
  }

  /** How far the journal was followed. */
  get mark(): JournalMark {
    return this.#mark;
  }

  /** Who writes, or null where nobody does. */
  get writer(): Writer | null {
    return this.#writer;
  }

  /** The token of the writer's lock, if they have been silent for so long that the analyst may take it over. */
  get silentToken(): string | undefined {
    return this.#lock.silentToken;
  }

  /** What stood in the way of following at the last look. */
  get error(): AppError | null {
    return this.#error;
  }

  /** Looks now, and from now on every now and then; resolves after the first look. */
  async start(): Promise<void> {
    await this.look();
    this.#schedule(lookMilliseconds);
  }

  /** Reads what is new; who asks while a look is under way shares it. */
  look(): Promise<void> {
    this.#running ??= this.#look().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  /** Ends the following, and waits for the look under way. */
  async stop(): Promise<void> {
    this.#isOver = true;
    clearTimeout(this.#timer);
    this.#watcher?.close();
    await this.#running;
  }

  async #look(): Promise<void> {
    const { folder, looked } = this.#basis;
    const now = performance.now();
    // The longest a look can be late without this computer having slept.
    const elapsed = Math.min(now - this.#lookedAt, 2 * lookMilliseconds);
    this.#lookedAt = now;
    const sighting = await attempt(folder.path, () => sightLock(folder));
    // The lock first: when a writer has left, all they wrote is there to be read.
    const writer = sighting.ok ? this.#lock.look(sighting.value, elapsed) : this.#writer;
    const tail = await readJournal(folder, this.#mark, (line) => {
      if (line.seq > this.#seq) this.#follow(line);
    });
    if (tail.ok) this.#mark = tail.value.mark;
    this.#writer = writer;
    const failed = [sighting, tail].find((result) => !result.ok);
    this.#error = failed?.ok === false ? failed.error : null;
    if (this.#error !== null) this.#unwatch();
    else if (!this.#isOver) this.#watch();
    looked();
  }

  #follow({ seq, label, diff }: JournalLine): void {
    this.#basis.state.apply(diff);
    this.#seq = seq;
    this.#basis.followed({ seq, label, diff, undo: UndoHistory.empty.state });
  }

  #schedule(milliseconds: number): void {
    if (this.#isOver) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.start(), milliseconds).unref();
  }

  #watch(): void {
    if (this.#watcher !== null) return;
    try {
      this.#watcher = watch(this.#basis.folder.journal, { persistent: false }, () => {
        this.#schedule(settleMilliseconds);
      });
      this.#watcher.on('error', () => {
        this.#unwatch();
      });
    } catch {
      // Where the system cannot tell of changes, looking for them every now and then is enough.
      this.#unwatch();
    }
  }

  #unwatch(): void {
    this.#watcher?.close();
    this.#watcher = null;
  }
}
