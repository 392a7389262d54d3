import { type StoreApi, type UseBoundStore, create } from 'zustand';
import { useReplicaStore } from './replica.ts';

/** Makes a store that begins anew whenever a case is closed, so that nothing of one case shows in the next. */
export function createPerCase<T extends object>(initial: T): UseBoundStore<StoreApi<T>> {
  const store = create<T>(() => initial);
  whenCaseGoes(() => {
    store.setState(initial, true);
  });
  return store;
}

/**
 * Does something each time the open case is closed, or another comes in its place. Cases are told apart by their paths:
 * showing the past of a case, or opening it once more, keeps what is bound to it.
 */
export function whenCaseGoes(act: () => void): void {
  useReplicaStore.subscribe(({ replica }, { replica: before }) => {
    if (before !== null && before.path !== replica?.path) act();
  });
}

/**
 * Tells, whenever it is asked, whether the case that is open now still is: what was begun for one case must not act on the
 * next, however late it ends.
 */
export function untilCaseGoes(): () => boolean {
  const path = useReplicaStore.getState().replica?.path;
  return () => path !== undefined && useReplicaStore.getState().replica?.path === path;
}
