import { useEffect, useMemo } from 'react';
import type { DocumentRecord } from '../../../domain/records/document/record.ts';
import type { DocumentText } from '../../../domain/core/text.ts';
import { useReadOnly } from '../../state/replica.ts';
import { FindBar } from './find/find-bar.tsx';
import { InspectorPlace } from './inspector-place.tsx';
import { MarginCards } from './margin/margin-cards.tsx';
import { HighlightsList } from './marks/highlights-list.tsx';
import { OverviewRuler } from './marks/overview-ruler.tsx';
import { RemoveDialog } from './marks/remove-dialog.tsx';
import { SelectionBar } from './marks/selection-bar.tsx';
import { useWordsMenu } from './marks/use-words-menu.ts';
import { WordsMenu } from './marks/words-menu.tsx';
import { ReaderHeader } from './reader-header.tsx';
import { ReadingColumn } from './surface/column/reading-column.tsx';
import { directionOf } from './surface/direction.ts';
import { usePanels } from './use-panels.ts';
import { useReader } from './use-reader.ts';
import { useReaderActions } from './use-reader-actions.ts';
import { useReadingPlace } from './use-reading-place.ts';
import { WordQuestionBanner } from './word-question.tsx';
import styles from './reader-screen.module.css';

interface ReaderDocumentProps {
  readonly document: DocumentRecord;
  readonly content: DocumentText;
}

/** One document being read: its text, what is marked on it, and what can be done with the words. */
export function ReaderDocument({ document, content }: ReaderDocumentProps) {
  const { title, language } = document;
  const reader = useReader(document, content);
  const { surface, store, marks, current, marking, find } = reader;
  const { isListOpen, toggleList, inspector, inspect } = usePanels();
  const actions = useReaderActions(reader, { toggleList, inspect });
  const menu = useWordsMenu(marks, current);
  const rested = useReadingPlace(document.id, surface, store);
  // Only for paragraphs without a letter; all others find their own direction (`dir="auto"`).
  const direction = useMemo(() => directionOf(content.text, language), [content, language]);
  const isReadOnly = useReadOnly();
  const { isAsked } = actions;
  // Whoever is asked for words can select them by keyboard at once.
  useEffect(() => {
    if (isAsked) surface.focus();
  }, [isAsked, surface]);

  return (
    <div className={styles['screen']}>
      <ReaderHeader
        document={document}
        neighbours={reader.neighbours}
        isListOpen={isListOpen}
        actions={actions}
      />
      <div className={`${styles['desk'] ?? ''} ${isListOpen ? (styles['withList'] ?? '') : ''}`}>
        {isListOpen && (
          <HighlightsList
            marks={marks}
            selected={current.highlight?.id ?? null}
            onGo={actions.goTo}
          />
        )}
        <WordQuestionBanner document={document.id} actions={actions} />
        <div className={styles['text']}>
          {find.isOpen && <FindBar find={find} surface={surface} store={store} />}
          <ReadingColumn
            column={surface}
            marks={marks}
            lifted={current.lifted}
            store={store}
            label={title}
            language={language}
            direction={direction}
            onWords={menu.pick}
            onSelected={actions.answer}
            onRest={rested}
          >
            <MarginCards marks={marks} surface={surface} current={current} />
            {!isReadOnly && (
              <SelectionBar
                surface={surface}
                store={store}
                marking={marking}
                target={current.target}
              />
            )}
          </ReadingColumn>
          <OverviewRuler
            marks={marks}
            length={content.text.length}
            found={find.found}
            surface={surface}
          />
        </div>
      </div>
      <InspectorPlace
        ref={inspector}
        selected={current.selected}
        fresh={marking.fresh}
        surface={surface}
      />
      <WordsMenu menu={menu} />
      <RemoveDialog marking={marking} />
    </div>
  );
}
