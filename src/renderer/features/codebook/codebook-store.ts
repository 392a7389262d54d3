import { createPerCase } from '../../state/per-case.ts';
import type { AnyId } from '../../../domain/records/registry.ts';
import type { TagId } from '../../../domain/records/tag/record.ts';

/** What is being written or asked in the codebook; null for nothing. */
type Task =
  | { readonly kind: 'rename' | 'merge' | 'remove'; readonly tag: TagId }
  | { readonly kind: 'new'; readonly parent: TagId | null };

interface CodebookStore {
  readonly task: Task | null;
  /** What is shown by the row that takes the focus when it is next drawn, after a task has ended. */
  readonly focused: AnyId | null;
}

/** What is going on in the codebook besides the tree itself. */
export const useCodebook = createPerCase<CodebookStore>({ task: null, focused: null });

/** Starts writing a name or asking about a tag. */
export function startTask(task: Task): void {
  useCodebook.setState({ task });
}

/** Ends what is going on and gives the focus to the row of a record, if one is given. */
export function endTask(focused: AnyId | null = null): void {
  useCodebook.setState({ task: null, focused });
}
