import { useMemo } from 'react';
import type { Tag, TagId } from '../../../domain/records/tag/record.ts';
import { type Action, useOffer } from '../../state/actions.ts';
import { useReadOnly, useRecords } from '../../state/replica.ts';
import type { HighlightId } from '../../../domain/records/highlight/record.ts';

/** What the reader can do, for its parts, the palette and the keys; each is offered only where it can be done. */
export interface ReaderActions {
  readonly hasTarget: boolean;
  readonly hasHighlight: boolean;
  readonly hasWords: boolean;
  readonly canClear: boolean;
  readonly isAsked: boolean;
  readonly highlight: () => void;
  readonly claim: () => void;
  readonly tag: () => void;
  readonly tagWith: (tag: TagId) => void;
  readonly note: () => void;
  readonly remove: () => void;
  /** Selects a highlight and shows its words. */
  readonly goTo: (highlight: HighlightId) => void;
  readonly step: (direction: 1 | -1) => void;
  readonly moveEdge: (edge: 'start' | 'end', towards: 'left' | 'right') => void;
  readonly find: () => void;
  readonly findStep: (direction: 1 | -1) => void;
  readonly list: () => void;
  readonly inspect: () => void;
  readonly details: () => void;
  readonly turn: (direction: 1 | -1) => void;
  /** Answers with the words selected where another part of the app asks for words. */
  readonly answer: () => void;
  readonly clear: () => void;
}

/** Offers the reader's actions to the palette, the keyboard map and the keys. Pass a memoised object. */
export function useActionOffers(actions: ReaderActions): void {
  const isReadOnly = useReadOnly();
  const tags = useRecords('tag');
  useOffer(
    useMemo(
      () => [
        ...reading(actions),
        // What would change the case is not even shown where it cannot be changed.
        ...(isReadOnly ? [] : [...marking(actions), ...tagging(actions, tags)]),
      ],
      [actions, isReadOnly, tags],
    ),
  );
}

/** An action of the reader; its keys do nothing on other screens. */
function offer(
  id: string,
  label: string,
  keys: string,
  perform: () => void,
  enabled = true,
): Action {
  return { id: `reader/${id}`, label, group: 'Reader', keys, screen: 'reader', enabled, perform };
}

// Left and right are what one sees; `use-reader-actions.ts` works out which way that is in the text.
const edgeMoves = [
  ['end', 'right', 'Alt+Shift+→'],
  ['end', 'left', 'Alt+Shift+←'],
  ['start', 'right', 'Ctrl+Alt+Shift+→'],
  ['start', 'left', 'Ctrl+Alt+Shift+←'],
] as const;

/** What makes or changes marks; each is off without words or a highlight to act on. */
function marking(does: ReaderActions): Action[] {
  const { hasTarget, hasHighlight, hasWords } = does;
  return [
    offer('highlight', 'Highlight the words', 'H', does.highlight, hasWords),
    offer('claim', 'Make a claim of the words', 'C', does.claim, hasTarget),
    offer('tag', 'Tag the words…', 'T', does.tag, hasTarget),
    offer('note', 'Note on the words…', 'N', does.note, hasTarget),
    offer('remove', 'Remove the highlight', 'Delete / Backspace', does.remove, hasHighlight),
    ...edgeMoves.map(([edge, side, keys]) =>
      offer(
        `${edge}-${side}`,
        `Move the ${edge} of the highlight ${side} by a word`,
        keys,
        () => {
          does.moveEdge(edge, side);
        },
        hasHighlight,
      ),
    ),
  ];
}

/** A key for each tag that has a digit. */
function tagging(does: ReaderActions, tags: readonly Tag[]): Action[] {
  return tags.flatMap(({ id, name, key }) =>
    // Only tags with a digit as their key are actions; all tags are offered by the picker.
    key === null
      ? []
      : [
          offer(
            `tag-${key}`,
            `Tag the words “${name}”`,
            key,
            () => {
              does.tagWith(id);
            },
            does.hasTarget,
          ),
        ],
  );
}

/** What can be done with any document, also where nothing may be changed. */
function reading(does: ReaderActions): Action[] {
  return [
    offer('next', 'Next highlight', 'J', () => {
      does.step(1);
    }),
    offer('last', 'Last highlight', 'K', () => {
      does.step(-1);
    }),
    offer('find', 'Find in the document', 'Ctrl+F', does.find),
    offer('find-next', 'Next match', 'F3', () => {
      does.findStep(1);
    }),
    offer('find-last', 'Last match', 'Shift+F3', () => {
      does.findStep(-1);
    }),
    offer('list', 'List of highlights', 'L', does.list),
    offer('inspect', 'Go to the inspector', 'F6', does.inspect),
    offer('details', 'Document details', 'I', does.details),
    offer('next-document', 'Next document', ']', () => {
      does.turn(1);
    }),
    offer('previous-document', 'Previous document', '[', () => {
      does.turn(-1);
    }),
    offer('use-words', 'Use these words', 'Enter', does.answer, does.isAsked && does.hasWords),
    offer('clear', 'Clear the selection', 'Esc', does.clear, does.canClear),
  ];
}
