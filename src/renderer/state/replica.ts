import { useCallback, useRef, useSyncExternalStore } from 'react';
import type { UndoState } from '../../domain/core/change.ts';
import type { PastMoment } from '../../contract/history.ts';
import type { CaseView } from '../../domain/core/case-state.ts';
import type { AnyId, RecordFor, RecordOf, RecordType } from '../../domain/records/registry.ts';
import { CaseReplica, type Replica } from './case-replica.ts';
import { type Selection, selectAnew } from './selection.ts';

/** The case that the window shows. */
export const caseReplica = new CaseReplica();

/** Holds the copy of the case that the window shows; null while none is open. Read it through the hooks below. */
export const useReplicaStore = caseReplica.store;

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
 * What a function reads off the case. It runs again only when something changed that it read, or when the function itself
 * did (wrap it in useCallback if it closes over something), and draws again only when its result differs, shallowly.
 */
export function useCase<T>(select: (view: CaseView) => T): T {
  // React calls `read` after every change and at every drawing; the selection remembers what it is of, so most calls
  // cost a look.
  const last = useRef<Selection<T>>(null);
  const read = useCallback(() => {
    last.current = selectAnew(select, openReplica(), last.current);
    return last.current.value;
  }, [select]);
  return useSyncExternalStore(subscribe, read);
}

/** Every record of a type, in the order they came into the case. */
export function useRecords<T extends RecordType>(type: T): readonly RecordOf[T][] {
  return useCase(useCallback((view: CaseView) => [...view.all(type)], [type]));
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
