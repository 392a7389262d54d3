import { Highlighter, MessageSquareQuote, StickyNote, Tag } from 'lucide-react';
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { IconButton } from '../../../ui/button.tsx';
import { FieldsOf } from '../../../ui/kept-edits.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { TagPicker } from '../../pickers/index.ts';
import { type SelectionStore, rangeOf } from '../surface/selection.ts';
import { type TextSurface, useDrawn } from '../surface/text-surface.ts';
import type { Target } from './mark-commands.ts';
import type { Marking } from './use-marking.ts';
import styles from './selection-bar.module.css';

interface SelectionBarProps {
  readonly surface: TextSurface;
  readonly store: SelectionStore;
  /** What the words are made into, and what is asked for on the way. */
  readonly marking: Marking;
  readonly target: Target | null;
}

/** A small bar at the words selected: what can be made of them. With a tool it asks for the tag or the note. */
export function SelectionBar({ surface, store, marking, target }: SelectionBarProps) {
  const { tool } = marking;
  const selection = useStore(store, (state) => state.selection);
  const isDragging = useStore(store, (state) => state.isDragging);
  const hasWords = rangeOf(selection) !== null && !isDragging;
  if (target === null || (tool === null && !hasWords)) return null;
  const range = target.kind === 'words' ? target.range : target.highlight.spans.at(-1);
  // The bar follows the end that the analyst has moved; a highlight has it at its last word.
  const focus = target.kind === 'words' ? selection?.focus : undefined;
  return (
    <Floating
      surface={surface}
      at={focus ?? range?.end ?? 0}
      onClose={marking.close}
      isAsking={tool !== null}
    >
      <FocusHolder key={tool} surface={surface}>
        {tool === null && <Buttons marking={marking} />}
        {tool === 'tag' && (
          <TagPicker
            label="Tag"
            isLabelHidden
            autoFocus
            placeholder="Tag these words…"
            without={target.kind === 'highlight' ? target.highlight.tags : []}
            onPick={marking.tagWith}
          />
        )}
        {tool === 'note' && (
          <FieldsOf key={ownerOf(target)} owner={ownerOf(target)}>
            <TextField
              label="Note"
              isLabelHidden
              autoFocus
              multiline
              placeholder="Note on these words; Ctrl+Enter when done"
              value={target.kind === 'highlight' ? target.highlight.note : ''}
              onCommit={marking.note}
            />
          </FieldsOf>
        )}
      </FocusHolder>
    </Floating>
  );
}

// What a note that could not be saved belongs to.
function ownerOf(target: Target): string {
  if (target.kind === 'highlight') return target.highlight.id;
  const { document, range } = target;
  return `${document} ${range.start}-${range.end}`;
}

/** Gives the focus back to the text when what it holds goes away with it, so that the focus is never nowhere. */
function FocusHolder({ surface, children }: Pick<FloatingProps, 'surface' | 'children'>) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = place.current;
    return () => {
      if (element?.contains(document.activeElement) !== true) return;
      // Only now is it taken out of the page; what comes in its place may take the focus itself.
      queueMicrotask(() => {
        if (document.activeElement === document.body) surface.focus();
      });
    };
  }, [surface]);
  return <div ref={place}>{children}</div>;
}

/** What can be made of words, each with its key; without a tool open. */
function Buttons({ marking }: { readonly marking: Marking }) {
  return (
    <div className={styles['buttons']} role="toolbar" aria-label="Selected words">
      <IconButton label="Highlight" keys="H" icon={Highlighter} onPress={marking.highlight} />
      <IconButton label="Claim" keys="C" icon={MessageSquareQuote} onPress={marking.claim} />
      <IconButton
        label="Tag"
        keys="T"
        icon={Tag}
        onPress={() => {
          marking.open('tag');
        }}
      />
      <IconButton
        label="Note"
        keys="N"
        icon={StickyNote}
        onPress={() => {
          marking.open('note');
        }}
      />
    </div>
  );
}

interface FloatingProps {
  readonly surface: TextSurface;
  /** The offset it floats at. */
  readonly at: number;
  readonly isAsking: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

// Pixels between the bar and the words, and between the bar and the window's edges.
const distance = 8;

/** Places what it holds at an offset of the text, within what is in view, again whenever the text moves. */
function Floating({ surface, at, isAsking, onClose, children }: FloatingProps) {
  const drawn = useDrawn(surface);
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = place.current;
    const view = surface.view();
    if (element === null || view === null) return;
    const caret = surface.caretAt(at);
    const { offsetHeight: height, offsetWidth: width } = element;
    const below = (caret?.bottom ?? 0) + distance;
    // Below the words, or above them where there is no room; never beyond what is in view.
    const top = below + height > view.bottom ? (caret?.top ?? 0) - height - distance : below;
    const lowest = view.bottom - height - distance;
    element.style.top = `${Math.min(Math.max(top, view.top + distance), lowest)}px`;
    const left = (caret?.left ?? 0) - width / 2;
    element.style.left = `${Math.min(Math.max(left, view.left), view.right - width)}px`;
  }, [surface, drawn, at, isAsking]);
  return (
    <div
      ref={place}
      className={`${styles['bar'] ?? ''} ${isAsking ? (styles['asking'] ?? '') : ''}`}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
      // Leaving an open tool closes it; the plain bar stays as long as words are selected.
      onBlur={(event) => {
        if (isAsking && !event.currentTarget.contains(event.relatedTarget)) onClose();
      }}
    >
      {children}
    </div>
  );
}
