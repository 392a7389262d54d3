import fs from 'node:fs';
import type { Diff } from '../../src/domain/core/diff.ts';
import { type AppError, appError } from '../../src/contract/errors.ts';
import { type Result, err, ok } from '../../src/domain/core/result.ts';
import type { CaseStore } from '../../src/main/store/case-store.ts';
import type { Fates } from './fates.ts';
import { type Message, digestOf } from './testimony.ts';

const { writeSync } = fs;

/** Says one thing on standard output, before anything else happens. */
export function say(message: Message): void {
  writeSync(1, `${JSON.stringify(message)}\n`);
}

/** Runs what a scenario asks of its store and tells the answers as they come. */
export class Witness {
  readonly #fates: Fates;
  readonly #diffs = new Map<number, Diff>();
  #asks = 0;
  #store: CaseStore | null = null;

  constructor(fates: Fates) {
    this.#fates = fates;
  }

  /** Lets faults happen from here on; what a scenario does before is its preparation. */
  arm(): void {
    this.#fates.arm();
  }

  /** Has a store's changes told with their answers, and its records at the end. */
  watch(store: CaseStore): void {
    this.#store = store;
    store.subscribe(({ seq, diff }) => {
      this.#diffs.set(seq, diff);
    });
  }

  /** Runs a command on the watched store. */
  async run(command: string, input: unknown): Promise<boolean> {
    const store = this.#watched();
    const done = await this.ask(
      command,
      () => store.run(command, input),
      ({ seq }) => seq,
    );
    return done.ok;
  }

  /** Takes back the last change of the watched store, or makes it again. */
  async step(direction: 'undo' | 'redo'): Promise<void> {
    const store = this.#watched();
    await this.ask(
      `history/${direction}`,
      () => store[direction](),
      () => store.seq,
    );
  }

  /** Asks for anything that may be refused; `seqOf` tells which journal line it became. */
  async ask<T>(
    command: string,
    work: () => Promise<Result<T, AppError>>,
    seqOf: (value: T) => number | null = () => null,
  ): Promise<Result<T, AppError>> {
    const ask = this.#asks;
    this.#asks += 1;
    say({ kind: 'asked', ask, command });
    const result = await work();
    if (result.ok) {
      const seq = seqOf(result.value);
      const diff = seq === null ? null : (this.#diffs.get(seq) ?? null);
      say({ kind: 'acknowledged', ask, seq, diff });
    } else say({ kind: 'refused', ask, code: result.error.code });
    return result;
  }

  /** Asks for something that rejects where it is refused. */
  async try(command: string, work: () => Promise<void>): Promise<void> {
    await this.ask<null>(command, () => work().then(() => ok(null), refusal));
  }

  /** Tells that the scenario is over. */
  end(): void {
    const records = this.#store === null ? null : digestOf(this.#store.view.records());
    say({ kind: 'end', records, operations: [...this.#fates.operations] });
    this.#fates.end();
  }

  #watched(): CaseStore {
    if (this.#store === null) throw new Error('No store is watched');
    return this.#store;
  }
}

function refusal(error: unknown): Result<null, AppError> {
  const reason = error instanceof Error ? error.message : String(error);
  return err(appError('store/write-failed', { path: '', reason }));
}
