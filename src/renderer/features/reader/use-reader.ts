import { useMemo, useState } from 'react';
import type { DocumentText } from '../../../domain/core/text.ts';
import type { DocumentRecord } from '../../../domain/records/document/record.ts';
import { type Find, useFind } from './find/use-find.ts';
import { useFoundPaint } from './find/use-found-paint.ts';
import type { DocumentMarks } from './marks/document-marks.ts';
import { type CurrentMark, useCurrentMark } from './marks/use-current-mark.ts';
import { useDocumentMarks } from './marks/use-document-marks.ts';
import { type Marking, useMarking } from './marks/use-marking.ts';
import { TextColumn } from './surface/column/text-column.ts';
import { type SelectionStore, createSelectionStore } from './surface/selection.ts';
import { type Neighbours, useNeighbours } from './use-neighbours.ts';

/** The document in the reader: its text and what draws it, what lies over it, and what the analyst is doing there. */
export interface Reader {
  readonly document: DocumentRecord;
  readonly content: DocumentText;
  readonly surface: TextColumn;
  readonly store: SelectionStore;
  readonly marks: DocumentMarks;
  readonly current: CurrentMark;
  readonly marking: Marking;
  readonly find: Find;
  readonly neighbours: Neighbours;
}

/** Puts together what the parts of the screen share; a new object only when one of its parts is new. */
export function useReader(document: DocumentRecord, content: DocumentText): Reader {
  const { id } = document;
  // Made once: the screen gives each document a component of its own.
  const [surface] = useState(() => new TextColumn(content));
  const [store] = useState(createSelectionStore);
  const marks = useDocumentMarks(id, content.blocks);
  const current = useCurrentMark(id, store);
  const marking = useMarking(content.text, store, current);
  const find = useFind(content);
  const neighbours = useNeighbours(id);
  useFoundPaint(surface, find);
  return useMemo(
    () => ({ document, content, surface, store, marks, current, marking, find, neighbours }),
    [document, content, surface, store, marks, current, marking, find, neighbours],
  );
}
