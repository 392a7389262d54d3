import { CaseState } from '../../../domain/core/case-state.ts';
import type { CaseChange, CommandOutcome, UndoState } from '../../../domain/core/change.ts';
import type { Analyst } from '../../../domain/records/analyst/record.ts';
import { type Result, err, ok } from '../../../domain/core/result.ts';
import type { DocumentText } from '../../../domain/core/text.ts';
import { type AppError, appError } from '../../../contract/errors.ts';
import type { Sha256 } from '../../../domain/core/record-id.ts';
import type { AnyId } from '../../../domain/records/registry.ts';
import { authorOf } from '../changes/author.ts';
import { CaseChanges } from '../changes/case-changes.ts';
import { CaseHistory } from '../changes/case-history.ts';
import { readPastSteps } from '../changes/past-steps.ts';
import type { UndoHistory } from '../changes/undo-history.ts';
import { IdSource } from '../disk/ids.ts';
import { sha256 } from '../journal/journal-line.ts';
import { beginningOf } from '../opening/create-case.ts';
import type { CaseStore } from '../store-interface.ts';
import type { ImportFiles, StoredImport } from '../texts/texts.ts';
import { MemoryJournal } from './memory-journal.ts';
import { valueOf } from './temporary-case.ts';

/** An open case as far as its records and its journal go. */
export type ChangingCase = Pick<
  CaseStore,
  | ('view' | 'seq' | 'history' | 'undoState' | 'putImports' | 'subscribe')
  | ('run' | 'undo' | 'redo' | 'revert' | 'restore')
>;

/** What is left of a case in memory when it is closed. */
interface Kept {
  readonly journal: MemoryJournal;
  readonly texts: Map<Sha256, DocumentText>;
  readonly state: CaseState;
}

/** A case that lives as long as the test, made of the same parts as one in a folder. */
export class MemoryCase implements ChangingCase {
  readonly history: CaseHistory;
  readonly #kept: Kept;
  readonly #changes: CaseChanges;
  readonly #listeners = new Set<(change: CaseChange) => void>();

  private constructor(kept: Kept, analyst: Analyst, history: UndoHistory, now: () => Date) {
    this.#kept = kept;
    const { state, journal, texts } = kept;
    this.history = new CaseHistory(journal, () => ({ state, mark: this.#changes.mark }));
    this.#changes = new CaseChanges({
      ...{ state, journal, analyst, history, past: this.history, now, ids: new IdSource(now) },
      textOf: (hash) => {
        const text = texts.get(hash);
        const missing = appError('store/damaged', { path: journal.path, place: hash });
        return Promise.resolve(text === undefined ? err(missing) : ok(text));
      },
      acknowledged: (change) => {
        for (const listener of this.#listeners) listener(change);
      },
    });
  }

  /** Makes a case with nothing in it, of an analyst called Ada. */
  static async create(now: () => Date): Promise<MemoryCase> {
    const journal = new MemoryJournal();
    const { state, line } = valueOf(beginningOf({ name: 'A case', analyst: 'Ada', now }));
    valueOf(await journal.append(0, [line]));
    return MemoryCase.#open({ journal, texts: new Map(), state }, 'Ada', now);
  }

  static async #open(kept: Kept, name: string, now: () => Date): Promise<MemoryCase> {
    const analyst = authorOf(kept.state, name, now);
    const history = await readPastSteps(kept.journal, analyst.id);
    return new MemoryCase(kept, analyst, history, now);
  }

  get journal(): MemoryJournal {
    return this.#kept.journal;
  }

  get view(): CaseState {
    return this.#kept.state;
  }

  get seq(): number {
    return this.#changes.mark.seq;
  }

  get undoState(): UndoState {
    return this.#changes.undoState;
  }

  run(name: string, input: unknown): Promise<Result<CommandOutcome, AppError>> {
    return this.#changes.run(name, input);
  }

  undo(): Promise<Result<{ label: string }, AppError>> {
    return this.#changes.step('undo');
  }

  redo(): Promise<Result<{ label: string }, AppError>> {
    return this.#changes.step('redo');
  }

  revert(seq: number): Promise<Result<CommandOutcome, AppError>> {
    return this.#changes.revert(seq);
  }

  restore(record: AnyId, seq: number): Promise<Result<CommandOutcome, AppError>> {
    return this.#changes.restore(record, seq);
  }

  putImports(files: readonly ImportFiles[]): Promise<Result<StoredImport[], AppError>> {
    const stored = files.map(({ original: { bytes, extension }, documents }): StoredImport => ({
      original: { hash: sha256(bytes), extension, size: bytes.length },
      documents: documents.map(({ text, layout }) => {
        const hash = sha256(JSON.stringify(text));
        this.#kept.texts.set(hash, text);
        const laidOut = layout === undefined ? null : sha256(JSON.stringify(layout));
        return { text: { hash, length: text.text.length }, layout: laidOut };
      }),
    }));
    return Promise.resolve(ok(stored));
  }

  subscribe(listener: (change: CaseChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** A case of its own that goes on from this one as it is now, as if it were opened from what was kept of this one. */
  async copy(analyst: string, now: () => Date): Promise<MemoryCase> {
    const { journal, texts, state } = this.#kept;
    const copied = { journal: journal.copy(), texts, state: new CaseState(state.records()) };
    return MemoryCase.#open(copied, analyst, now);
  }
}
