import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { type Edit, useEditStore } from './kept-edits.tsx';

/** What a field says whose edit was refused. */
export const notSaved = 'Not saved yet: press Enter to try again, or Escape to take it back.';

interface EditOptions<T, S> {
  /** What the edit is kept as, among those of one owner. */
  readonly label: string;
  /** What the case says: once that changes, what was sent has arrived. */
  readonly saved: S;
  /** Where nothing can be changed, as in the past of a case, the field shows what holds there. */
  readonly isDisabled: boolean;
  /** Whether there is nothing to keep of an edit whose field leaves the screen; the same function on every render. */
  readonly isNothing?: (value: T, saved: S) => boolean;
}

/** The way of what is typed into a field to the case. */
interface FieldEdit<T> {
  /** What is not saved; null: the field shows what the case says, also when that changes elsewhere. */
  readonly edit: Edit<T> | null;
  /** What was sent and has not arrived: shown meanwhile, so that nothing jumps under the pointer. */
  readonly sent: T | null;
  readonly change: (value: T) => void;
  /** It cannot be saved as it is, and is said to be unsaved. */
  readonly keep: (value: T) => void;
  /** Ends the edit, whether it was saved elsewhere or is given up. */
  readonly drop: () => void;
  /** Ends the edit with a command. A promise of null says that it was refused: the edit then is there again. */
  readonly send: (value: T, save: () => Promise<unknown> | undefined) => void;
}

/** An edit that is neither lost when it is refused, nor when its field leaves the screen before it is sent. */
export function useEdit<T, S>(options: EditOptions<T, S>): FieldEdit<T> {
  const { label, saved, isDisabled, isNothing } = options;
  const { store, name } = useEditStore(label);
  const edit = useSyncExternalStore(store.subscribe, () => store.get<T>(name));
  const [sent, setSent] = useState<{ value: T; over: S } | null>(null);
  if (sent !== null && sent.over !== saved) setSent(null);
  // How many edits were sent: only what became of the last one counts.
  const sends = useRef(0);

  // Read as the field leaves the screen.
  const latest = useRef(saved);
  useEffect(() => {
    latest.current = saved;
  });
  useEffect(
    () => () => {
      const left = store.get<T>(name);
      if (left === null) return;
      const isKept = isNothing?.(left.value, latest.current) !== true;
      store.set(name, isKept ? { ...left, isUnsaved: true } : null);
    },
    [store, name, isNothing],
  );

  function send(value: T, save: () => Promise<unknown> | undefined): void {
    store.set(name, null);
    setSent({ value, over: saved });
    sends.current += 1;
    const turn = sends.current;
    void save()?.then((answer) => {
      if (turn !== sends.current) return;
      setSent(null);
      // What was typed since goes before what was refused.
      if (answer === null && store.get(name) === null) store.set(name, { value, isUnsaved: true });
    });
  }

  return {
    edit: isDisabled ? null : edit,
    sent: sent?.value ?? null,
    change: (value) => {
      store.set(name, { value, isUnsaved: false });
    },
    keep: (value) => {
      store.set(name, { value, isUnsaved: true });
    },
    drop: () => {
      store.set(name, null);
    },
    send,
  };
}
