import { ChevronRight } from 'lucide-react';
import { Button as AriaButton, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import type { Rating } from '../../../domain/records/rating/record.ts';
import { gradeSign, scales } from '../../../domain/scales/registry.ts';
import { run } from '../../state/commands.ts';
import { useReadOnly, useRecord } from '../../state/replica.ts';
import { Button } from '../../ui/button.tsx';
import { FieldsOf } from '../../ui/kept-edits.tsx';
import { momentOf } from '../../ui/moment.ts';
import { TextField } from '../../ui/text-field.tsx';
import styles from './rating-history.module.css';

interface RatingHistoryProps {
  /** Oldest first; the last one holds. */
  readonly history: readonly Rating[];
  /** Gives the grade that holds once more, as a rating of its own. */
  readonly onReaffirm?: (value: string) => void;
}

/** Who rated, when and why, latest first; folded away behind its length. */
export function RatingHistory({ history, onReaffirm }: RatingHistoryProps) {
  const current = history.at(-1);
  if (current === undefined) return null;
  const name = scales[current.scale].name.toLowerCase();
  return (
    <Disclosure className={styles['history'] ?? ''}>
      <Heading level={4} className={styles['heading'] ?? ''}>
        <AriaButton slot="trigger" className={styles['trigger'] ?? ''}>
          <ChevronRight size={14} aria-hidden className={styles['chevron']} />
          {history.length === 1
            ? `History of ${name}: 1 rating`
            : `History of ${name}: ${history.length} ratings`}
        </AriaButton>
      </Heading>
      <DisclosurePanel>
        <ol className={styles['list']}>
          {history.toReversed().map((rating) => (
            <FieldsOf key={rating.id} owner={rating.id}>
              <Entry rating={rating} isCurrent={rating === current} />
            </FieldsOf>
          ))}
        </ol>
        {onReaffirm !== undefined && (
          <Button
            kind="quiet"
            onPress={() => {
              onReaffirm(current.value);
            }}
          >
            Rate {gradeSign(current.scale, current.value)} again
          </Button>
        )}
      </DisclosurePanel>
    </Disclosure>
  );
}

function Entry({ rating, isCurrent }: { rating: Rating; isCurrent: boolean }) {
  const analyst = useRecord(rating.created.by);
  const isReadOnly = useReadOnly();
  return (
    <li className={styles['entry']}>
      <span className={styles['grade']}>{gradeSign(rating.scale, rating.value)}</span>
      <span className={styles['stamp']}>
        {analyst?.name ?? 'Unknown analyst'},{' '}
        <time dateTime={rating.created.at}>{momentOf(rating.created.at)}</time>
      </span>
      <div className={styles['reason']}>
        {isCurrent ? (
          <p dir="auto">{rating.reason === '' ? 'No reason given.' : rating.reason}</p>
        ) : (
          <TextField
            label={`Why ${gradeSign(rating.scale, rating.value)}`}
            keptAs="reason"
            isLabelHidden
            value={rating.reason}
            placeholder="No reason given"
            isDisabled={isReadOnly}
            onCommit={(reason) => run('rating/explain', { rating: rating.id, reason })}
          />
        )}
      </div>
    </li>
  );
}
