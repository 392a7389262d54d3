import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { HistoryEntry, HistoryPage, HistoryQuery } from '../../../contract/history.ts';
import { invoke } from '../../state/bridge.ts';
import { useReplicaStore } from '../../state/replica.ts';

/** The changes that were fetched so far. */
export interface LoadedHistory {
  /** Newest first. */
  readonly entries: readonly HistoryEntry[];
  /** Where to go on; null: every change that fits is here. Undefined: nothing was fetched yet. */
  readonly before: number | null | undefined;
  /** The change that the journal no longer tells, nor any before it; null: none was met. */
  readonly unreadable: number | null;
  /** The last change of the case at the time, and its hash. */
  readonly seq: number;
  readonly head: string;
  readonly error: string | null;
}

const nothing: LoadedHistory = {
  ...{ entries: [], before: undefined, unreadable: null },
  ...{ seq: 0, head: '', error: null },
};
const pageSize = 60;

/** The changes that fit a query, fetched page by page; new ones are put before them. */
export class HistoryPages {
  readonly #query: HistoryQuery;
  readonly #listeners = new Set<() => void>();
  #loaded = nothing;
  #isLoading = false;

  constructor(query: HistoryQuery) {
    this.#query = query;
  }

  /** What there is now; the same object as long as nothing was fetched. */
  readonly read = (): LoadedHistory => this.#loaded;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /**
   * Tells whether changes up to `seq` are yet to be fetched. Not after a failure: asked again at once, the same would fail
   * again, without end.
   */
  isBehind(seq: number): boolean {
    const { before, error, seq: known } = this.#loaded;
    return error === null && (before === undefined || known < seq);
  }

  /** Fetches older changes, if there are more; after a failure only once {@link catchUp} has succeeded. */
  async more(): Promise<void> {
    const { before, error } = this.#loaded;
    if (before === null || error !== null) return;
    await this.#fetch(before ?? null, (page) => ({
      ...page,
      entries: [...this.#loaded.entries, ...page.entries],
      // What came while older changes were fetched is yet to be caught up with.
      seq: before === undefined ? page.seq : this.#loaded.seq,
    }));
  }

  /** Fetches what was changed since the last time, also after a failure. */
  async catchUp(): Promise<void> {
    const { entries, seq, before } = this.#loaded;
    if (before === undefined) return this.more();
    await this.#fetch(null, (page) => {
      const fresh = page.entries.filter((entry) => entry.seq > seq);
      // More came than a page holds: the list begins anew.
      const isGap = page.before !== null && page.before > seq + 1;
      return isGap ? page : { ...page, entries: [...fresh, ...entries], before };
    });
  }

  async #fetch(
    before: number | null,
    join: (page: HistoryPage) => Omit<LoadedHistory, 'error'>,
  ): Promise<void> {
    if (this.#isLoading) return;
    this.#isLoading = true;
    const page = await invoke('history/page', { query: this.#query, before, limit: pageSize });
    this.#isLoading = false;
    this.#loaded = page.ok
      ? { ...join(page.value), error: null }
      : { ...this.#loaded, before: this.#loaded.before ?? null, error: page.error.message };
    for (const listener of this.#listeners) listener();
  }
}

/** The changes that fit a query as far as they were asked for, kept up with those that are made meanwhile. */
export function useHistoryPages(query: HistoryQuery): [LoadedHistory, HistoryPages] {
  const path = useReplicaStore(({ replica }) => replica?.path);
  const isPast = useReplicaStore(({ replica }) => replica !== null && replica.past !== null);
  const seq = useReplicaStore(({ replica }) => replica?.seq ?? 0);
  const pages = useMemo(() => ({ path, of: new HistoryPages(query) }).of, [query, path]);
  const loaded = useSyncExternalStore(pages.subscribe, pages.read);
  const health = useReplicaStore(({ replica }) => replica?.health);
  const isBehind = pages.isBehind(isPast ? 0 : seq);
  useEffect(() => {
    if (isBehind) void pages.catchUp();
  }, [pages, isBehind, loaded, seq]);
  useEffect(() => {
    // A folder that was away may be back.
    if (pages.read().error !== null) void pages.catchUp();
  }, [pages, health]);
  return [loaded, pages];
}
