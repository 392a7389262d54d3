import { create } from 'zustand';
import type { TagId } from '../../../domain/model/ids.ts';

/** What is being written or asked in the codebook; null for nothing. */
type Task =
  | { readonly kind: 'rename' | 'merge' | 'remove'; readonly tag: TagId }
  | { readonly kind: 'new'; readonly parent: TagId | null };

interface CodebookStore {
  readonly task: Task | null;
  /** The tag whose row takes the focus when it is next drawn, after a task in it has ended. */
  readonly focused: TagId | null;
}

/** What is going on in the codebook besides the tree itself. */
export const useCodebook = create<CodebookStore>(() => ({ task: null, focused: null }));

/** Starts writing a name or asking about a tag. */
export function startTask(task: Task): void {
  useCodebook.setState({ task });
}

/** Ends what is going on and gives the focus to the row of a tag, if one is given. */
export function endTask(focused: TagId | null = null): void {
  useCodebook.setState({ task: null, focused });
}
