import { useEffect, useRef, useState } from 'react';
import type { Block } from '../../../../domain/core/text.ts';
import { currentView, useReplicaStore } from '../../../state/replica.ts';
import { DocumentMarks } from './document-marks.ts';
import type { DocumentId } from '../../../../domain/records/document/record.ts';

/**
 * The marks of a document, following the case change by change, also those that were missed while hidden. Changes are
 * not followed while the screen is hidden, for its effects are off then.
 */
export function useDocumentMarks(document: DocumentId, blocks: readonly Block[]): DocumentMarks {
  const [marks] = useState(() => new DocumentMarks(currentView(), document, blocks));
  const view = useReplicaStore(({ replica }) => replica?.view);
  // The change as of which the marks were first read.
  const [collected] = useState({ seq: replicaSeq(), view });
  const followed = useRef(collected.seq);
  const shown = useRef(collected.view);
  useEffect(() => {
    if (view === undefined) return undefined;
    // The whole of a large case comes in the place of the part that was on show.
    if (followed.current !== replicaSeq() || shown.current !== view) marks.restart(view);
    followed.current = replicaSeq();
    shown.current = view;
    return useReplicaStore.subscribe(({ replica }) => {
      if (replica === null || replica.diff === null || replica.seq <= followed.current) return;
      followed.current = replica.seq;
      marks.follow(replica.diff);
    });
  }, [marks, view]);
  return marks;
}

function replicaSeq(): number {
  return useReplicaStore.getState().replica?.seq ?? 0;
}
