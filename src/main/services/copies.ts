import { join } from 'node:path';
import type { CopyReport } from '../../contract/copies.ts';
import type { AutomaticCopies } from '../../contract/settings.ts';
import type { AppError } from '../../contract/errors.ts';
import { type Result, err, ok } from '../../domain/core/result.ts';
import type { CaseStore } from '../store/case-store.ts';
import { type CopyJob, jobFor, removeCopy } from '../store/copies/copy-case.ts';
import type { MadeCopies } from '../preferences/preferences.ts';
import type { Environment } from './environment.ts';
import { failedCall } from './failed-call.ts';
import { caseKey, caseName, fileNameOf } from './open-case.ts';
import { reasonOf } from './reason.ts';

// Milliseconds. A day is 24 hours here, also when clocks are put forward or back.
const periods: Readonly<Record<Exclude<AutomaticCopies['every'], 'never'>, number>> = {
  hour: 3_600_000,
  day: 86_400_000,
};

// A copy comes at most so much later than it is due.
const lookMilliseconds = 30_000;

type CopyEnvironment = Pick<Environment, 'preferences' | 'copy' | 'send'>;

/** Copies of the open case: the ones the analyst asks for, and the ones made by schedule. */
export class Copies {
  readonly #environment: CopyEnvironment;
  readonly #openCase: () => Promise<Result<CaseStore, AppError>>;
  readonly #now: () => Date;
  // Aborted when the app closes: it ends the copies of both kinds, and the timer.
  readonly #closing = new AbortController();
  // The copy that the analyst has asked for last. Asking again cancels the one before.
  #asked: AbortController | null = null;
  // The look that is under way, so that the timer and a change of settings never make the same copy twice.
  #looking: Promise<void> | null = null;

  /** `openCase` gives the open case as it is now. */
  constructor(
    environment: CopyEnvironment,
    openCase: () => Promise<Result<CaseStore, AppError>>,
    now = () => new Date(),
  ) {
    this.#environment = environment;
    this.#openCase = openCase;
    this.#now = now;
  }

  /** Copies a case to a place the analyst chose and tells how far it is; null when it was cancelled. */
  async copy(store: CaseStore, place: string): Promise<Result<CopyReport | null, AppError>> {
    this.#asked?.abort();
    const asked = new AbortController();
    this.#asked = asked;
    const copied = await this.#make(jobFor(store, place), asked.signal, (progress) => {
      this.#environment.send('copy/progress', progress);
    });
    return copied ?? ok(null);
  }

  /** Cancels the copy that was asked for; nothing of it stays. */
  cancel(): void {
    this.#asked?.abort();
  }

  /** From now on looks every now and then whether a copy is due. */
  start(): void {
    // Without `unref` the timer would keep the process alive.
    const timer = setInterval(() => void this.look(), lookMilliseconds).unref();
    this.#closing.signal.addEventListener('abort', () => {
      clearInterval(timer);
    });
  }

  /** Makes the copy that is due by the schedule, if one is; resolves when it is made, or when the window was told why not. */
  look(): Promise<void> {
    this.#looking ??= this.#makeDue()
      .catch((error: unknown) => {
        console.error('A copy could not be remembered:', error);
        this.#environment.send('copies/failed', { reason: reasonOf(error) });
      })
      .finally(() => {
        this.#looking = null;
      });
    return this.#looking;
  }

  /** Cancels every copy and waits until nothing of them is left. */
  async close(): Promise<void> {
    this.#closing.abort();
    await this.#looking;
  }

  async #makeDue(): Promise<void> {
    const open = await this.#openCase();
    const { copyFolder: folder, settings } = this.#environment.preferences;
    const { every, keep } = settings.copies;
    // A case that is only read here is for the program that writes it to copy.
    if (!open.ok || open.value.readOnly || folder === null || every === 'never') return;
    const store = open.value;
    const made = this.#environment.preferences.madeCopies(caseKey(store));
    const now = this.#now();
    // A copy of an unchanged case would only push an older one out.
    if (made.head === store.head || !isDue(made.at, periods[every], now)) return;
    const job = jobFor(store, join(folder, copyName(store, now)));
    const copied = await this.#make(job, this.#closing.signal, () => undefined);
    // What failed is tried again at the next time of the schedule, not all the time.
    const after: MadeCopies = { ...made, at: now.toISOString() };
    if (copied !== null) await this.#finish(caseKey(store), job, keep, after, copied);
  }

  async #finish(
    key: string,
    { place, mark }: CopyJob,
    keep: number,
    made: MadeCopies,
    copied: Result<CopyReport, AppError>,
  ): Promise<void> {
    const { preferences } = this.#environment;
    const flaws = copied.ok ? copied.value.flaws : [copied.error.message];
    if (flaws.length > 0) this.#environment.send('copies/failed', { reason: flaws.join(' ') });
    let copies = [...made.copies, ...(copied.ok ? [{ path: place, mark }] : [])];
    // An older copy may have what this one could not get any more.
    if (flaws.length === 0) {
      const surplus = copies.slice(0, -keep);
      copies = copies.slice(-keep);
      for (const copy of surplus) await removeCopy(copy);
    }
    const head = copied.ok ? mark.hash : made.head;
    await preferences.rememberCopies(key, { ...made, head, copies });
  }

  // What is thrown fails this copy like anything else, so that it is told, and tried again only when that is due.
  async #make(
    job: CopyJob,
    signal: AbortSignal,
    onProgress: Parameters<Environment['copy']>[1]['onProgress'],
  ): Promise<Result<CopyReport, AppError> | null> {
    const either = AbortSignal.any([signal, this.#closing.signal]);
    try {
      return await this.#environment.copy(job, { signal: either, onProgress });
    } catch (error) {
      return err(failedCall('case/copy', error));
    }
  }
}

// A clock that was set back must not put the next copy off by as much.
function isDue(last: string | null, period: number, now: Date): boolean {
  if (last === null) return true;
  const elapsed = now.getTime() - Date.parse(last);
  return elapsed < 0 || elapsed >= period;
}

// "Harbour fire 2026-03-15 21.40.12.assay", in the time of the analyst's clock.
function copyName(store: CaseStore, now: Date): string {
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString();
  // A colon is no character of a file name on Windows.
  const moment = `${local.slice(0, 10)} ${local.slice(11, 19).replaceAll(':', '.')}`;
  return `${fileNameOf(caseName(store))} ${moment}.assay`;
}
