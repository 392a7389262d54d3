import { cp, mkdir, rename, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CaseSnapshot } from '../../contract/calls.ts';
import { type AppError, appError } from '../../domain/errors.ts';
import { type Result, err, ok } from '../../domain/result.ts';
import { type CaseStore, createCase, openCase } from '../store/case-store.ts';
import { attempt } from '../store/file-errors.ts';
import type { Environment } from './environment.ts';
import { caseKey, caseName, snapshotOf } from './open-case.ts';

/** The one case that the window has open, and the ways to another. */
export class Session {
  readonly #environment: Environment;
  #store: CaseStore | null = null;

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  /** The open case, or the error that says none is. */
  get store(): Result<CaseStore, AppError> {
    return this.#store === null ? err(appError('store/no-case-open', {})) : ok(this.#store);
  }

  /** Creates a case in a new folder and opens it instead of the one that is open. */
  async create(path: string, name: string): Promise<Result<CaseSnapshot, AppError>> {
    const { analyst } = this.#environment.preferences.settings;
    return this.#enter(await createCase(path, { name, analyst }));
  }

  /** Opens a case instead of the one that is open, which stays open if the other cannot be. */
  async open(path: string, readOnly: boolean): Promise<Result<CaseSnapshot, AppError>> {
    if (this.#store?.path === path) await this.close();
    const { analyst } = this.#environment.preferences.settings;
    return this.#enter(await openCase(path, { readOnly, analyst }));
  }

  /** Opens the analyst's own copy of the sample case; what they did to it before is still there. */
  async openSample(readOnly: boolean): Promise<Result<CaseSnapshot, AppError>> {
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
    return this.open(copy, readOnly);
  }

  /** What the window needs to show the open case, or null. */
  snapshot(): CaseSnapshot | null {
    if (this.#store === null) return null;
    const viewState = this.#environment.preferences.viewState(caseKey(this.#store));
    return snapshotOf(this.#store, viewState);
  }

  /** Finishes what is being written and lets go of the case. */
  async close(): Promise<void> {
    const store = this.#store;
    this.#store = null;
    await store?.close();
    this.#show();
  }

  async #enter(opened: Result<CaseStore, AppError>): Promise<Result<CaseSnapshot, AppError>> {
    if (!opened.ok) return opened;
    await this.close();
    const store = opened.value;
    this.#store = store;
    store.subscribe((change) => {
      this.#environment.send('case/changed', change);
      this.#show();
    });
    const { preferences } = this.#environment;
    const openedAt = new Date().toISOString();
    await preferences.rememberCase({ name: caseName(store), path: store.path, openedAt });
    this.#show();
    return ok(snapshotOf(store, preferences.viewState(caseKey(store))));
  }

  #show(): void {
    const store = this.#store;
    const { undo, redo } = store?.undoState ?? { undo: null, redo: null };
    this.#environment.showMenu({ caseOpen: store !== null, undo, redo });
  }
}

/** Answers from the open case, or with the error that says none is. */
export function withCase<T>(
  session: Session,
  answer: (store: CaseStore) => Promise<Result<T, AppError>>,
): Promise<Result<T, AppError>> {
  const { store } = session;
  return store.ok ? answer(store.value) : Promise.resolve(store);
}
