import { shallow } from 'zustand/shallow';
import type { CaseView } from '../../domain/core/case-state.ts';
import { Reads } from '../../domain/core/reads.ts';
import { type Look, type Replica, touchedSince } from './case-replica.ts';

/** What a function read off the case, and what that was read from. */
export interface Selection<T> {
  readonly value: T;
  readonly select: (view: CaseView) => T;
  readonly reads: Reads;
  readonly look: Look;
}

/**
 * What a function reads off the case as it is now. It runs only if a change touched what it read the last time, or if it
 * is another function; a value that is shallowly what it was stays the same object.
 */
export function selectAnew<T>(
  select: (view: CaseView) => T,
  replica: Pick<Replica, 'view' | 'seq' | 'seen'>,
  last: Selection<T> | null,
): Selection<T> {
  const { view, seq } = replica;
  const look = { view, seq };
  if (last !== null && last.select === select) {
    if (last.look.view === view && last.look.seq === seq) return last;
    const touched = touchedSince(last.look, replica);
    if (touched !== null && !last.reads.isTouchedBy(touched)) return { ...last, look };
  }
  const reads = new Reads();
  const value = select(reads.of(view));
  return {
    // The same object where nothing differs, by which React knows that nothing has to be drawn.
    value: last !== null && shallow(last.value, value) ? last.value : value,
    select,
    reads,
    look,
  };
}
