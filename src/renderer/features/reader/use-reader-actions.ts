import { useMemo } from 'react';
import { endOf, startOf } from '../../../domain/anchoring/place.ts';
import { makeSpan } from '../../../domain/anchoring/spans.ts';
import type { Highlight, HighlightId } from '../../../domain/records/highlight/record.ts';
import { openReader, select } from '../../state/navigation.ts';
import { currentView } from '../../state/replica.ts';
import { useWordPicker } from '../../state/word-picker.ts';
import { type ReaderActions, useActionOffers } from './action-offers.ts';
import { blockIndexAt } from './surface/blocks.ts';
import { directionOf } from './surface/direction.ts';
import { rangeOf, setSelection } from './surface/selection.ts';
import { isInView, placeAtTop } from './surface/text-surface.ts';
import type { Panels } from './use-panels.ts';
import type { Reader } from './use-reader.ts';

/** What can be done in the reader, with its keys; a new object when something else can be done. */
export function useReaderActions(
  reader: Reader,
  { toggleList, inspect }: Pick<Panels, 'toggleList' | 'inspect'>,
): ReaderActions {
  const isAsked = useWordPicker(({ question }) => question !== null);
  const actions = useMemo(
    () => ({ ...actionsOf(reader, isAsked), list: toggleList, inspect }),
    [reader, isAsked, toggleList, inspect],
  );
  useActionOffers(actions);
  return actions;
}

/**
 * All but what the panels do. `reader` is a new object whenever something of it is, so each action has what is true
 * now.
 */
function actionsOf(reader: Reader, isAsked: boolean): Omit<ReaderActions, 'list' | 'inspect'> {
  const { document, marks, current, marking, find, neighbours } = reader;
  const { selected, highlight, target } = current;
  const hasWords = target?.kind === 'words';
  return {
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
    goTo: (chosen) => {
      goTo(reader, chosen);
    },
    step: (direction) => {
      const next = marks.index.next(stepFrom(reader), direction);
      if (next !== null) goTo(reader, next.id);
    },
    moveEdge: (edge, towards) => {
      if (highlight === null) return;
      // In a text that runs from right to left, right is back.
      const isForward = (towards === 'right') === (directionAt(reader, highlight, edge) === 'ltr');
      marking.moveEdge(edge, isForward ? 1 : -1);
    },
    find: find.open,
    findStep: find.step,
    details: () => {
      select('reader', document.id);
    },
    turn: (direction) => {
      const to = direction === 1 ? neighbours.next : neighbours.previous;
      if (to !== null) openReader(to);
    },
    answer: () => {
      answer(reader);
    },
    clear: () => {
      clear(reader);
    },
  };
}

// Selects a highlight and puts the caret at its first word, where one goes on by keyboard.
function goTo({ surface, store, current }: Reader, chosen: HighlightId): void {
  const place = currentView().get(chosen);
  if (place === undefined) return;
  const start = startOf(place);
  current.choose(chosen);
  setSelection(store, { anchor: start, focus: start });
  if (!isInView(surface, start)) surface.reveal(start);
}

// Answers the question for words, if one is asked that may be answered in this document.
function answer({ document: { id }, content, store }: Reader): void {
  const { question } = useWordPicker.getState();
  const range = rangeOf(store.getState().selection);
  const span = range && makeSpan(content.text, range);
  if (question === null || span === null) return;
  if (question.document !== null && question.document !== id) return;
  setSelection(store, { anchor: span.end, focus: span.end });
  question.answer({ document: id, start: span.start, end: span.end });
}

// What is nearest to the analyst's mind goes first: a question, a field, words, then the inspector.
function clear({ store, marking, find }: Reader): void {
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
function stepFrom({ surface, store, current: { highlight } }: Reader): Highlight | number {
  const { selection } = store.getState();
  if (highlight !== null && isInView(surface, startOf(highlight))) return highlight;
  if (selection !== null && isInView(surface, selection.focus)) return selection.focus;
  return placeAtTop(surface)?.offset ?? 0;
}

/** The direction of the paragraph in which an edge of a highlight lies. */
function directionAt(
  { content: { text, blocks } }: Reader,
  highlight: Highlight,
  edge: 'start' | 'end',
): 'ltr' | 'rtl' {
  // The end is exclusive: the unit before it is the highlight's last.
  const offset = edge === 'start' ? startOf(highlight) : endOf(highlight) - 1;
  const block = blocks[blockIndexAt(blocks, offset)];
  return directionOf(text.slice(block?.start, block?.end), null);
}
