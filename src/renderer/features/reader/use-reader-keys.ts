import { type RefObject, useMemo } from 'react';
import type { Highlight } from '../../../domain/records/highlight/record.ts';
import type { DocumentId, HighlightId } from '../../../domain/core/ids.ts';
import { openReader, select } from '../../state/navigation.ts';
import { useWordPicker } from '../../state/word-picker.ts';
import { blockIndexAt } from './surface/blocks.ts';
import { type ColumnStore, rangeOf, setSelection } from './surface/column-store.ts';
import { directionOf } from './surface/direction.ts';
import type { DocumentMarks } from './marks/document-marks.ts';
import { endOf, startOf } from './marks/highlight-index.ts';
import type { ColumnHandle } from './surface/reading-column.tsx';
import type { Find } from './find/use-find.ts';
import type { Marking } from './marks/use-marking.ts';
import type { Neighbours } from './use-neighbours.ts';
import { useReaderActions } from './use-reader-actions.ts';
import type { ReaderTarget } from './use-target.ts';

interface Options {
  readonly document: DocumentId;
  readonly text: string;
  readonly store: ColumnStore;
  readonly column: RefObject<ColumnHandle | null>;
  readonly marks: DocumentMarks;
  readonly reading: ReaderTarget;
  readonly marking: Marking;
  readonly find: Find;
  readonly neighbours: Neighbours;
  readonly goTo: (highlight: HighlightId) => void;
  readonly answer: () => void;
  readonly toggleList: () => void;
  readonly inspect: () => void;
}

/** Gives the reader's actions their keys. */
export function useReaderKeys(options: Options): void {
  const { document, text, store, column, marks, reading, marking, find, neighbours } = options;
  const { goTo, answer, toggleList, inspect } = options;
  const isAsked = useWordPicker(({ question }) => question !== null);
  const { selected, highlight, target } = reading;
  const hasWords = target?.kind === 'words';

  useReaderActions(
    useMemo(
      () => ({
        hasTarget: target !== null,
        hasHighlight: highlight !== null,
        hasWords,
        isAsked,
        canClear: isAsked || hasWords || selected !== null || find.isOpen || marking.tool !== null,
        highlight: marking.highlight,
        claim: marking.claim,
        tag: () => {
          marking.open('tag');
        },
        tagWith: marking.tagWith,
        note: () => {
          marking.open('note');
        },
        remove: marking.remove,
        step: (direction) => {
          const from = stepFrom(highlight, store, column.current);
          const next = marks.index.next(from, direction);
          if (next !== null) goTo(next.id);
        },
        moveEdge: (edge, towards) => {
          if (highlight === null) return;
          const isForward =
            (towards === 'right') === (directionAt(highlight, edge, text, marks) === 'ltr');
          marking.moveEdge(edge, isForward ? 1 : -1);
        },
        find: find.open,
        findStep: (direction) => {
          find.step(direction);
        },
        list: toggleList,
        inspect,
        details: () => {
          select('reader', document);
        },
        turn: (direction) => {
          const to = direction === 1 ? neighbours.next : neighbours.previous;
          if (to !== null) openReader(to);
        },
        useWords: answer,
        clear: () => {
          clear({ store, marking, find });
        },
      }),
      [
        document,
        text,
        store,
        column,
        marks,
        target,
        highlight,
        selected,
        hasWords,
        isAsked,
        marking,
        find,
        neighbours,
        goTo,
        answer,
        toggleList,
        inspect,
      ],
    ),
  );
}

// What is nearest to the analyst's mind goes first: a question, a field, words, then the inspector.
function clear({ store, marking, find }: Pick<Options, 'store' | 'marking' | 'find'>): void {
  const { question } = useWordPicker.getState();
  const { selection } = store.getState();
  if (question !== null) question.answer(null);
  else if (marking.tool !== null) marking.close();
  else if (selection !== null && rangeOf(selection) !== null) {
    setSelection(store, { anchor: selection.focus, focus: selection.focus });
  } else if (find.isOpen) find.close();
  else select('reader', null);
}

// From the highlight or the caret if it is in view; one who has scrolled away steps from where they are.
function stepFrom(
  highlight: Highlight | null,
  store: ColumnStore,
  column: ColumnHandle | null,
): Highlight | number {
  const { selection } = store.getState();
  if (highlight !== null && column?.shows(startOf(highlight)) === true) return highlight;
  if (selection !== null && column?.shows(selection.focus) === true) return selection.focus;
  return column?.place()?.offset ?? 0;
}

function directionAt(
  highlight: Highlight,
  edge: 'start' | 'end',
  text: string,
  { index: { blocks } }: DocumentMarks,
): 'ltr' | 'rtl' {
  const block =
    blocks[blockIndexAt(blocks, edge === 'start' ? startOf(highlight) : endOf(highlight) - 1)];
  return directionOf(text.slice(block?.start, block?.end), null);
}
