import { type ReactNode, createContext, useContext, useState } from 'react';

/** What a field holds that is not saved. */
export interface Edit<T> {
  readonly value: T;
  /** It is said to be unsaved: it was refused, or its field left the screen. Enter asks for it, leaving the field does not. */
  readonly isUnsaved: boolean;
}

/** The edits of fields, by what the fields are called, with word of every change. */
export class EditStore {
  readonly #edits = new Map<string, Edit<unknown>>();
  readonly #listeners = new Set<() => void>();

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Each name has edits of one kind, which only its fields read; null: nothing is unsaved there. */
  get<T>(name: string): Edit<T> | null {
    return (this.#edits.get(name) as Edit<T> | undefined) ?? null;
  }

  set(name: string, edit: Edit<unknown> | null): void {
    if (edit === null) this.#edits.delete(name);
    else this.#edits.set(name, edit);
    for (const listener of this.#listeners) listener();
  }
}

const StoreContext = createContext<EditStore | null>(null);
const OwnerContext = createContext<string | null>(null);

/**
 * Keeps what is not saved while its field is not on the screen, and lets fields of one thing that stand in several places hold
 * the same; its key changes with the case.
 */
export function KeptEdits({ children }: { children: ReactNode }) {
  const [store] = useState(() => new EditStore());
  return <StoreContext value={store}>{children}</StoreContext>;
}

/** Says whose the fields within are, by an id: fields of one owner are told apart by their labels. */
export function FieldsOf({ owner, children }: { owner: string; children: ReactNode }) {
  return <OwnerContext value={owner}>{children}</OwnerContext>;
}

/** Where a field keeps its edit, and under which name. A field that is nobody's keeps it as long as it is there. */
export function useEditStore(label: string): { readonly store: EditStore; readonly name: string } {
  const shared = useContext(StoreContext);
  const owner = useContext(OwnerContext);
  const [own] = useState(() => new EditStore());
  return { store: owner === null ? own : (shared ?? own), name: `${owner ?? ''} ${label}` };
}
