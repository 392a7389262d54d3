import { useCallback, useRef, useSyncExternalStore } from 'react';
import { create } from 'zustand';
import { shallow } from 'zustand/shallow';
import type { CallResult, CaseHeader, CaseSnapshot, MoreRecords } from '../../contract/calls.ts';
import type { Events } from '../../contract/events.ts';
import type { UndoState } from '../../domain/core/change.ts';
import type { Health } from '../../contract/health.ts';
import type { PastMoment } from '../../contract/history.ts';
import { CaseState, type CaseView } from '../../domain/core/case-state.ts';
import { type Diff, changesOf } from '../../domain/core/diff.ts';
import type { AnyId, RecordType } from '../../domain/core/ids.ts';
import type { RecordFor, RecordOf } from '../../domain/records/registry.ts';
import type { RecoveryReport } from '../../contract/recovery.ts';

/** The open case as the window holds it: a read-only copy that follows the main process diff by diff. */
export interface Replica {
  readonly path: string;
  /** Whether it takes changes now. */
  readonly health: Health;
  /** The moment of its history that it is shown as of; null: as it is now. */
  readonly past: PastMoment | null;
  /** What opening it found wrong with its folder; null if all was well. */
  readonly report: RecoveryReport | null;
  /** The repairs its folder has seen, the latest first. */
  readonly repairs: readonly RecoveryReport[];
  readonly view: CaseState;
  /** The last change the copy has in it. */
  readonly seq: number;
  /** What that change was; null if the copy has not seen one happen. */
  readonly diff: Diff | null;
  readonly undo: UndoState;
  /** How far the rest of a large case has come, of which only one document is here yet; null for a whole case. */
  readonly reading: Reading | null;
}

interface Reading {
  /** What the rest is asked for by. */
  readonly rest: number;
  /** How many of how many records have come. */
  readonly done: number;
  readonly total: number;
}

interface ReplicaStore {
  readonly replica: Replica | null;
}

/** Holds the replica; null while no case is open. Read it through the hooks below. */
export const useReplicaStore = create<ReplicaStore>(() => ({ replica: null }));

// How often each type of record has changed: selectors run again only when a type they read did.
const versions = new Map<string, number>();
const waiting = new Set<{ seq: number; resolve: () => void }>();

type Answer = CallResult<'command/run'>;

// Commands of this window that are not answered yet, the last change that was, and the changes that came meanwhile.
let unanswered = 0;
let answered = 0;
const held: Events['case/changed'][] = [];

// The whole of a large case while it comes, beside the part of it that is on show.
let coming: CaseState | null = null;

/** Starts the replica of a case that was just opened, or is shown as of another moment; null when it was closed. */
export function replaceReplica(snapshot: CaseSnapshot | null): void {
  coming = null;
  answered = 0;
  held.length = 0;
  if (snapshot === null) {
    versions.clear();
    useReplicaStore.setState({ replica: null });
    return;
  }
  const { rest, records } = snapshot;
  if (rest !== null) coming = new CaseState();
  show(snapshot, new CaseState(records), rest === null ? null : { rest, done: 0, total: 0 });
}

/** Goes on with a case that was opened once more, whose records are as they were: what is drawn of them stays. */
export function replaceHeader(header: CaseHeader): void {
  takeHeld(Infinity);
  const { replica } = useReplicaStore.getState();
  if (replica !== null) useReplicaStore.setState({ replica: { ...replica, ...header } });
}

/** Takes in more of the large case that is being read, and shows the whole once it is there. */
export function takeIn({ records, done, total, complete }: MoreRecords): void {
  const { replica } = useReplicaStore.getState();
  if (replica === null || replica.reading === null || coming === null) return;
  coming.apply({ created: [...records], updated: [], removed: [] });
  if (complete === null) {
    const { rest } = replica.reading;
    useReplicaStore.setState({ replica: { ...replica, reading: { rest, done, total } } });
  } else {
    show(complete, coming, null);
    coming = null;
  }
}

/** Whether the rest of a case, by what it is asked for by, is still being read. */
export function isReading(rest: number): boolean {
  return useReplicaStore.getState().replica?.reading?.rest === rest;
}

function show(
  { path, health, past, report, repairs, seq, undo }: CaseHeader,
  view: CaseState,
  reading: Reading | null,
): void {
  versions.clear();
  useReplicaStore.setState({
    replica: { path, health, past, report, repairs, view, seq, diff: null, undo, reading },
  });
}

/**
 * Waits for the answer to a command of this window. A change and the answer to who made it come one after the other; the
 * change waits for the answer, so that what was made shows and is selected in one moment, with no key in between.
 */
export async function answerTo(command: Promise<Answer>): Promise<Answer> {
  unanswered += 1;
  try {
    const answer = await command;
    if (answer.ok) answered = Math.max(answered, answer.value.seq ?? 0);
    return answer;
  } finally {
    unanswered -= 1;
    takeHeld(unanswered === 0 ? Infinity : answered);
  }
}

/** Puts one change of the main process into the replica, once the command that made it is answered. */
export function followChange(change: Events['case/changed']): void {
  if (unanswered > 0 && change.seq > answered) held.push(change);
  else takeChange(change);
}

function takeHeld(last: number): void {
  while (held[0] !== undefined && held[0].seq <= last) {
    takeChange(held[0]);
    held.shift();
  }
}

function takeChange({ seq, diff, undo }: Events['case/changed']): void {
  const { replica } = useReplicaStore.getState();
  if (replica === null || seq <= replica.seq) return;
  replica.view.apply(diff);
  coming?.apply(diff);
  for (const [, { before, after }] of changesOf(diff)) {
    const type = (after ?? before)?.type;
    if (type !== undefined) versions.set(type, (versions.get(type) ?? 0) + 1);
  }
  useReplicaStore.setState({ replica: { ...replica, seq, diff, undo } });
  for (const waiter of waiting) {
    if (waiter.seq > seq) continue;
    waiting.delete(waiter);
    waiter.resolve();
  }
}

/** Takes note of whether the case takes changes now. */
export function followHealth(health: Health): void {
  useReplicaStore.setState(({ replica }) => ({ replica: replica && { ...replica, health } }));
}

/** Resolves once the replica has the change of that number in it. */
export function untilSeq(seq: number): Promise<void> {
  const { replica } = useReplicaStore.getState();
  if (replica === null || replica.seq >= seq) return Promise.resolve();
  return new Promise((resolve) => waiting.add({ seq, resolve }));
}

/** The open case outside of React; throws when none is open. */
export function currentView(): CaseView {
  return openReplica().view;
}

function openReplica(): Replica {
  const { replica } = useReplicaStore.getState();
  if (replica === null) throw new Error('No case is open');
  return replica;
}

const subscribe = useReplicaStore.subscribe;

/** The record of an id, or undefined; draws again only when that record changes. */
export function useRecord<I extends AnyId>(id: I | null | undefined): RecordFor<I> | undefined {
  return useSyncExternalStore(subscribe, () =>
    id === null || id === undefined ? undefined : useReplicaStore.getState().replica?.view.get(id),
  );
}

/**
 * What a function reads off the case. It runs again only when a record of one of the given types changed or when the
 * function itself did (wrap it in useCallback if it closes over something), and draws again only when its result
 * differs, shallowly.
 */
export function useCase<T>(types: readonly RecordType[], select: (view: CaseView) => T): T {
  const memo = useRef<{ key: string; view: CaseView; select: (view: CaseView) => T; value: T }>(
    null,
  );
  const key = types.join();
  const read = useCallback(() => {
    const { view } = openReplica();
    const version = key
      .split(',')
      .map((type) => versions.get(type) ?? 0)
      .join();
    const current = `${key}:${version}`;
    const last = memo.current;
    if (last !== null && last.key === current && last.view === view && last.select === select) {
      return last.value;
    }
    const value = select(view);
    const kept = last !== null && shallow(last.value, value) ? last.value : value;
    memo.current = { key: current, view, select, value: kept };
    return kept;
  }, [key, select]);
  return useSyncExternalStore(subscribe, read);
}

/** Every record of a type, in the order they came into the case. */
export function useRecords<T extends RecordType>(type: T): readonly RecordOf[T][] {
  const select = useCallback((view: CaseView) => [...view.all(type)], [type]);
  return useCase([type], select);
}

/** Whether the open case may only be looked at here, for good or until all of it is read. */
export function useReadOnly(): boolean {
  return useReplicaStore(
    ({ replica }) =>
      replica === null || replica.health.state === 'reading' || replica.reading !== null,
  );
}

/** The moment of its history that the case is shown as of; null: as it is now. */
export function usePast(): PastMoment | null {
  return useReplicaStore(({ replica }) => replica?.past ?? null);
}

/** What can be undone and redone now, by name. */
export function useUndoState(): UndoState {
  return useReplicaStore(({ replica }) => replica?.undo ?? nothingToUndo);
}

const nothingToUndo: UndoState = { undo: null, redo: null };
