import { useEffect, useMemo, useState } from 'react';
import type { CallResult } from '../../../contract/calls.ts';
import type { Health } from '../../../contract/health.ts';
import { invoke } from '../../state/bridge.ts';
import { useReplicaStore } from '../../state/replica.ts';
import type { DocumentId } from '../../../domain/records/document/record.ts';

type Answer = CallResult<'report/preview'>;

/** What a preview is of: a choice of documents, and the state of the case, and of its folder, which may have been away. */
interface Wanted {
  readonly documents: readonly DocumentId[];
  readonly path: string;
  readonly seq: number;
  readonly health: Health | null;
}

// Several boxes ticked in a row are one change of mind; in milliseconds.
const calm = 300;

// The preview that is being made, whoever asked for it: the next one waits for it, and is not begun if it is out of
// date by then.
let making: Promise<unknown> = Promise.resolve();

/**
 * The newest preview of the report on `documents` (the same array while the choice is the same); null until there is
 * one. It is made anew when the choice or the case has changed and been left alone for a moment, one at a time; an
 * answer that comes too late is dropped.
 */
export function usePreview(documents: readonly DocumentId[]): {
  readonly answer: Answer | null;
  readonly isCurrent: boolean;
} {
  const path = useReplicaStore(({ replica }) => replica?.path ?? '');
  const seq = useReplicaStore(({ replica }) => replica?.seq ?? 0);
  const health = useReplicaStore(({ replica }) => replica?.health ?? null);
  const wanted = useMemo<Wanted>(
    () => ({ documents, path, seq, health }),
    [documents, path, seq, health],
  );
  const [last, setLast] = useState<{ of: Wanted; answer: Answer } | null>(null);
  const isFirst = last === null;
  const isCurrent = last?.of === wanted;

  useEffect(() => {
    if (isCurrent) return;
    let isStale = false;
    async function make(): Promise<void> {
      await making;
      if (isStale) return;
      const asked = invoke('report/preview', { documents: [...wanted.documents] });
      making = asked.then((answer) => {
        if (!isStale) setLast({ of: wanted, answer });
      });
    }
    // The first one at once: there is nothing to look at meanwhile.
    const timer = setTimeout(() => void make(), isFirst ? 0 : calm);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [wanted, isFirst, isCurrent]);

  return { answer: last?.answer ?? null, isCurrent };
}
