import { useEffect } from 'react';
import { ProgressCard } from '../../ui/progress-card.tsx';
import { cancelCopy, useCopy, watchFailedCopies } from './copies.ts';

/** The copy under way, in a corner; tells of copies that were due and could not be made. */
export function CopyStatus() {
  const progress = useCopy((state) => state.progress);
  // As long as a case is open: copies by schedule are made of the open case only.
  useEffect(watchFailedCopies, []);
  if (progress === null) return null;
  const { done, total } = progress;
  return (
    <ProgressCard label="Copy" done={done} total={total} onCancel={() => void cancelCopy()}>
      {done < total ? `Copying: ${megabytes(done)} of ${megabytes(total)}` : 'Checking the copy…'}
    </ProgressCard>
  );
}

function megabytes(bytes: number): string {
  // Megabytes of a million bytes, as disks are sold by.
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
