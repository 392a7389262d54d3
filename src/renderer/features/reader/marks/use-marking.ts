import { useMemo, useState } from 'react';
import type { TagChoice } from '../../../../domain/records/tag/commands.ts';
import type { Highlight, HighlightId } from '../../../../domain/records/highlight/record.ts';
import { claimsLostWith } from '../../../../domain/records/highlight/commands.ts';
import { currentView } from '../../../state/replica.ts';
import { type SelectionStore, rangeOf, setSelection } from '../surface/selection.ts';
import { makeClaim, mark, moveEdge, removeHighlight } from './mark-commands.ts';
import type { ClaimId } from '../../../../domain/records/claim/record.ts';
import type { CurrentMark } from './use-current-mark.ts';

/** What is asked for on the way: a tag or a note. */
type Tool = 'tag' | 'note';

/** What can be made of the words selected, and what is in the middle of being made. */
export interface Marking {
  /** What the analyst is asked for now. */
  readonly tool: Tool | null;
  /** The highlight whose removal would take claims along, while the analyst is asked. */
  readonly removing: Highlight | null;
  /** The claim made last, whose statement is to be written now. */
  readonly fresh: ClaimId | null;
  readonly open: (tool: Tool) => void;
  readonly close: () => void;
  readonly highlight: () => void;
  readonly claim: () => void;
  readonly tagWith: (tag: TagChoice) => void;
  /** Null when the note was refused: its tool then stays open, with what was typed. */
  readonly note: (note: string) => Promise<HighlightId | null> | undefined;
  readonly remove: () => void;
  readonly confirmRemoval: () => void;
  readonly cancelRemoval: () => void;
  readonly moveEdge: (edge: 'start' | 'end', direction: 1 | -1) => void;
}

/** Carries out what the selection bar and its keys ask for, on the words or highlight selected. */
export function useMarking(
  text: string,
  store: SelectionStore,
  { target, highlight: highlighted }: CurrentMark,
): Marking {
  const [tool, setTool] = useState<Tool | null>(null);
  const [removing, setRemoving] = useState<Highlight | null>(null);
  const [fresh, setFresh] = useState<ClaimId | null>(null);

  return useMemo(() => {
    function close(): void {
      setTool(null);
    }

    // Closes the tool at once, and lets go of the words when the change is there.
    async function done(work: Promise<unknown>): Promise<void> {
      close();
      await work;
      collapse(store);
    }

    // The tool holds what was typed until that is saved.
    async function noted(work: Promise<HighlightId | null>): Promise<HighlightId | null> {
      const highlight = await work;
      if (highlight !== null) {
        close();
        collapse(store);
      }
      return highlight;
    }

    return {
      tool,
      removing,
      fresh,
      open: setTool,
      close,
      highlight: () => {
        if (target?.kind === 'words') void done(mark(target));
      },
      claim: () => {
        if (target !== null) void done(makeClaim(target).then(setFresh));
      },
      tagWith: (tag) => {
        if (target !== null) void done(mark(target, { tags: [tag] }));
      },
      note: (note) => (target === null ? undefined : noted(mark(target, { note }))),
      remove: () => {
        if (highlighted === null) return;
        // Only what takes claims along is asked about; a mere highlight is one undo away.
        const lost = claimsLostWith(currentView(), new Set([highlighted.id]));
        if (lost.length > 0) setRemoving(highlighted);
        else void removeHighlight(highlighted.id);
      },
      confirmRemoval: () => {
        setRemoving(null);
        if (removing !== null) void removeHighlight(removing.id);
      },
      cancelRemoval: () => {
        setRemoving(null);
      },
      moveEdge: (edge, direction) => {
        if (highlighted !== null) void moveEdge(text, highlighted, edge, direction);
      },
    };
  }, [text, store, target, highlighted, tool, removing, fresh]);
}

// What was made of the words stands for them now; the caret stays where they end.
function collapse(store: SelectionStore): void {
  const range = rangeOf(store.getState().selection);
  if (range !== null) setSelection(store, { anchor: range.end, focus: range.end });
}
