import { useCallback } from 'react';
import type { CaseView } from '../../../domain/core/case-state.ts';
import { useCase } from '../../state/replica.ts';
import type { DocumentId } from '../../../domain/records/document/record.ts';

/** The documents before and after one, in the order they came into the case; null at the ends. */
export interface Neighbours {
  readonly previous: DocumentId | null;
  readonly next: DocumentId | null;
}

/** The neighbours of the document in the reader. */
export function useNeighbours(document: DocumentId): Neighbours {
  return useCase(
    useCallback(
      (view: CaseView) => {
        const ids = [...view.all('document')].map(({ id }) => id);
        const at = ids.indexOf(document);
        return { previous: ids[at - 1] ?? null, next: ids[at + 1] ?? null };
      },
      [document],
    ),
  );
}
