import { Highlighter, MessageSquareQuote, StickyNote, Tag } from 'lucide-react';
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { TagChoice } from '../../../../domain/records/tag/commands.ts';
import { IconButton } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { TagPicker } from '../../pickers/index.ts';
import { type ColumnStore, rangeOf } from '../surface/column-store.ts';
import type { ColumnFrame } from '../surface/reading-column.tsx';
import type { Target } from '../reader-commands.ts';
import styles from './selection-bar.module.css';

/** What the bar shows: its buttons, or the field of one of them. */
export type Tool = 'tag' | 'note';

interface SelectionBarProps {
  readonly store: ColumnStore;
  readonly frame: ColumnFrame;
  readonly target: Target | null;
  readonly tool: Tool | null;
  readonly onHighlight: () => void;
  readonly onClaim: () => void;
  readonly onTool: (tool: Tool) => void;
  readonly onTag: (tag: TagChoice) => void;
  readonly onNote: (note: string) => void;
  readonly onClose: () => void;
  /** What had the focus in the bar is gone, and nothing else has it. */
  readonly onFocusLost: () => void;
}

/** A small bar at the words selected: what can be made of them. With a tool it asks for the tag or the note. */
export function SelectionBar(props: SelectionBarProps) {
  const { store, frame, target, tool, onClose } = props;
  const selection = useStore(store, (state) => state.selection);
  const isDragging = useStore(store, (state) => state.isDragging);
  const hasWords = rangeOf(selection) !== null && !isDragging;
  if (target === null || (tool === null && !hasWords)) return null;
  const range = target.kind === 'words' ? target.range : target.highlight.spans.at(-1);
  const focus = target.kind === 'words' ? selection?.focus : undefined;
  return (
    <Floating
      frame={frame}
      at={focus ?? range?.end ?? 0}
      onClose={onClose}
      isAsking={tool !== null}
    >
      <FocusHolder key={tool} onFocusLost={props.onFocusLost}>
        {tool === null && <Buttons {...props} />}
        {tool === 'tag' && (
          <TagPicker
            label="Tag"
            isLabelHidden
            autoFocus
            placeholder="Tag these words…"
            without={target.kind === 'highlight' ? target.highlight.tags : []}
            onPick={props.onTag}
          />
        )}
        {tool === 'note' && (
          <TextField
            label="Note"
            isLabelHidden
            autoFocus
            multiline
            placeholder="Note on these words; Ctrl+Enter when done"
            value={target.kind === 'highlight' ? target.highlight.note : ''}
            onCommit={props.onNote}
          />
        )}
      </FocusHolder>
    </Floating>
  );
}

/** Tells when what it holds goes away with the focus, which is then nowhere. */
function FocusHolder(props: { readonly onFocusLost: () => void; readonly children: ReactNode }) {
  const { onFocusLost, children } = props;
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = place.current;
    return () => {
      if (element?.contains(document.activeElement) !== true) return;
      // Only now is it taken out of the page; what comes in its place may take the focus itself.
      queueMicrotask(() => {
        if (document.activeElement === document.body) onFocusLost();
      });
    };
  }, [onFocusLost]);
  return <div ref={place}>{children}</div>;
}

function Buttons({ onHighlight, onClaim, onTool }: SelectionBarProps) {
  return (
    <div className={styles['buttons']} role="toolbar" aria-label="Selected words">
      <IconButton label="Highlight" keys="H" icon={Highlighter} onPress={onHighlight} />
      <IconButton label="Claim" keys="C" icon={MessageSquareQuote} onPress={onClaim} />
      <IconButton
        label="Tag"
        keys="T"
        icon={Tag}
        onPress={() => {
          onTool('tag');
        }}
      />
      <IconButton
        label="Note"
        keys="N"
        icon={StickyNote}
        onPress={() => {
          onTool('note');
        }}
      />
    </div>
  );
}

interface FloatingProps {
  readonly frame: ColumnFrame;
  /** The offset it floats at. */
  readonly at: number;
  readonly isAsking: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

const distance = 8;

function Floating({ frame: { mounted, moved }, at, isAsking, onClose, children }: FloatingProps) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = place.current;
    const scroller = mounted?.column.closest('[data-reading-scroller]');
    if (!element || !mounted || !scroller) return;
    const box = mounted.caretAt(at);
    const { scrollTop, clientHeight } = scroller;
    const { offsetHeight: height, offsetWidth: width } = element;
    const below = (box?.bottom ?? 0) + distance;
    const top =
      below + height > scrollTop + clientHeight ? (box?.top ?? 0) - height - distance : below;
    const lowest = scrollTop + clientHeight - height - distance;
    element.style.top = `${Math.min(Math.max(top, scrollTop + distance), lowest)}px`;
    const left = (box?.left ?? 0) - width / 2;
    element.style.left = `${Math.min(Math.max(left, 0), mounted.column.clientWidth - width)}px`;
  }, [mounted, moved, at, isAsking]);
  return (
    <div
      ref={place}
      className={`${styles['bar'] ?? ''} ${isAsking ? (styles['asking'] ?? '') : ''}`}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
      onBlur={(event) => {
        if (isAsking && !event.currentTarget.contains(event.relatedTarget)) onClose();
      }}
    >
      {children}
    </div>
  );
}
