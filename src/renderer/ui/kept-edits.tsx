import { type ReactNode, createContext, useContext, useState } from 'react';

// By owner and label; null: nothing around the field keeps what is not saved.
const KeptContext = createContext<Map<string, unknown> | null>(null);
const OwnerContext = createContext('');

/** Keeps what could not be saved while its field is not on the screen; its key changes with the case. */
export function KeptEdits({ children }: { children: ReactNode }) {
  const [kept] = useState(() => new Map<string, unknown>());
  return <KeptContext value={kept}>{children}</KeptContext>;
}

/** Says whose the fields within are, by an id: fields of one owner are told apart by their labels. */
export function FieldsOf({ owner, children }: { owner: string; children: ReactNode }) {
  return <OwnerContext value={owner}>{children}</OwnerContext>;
}

/** What one field keeps: an edit that was refused, or that cannot be saved as it is. */
interface KeptEdit<T> {
  /** What the field held when it was last on the screen, if that is not saved. */
  readonly edit: T | undefined;
  readonly keep: (edit: T) => void;
  /** It is saved, or taken back. */
  readonly drop: () => void;
}

export function useKeptEdit<T>(label: string): KeptEdit<T> {
  const kept = useContext(KeptContext);
  const key = `${useContext(OwnerContext)} ${label}`;
  return {
    // Each field keeps edits of one kind, which it alone reads.
    edit: kept?.get(key) as T | undefined,
    keep: (edit) => kept?.set(key, edit),
    drop: () => kept?.delete(key),
  };
}
