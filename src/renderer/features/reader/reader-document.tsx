import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { makeSpan } from '../../../domain/anchoring/spans.ts';
import type { Range } from '../../../domain/anchoring/graphemes.ts';
import type { DocumentRecord } from '../../../domain/records/document/record.ts';
import type { HighlightId } from '../../../domain/core/ids.ts';
import type { DocumentText } from '../../../domain/core/text.ts';
import { select } from '../../state/navigation.ts';
import { currentView, useReadOnly } from '../../state/replica.ts';
import { useWordPicker } from '../../state/word-picker.ts';
import { createColumnStore, rangeOf, setSelection } from './surface/column-store.ts';
import { directionOf } from './surface/direction.ts';
import { FindBar } from './find/find-bar.tsx';
import { startOf } from './marks/highlight-index.ts';
import { HighlightsList } from './marks/highlights-list.tsx';
import { InspectorPlace } from './margin/inspector-place.tsx';
import { MarginCards } from './margin/margin-cards.tsx';
import { OverviewRuler } from './marks/overview-ruler.tsx';
import { ReaderHeader } from './reader-header.tsx';
import { type ColumnHandle, ReadingColumn } from './surface/reading-column.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import { SelectionBar } from './marks/selection-bar.tsx';
import { useDocumentMarks } from './marks/use-document-marks.ts';
import { useFind } from './find/use-find.ts';
import { useMarking } from './marks/use-marking.ts';
import { useNeighbours } from './use-neighbours.ts';
import { useReaderKeys } from './use-reader-keys.ts';
import { useReadingPlace } from './surface/use-reading-place.ts';
import { useTarget } from './use-target.ts';
import { WordQuestionBanner } from './marks/word-question.tsx';
import { WordsMenu, type WordsMenuProps } from './marks/words-menu.tsx';
import styles from './reader-screen.module.css';

interface ReaderDocumentProps {
  readonly document: DocumentRecord;
  readonly content: DocumentText;
}

/** One document being read: its text, what is marked on it, and what can be done with the words. */
export function ReaderDocument({ document, content: { text, blocks } }: ReaderDocumentProps) {
  const { id } = document;
  const [store] = useState(createColumnStore);
  const column = useRef<ColumnHandle>(null);
  const inspector = useRef<HTMLDivElement>(null);
  const marks = useDocumentMarks(id, blocks);
  const look = useCallback((highlight: HighlightId) => marks.look(highlight), [marks]);
  const direction = useMemo(() => directionOf(text, document.language), [text, document.language]);
  const rested = useReadingPlace(id, column, store);
  const reading = useTarget(id, store);
  const { target, highlight, choose } = reading;
  const marking = useMarking({ text, store, target, highlighted: highlight });
  const find = useFind(text, blocks);
  const neighbours = useNeighbours(id);
  const isReadOnly = useReadOnly();
  const [isListOpen, setListOpen] = useState(false);
  const [choice, setChoice] = useState<WordsMenuProps['choice'] | null>(null);

  const show = useCallback((range: Range) => {
    column.current?.reveal(range);
  }, []);
  const goTo = useCallback(
    (chosen: HighlightId) => {
      const place = currentView().get(chosen);
      if (place === undefined) return;
      const start = startOf(place);
      choose(chosen);
      setSelection(store, { anchor: start, focus: start });
      if (column.current?.shows(start) !== true) show({ start, end: start });
    },
    [choose, store, show],
  );
  const answer = useCallback(() => {
    const { question } = useWordPicker.getState();
    const span = makeSpan(text, rangeOf(store.getState().selection) ?? nothing);
    if (question === null || span === null) return;
    if (question.document !== null && question.document !== id) return;
    setSelection(store, { anchor: span.end, focus: span.end });
    question.answer({ document: id, start: span.start, end: span.end });
  }, [id, text, store]);
  const pick = useCallback(
    (offset: number, { x, y }: { x: number; y: number }) => {
      const highlights = marks.index.at(offset).map((over) => over.id);
      const [only] = highlights;
      if (only === undefined) return;
      if (highlights.length === 1) choose(only);
      else setChoice({ highlights, x, y });
    },
    [marks, choose],
  );
  const toggleList = useCallback(() => {
    setListOpen((isOpen) => !isOpen);
  }, []);
  const focusText = useCallback(() => {
    column.current?.focus();
  }, []);
  const inspect = useCallback(() => {
    inspector.current?.querySelector<HTMLElement>('textarea, input, select, button')?.focus();
  }, []);

  // What was found stays selected, so that a key can make something of it.
  const leaveFind = () => {
    const match = find.match();
    if (match !== undefined) setSelection(store, { anchor: match.start, focus: match.end });
    find.close();
    column.current?.focus();
  };
  const isAsked = useWordPicker(({ question }) => question !== null);
  useEffect(() => {
    if (isAsked) column.current?.focus();
  }, [isAsked]);

  useReaderKeys({
    ...{ document: id, text, store, column, marks, reading, marking, find, neighbours },
    ...{ goTo, answer, toggleList, inspect },
  });

  return (
    <div className={styles['screen']}>
      <ReaderHeader
        document={document}
        neighbours={neighbours}
        isListOpen={isListOpen}
        onList={toggleList}
        onFind={find.open}
      />
      <div className={`${styles['desk'] ?? ''} ${isListOpen ? (styles['withList'] ?? '') : ''}`}>
        {isListOpen && (
          <HighlightsList marks={marks} selected={highlight?.id ?? null} onGo={goTo} />
        )}
        <WordQuestionBanner document={id} hasWords={target?.kind === 'words'} onUse={answer} />
        <div className={styles['text']}>
          {find.isOpen && (
            <FindBar
              find={find}
              from={() => column.current?.place()?.offset ?? 0}
              onShow={show}
              onClose={leaveFind}
            />
          )}
          <ReadingColumn
            ref={column}
            text={text}
            blocks={blocks}
            index={marks.index}
            look={look}
            lifted={reading.lifted}
            found={find.found}
            currentFound={find.current}
            store={store}
            label={document.title}
            language={document.language}
            direction={direction}
            onWords={pick}
            onSelected={answer}
            onRest={rested}
          >
            {(frame) => (
              <>
                <MarginCards
                  marks={marks}
                  frame={frame}
                  selected={reading.selected}
                  onSelect={(placed) => {
                    choose(placed.highlight);
                    select('reader', placed.claim.id);
                  }}
                />
                {!isReadOnly && (
                  <SelectionBar
                    store={store}
                    frame={frame}
                    target={target}
                    tool={marking.tool}
                    onHighlight={marking.highlight}
                    onClaim={marking.claim}
                    onTool={marking.open}
                    onTag={marking.tagWith}
                    onNote={marking.note}
                    onClose={marking.close}
                    onFocusLost={focusText}
                  />
                )}
              </>
            )}
          </ReadingColumn>
          <OverviewRuler
            marks={marks}
            length={text.length}
            found={find.found}
            onGo={(offset) => {
              show({ start: offset, end: offset });
            }}
          />
        </div>
      </div>
      <InspectorPlace
        ref={inspector}
        selected={reading.selected}
        fresh={marking.fresh}
        onLeave={focusText}
      />
      {choice !== null && (
        <WordsMenu
          choice={choice}
          onChoose={choose}
          onClose={() => {
            setChoice(null);
          }}
        />
      )}
      <RemoveDialog
        highlight={marking.removing}
        onConfirm={marking.confirmRemoval}
        onClose={marking.cancelRemoval}
      />
    </div>
  );
}

const nothing: Range = { start: 0, end: 0 };
