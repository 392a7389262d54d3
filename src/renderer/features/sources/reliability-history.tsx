import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { counted } from '../../../domain/core/counted.ts';
import { ratingsOf } from '../../../domain/analysis/ratings.ts';
import type { CaseView } from '../../../domain/core/case-state.ts';
import type { Rating } from '../../../domain/records/rating/record.ts';
import { gradeOf } from '../../../domain/scales/registry.ts';
import { currentView } from '../../state/replica.ts';
import { GradeBadge } from '../../ui/grade-badge.tsx';
import type { SourceId } from '../../../domain/records/source/record.ts';
import list from '../../ui/list.module.css';
import { momentOf } from '../../ui/moment.ts';
import type { SourceRow } from './source-rows.ts';
import styles from './sources.module.css';

/** A source's letter and, behind the number of its ratings, who gave them, when and why. */
export function ReliabilityCell({ row }: { row: SourceRow }) {
  return (
    <>
      <GradeBadge letter={row.letter} />
      {row.ratings > 0 && (
        <DialogTrigger>
          <Button
            className={styles['ratings'] ?? ''}
            // The grid has one tab stop; Enter on the cell opens the history.
            excludeFromTabOrder
            data-activate
            aria-label={`History of ${row.source.name}: ${counted(row.ratings, 'rating')}`}
          >
            {counted(row.ratings, 'rating')}
          </Button>
          <Popover className={list['popover'] ?? ''} offset={4}>
            <Dialog
              aria-label={`Reliability of ${row.source.name}`}
              className={styles['history'] ?? ''}
            >
              <History source={row.id} />
            </Dialog>
          </Popover>
        </DialogTrigger>
      )}
    </>
  );
}

function History({ source }: { source: SourceId }) {
  const view = currentView();
  return (
    <ol className={styles['entries']}>
      {ratingsOf(view, source, 'admiralty-reliability')
        .toReversed()
        .map((rating) => (
          <li key={rating.id}>
            <GradeBadge letter={rating.value} />
            <span>
              {gradeOf(rating.scale, rating.value)?.label}
              <span className={styles['stamp']}>{stampOf(view, rating)}</span>
              <span dir="auto" className={styles['reason']}>
                {rating.reason === '' ? 'No reason given' : rating.reason}
              </span>
            </span>
          </li>
        ))}
    </ol>
  );
}

function stampOf(view: CaseView, rating: Rating): string {
  const analyst = view.get(rating.created.by)?.name ?? '';
  return [analyst, momentOf(rating.created.at)].filter(Boolean).join(', ');
}
