import { useCallback } from 'react';
import { gradeBadge, originOf } from '../../../../domain/analysis/attribution.ts';
import { verdictOf } from '../../../../domain/analysis/ratings.ts';
import type { CaseView } from '../../../../domain/core/case-state.ts';
import type { Claim } from '../../../../domain/records/claim/record.ts';
import { shortName } from '../../../../domain/records/registry.ts';
import { verdict as verdicts } from '../../../../domain/scales/verdict.ts';
import { useCase } from '../../../state/replica.ts';
import { GradeBadge } from '../../../ui/grade-badge.tsx';
import { verdictIcons } from '../../claims/index.ts';
import styles from './margin-cards.module.css';

/** Every card is as high as this, in pixels, so that the margin can be laid out without measuring. */
export const cardHeight = 78;

interface ClaimCardProps {
  readonly claim: Claim;
  readonly isSelected: boolean;
  readonly onSelect: () => void;
}

/** A claim in the margin: its grade, its origin, its verdict, its number, and what it says. */
export function ClaimCard({ claim, isSelected, onSelect }: ClaimCardProps) {
  // Read by the card itself, so that a rating draws one card again and not the margin.
  const { reliability, credibility, verdict, origin } = useCase(
    useCallback((view: CaseView) => readCard(view, claim), [claim]),
  );
  const Icon = verdictIcons[verdict];
  const label = verdicts.grades.find(({ value }) => value === verdict)?.label ?? '';
  return (
    <button
      type="button"
      className={styles['card']}
      style={{ height: cardHeight }}
      data-card
      aria-pressed={isSelected}
      onClick={onSelect}
    >
      <span className={styles['head']}>
        <Icon className={styles[verdict]} size={15} aria-label={label} />
        <GradeBadge letter={reliability} digit={credibility} />
        <span className={styles['origin']} dir="auto">
          {origin}
        </span>
        <span className={styles['number']}>{shortName(claim)}</span>
      </span>
      <span className={styles['statement']} dir="auto">
        {claim.statement}
      </span>
    </button>
  );
}

/** What a card shows besides the claim itself, in one reading. */
function readCard(view: CaseView, claim: Claim) {
  const origin = originOf(claim);
  const name = origin === null ? undefined : view.get(origin)?.name;
  return {
    ...gradeBadge(view, claim),
    verdict: verdictOf(view, claim.id),
    origin: name ?? 'Nobody named',
  };
}
