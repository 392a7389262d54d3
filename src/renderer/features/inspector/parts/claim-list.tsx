import { useCallback, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { gradeBadge } from '../../../../domain/analysis/attribution.ts';
import { verdictOf } from '../../../../domain/analysis/ratings.ts';
import type { CaseView } from '../../../../domain/core/case-state.ts';
import type { Claim } from '../../../../domain/records/claim/record.ts';
import { shortName } from '../../../../domain/records/registry.ts';
import { gradeOf } from '../../../../domain/scales/registry.ts';
import { useCase, useRecord } from '../../../state/replica.ts';
import { Button } from '../../../ui/button.tsx';
import { GradeBadge } from '../../../ui/grade-badge.tsx';
import styles from './claim-list.module.css';

interface ClaimListProps {
  readonly label: string;
  readonly claims: readonly Claim[];
  readonly onOpen: (claim: Claim) => void;
}

// A panel is for looking at, not for scrolling through thousands; the table of claims is for that.
const shownAtFirst = 20;

/** Claims by their statements, each with its grade, its verdict and the document that makes it. */
export function ClaimList({ label, claims, onOpen }: ClaimListProps) {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? claims : claims.slice(0, shownAtFirst);
  return (
    <>
      <ul className={styles['claims']} aria-label={label}>
        {shown.map((claim) => (
          <ClaimEntry key={claim.id} claim={claim} onOpen={onOpen} />
        ))}
      </ul>
      {shown.length < claims.length && (
        <Button
          kind="quiet"
          onPress={() => {
            setWhole(true);
          }}
        >
          Show all {claims.length}
        </Button>
      )}
    </>
  );
}

interface ClaimEntryProps {
  readonly claim: Claim;
  readonly onOpen: (claim: Claim) => void;
}

function ClaimEntry({ claim, onOpen }: ClaimEntryProps) {
  const document = useRecord(claim.document);
  const judged = useCase(
    useCallback(
      (view: CaseView) => ({ ...gradeBadge(view, claim), verdict: verdictOf(view, claim.id) }),
      [claim],
    ),
  );
  return (
    <li>
      <AriaButton
        className={styles['claim'] ?? ''}
        onPress={() => {
          onOpen(claim);
        }}
      >
        <span className={styles['statement']} dir="auto">
          {claim.statement}
        </span>
        <span className={styles['judged']}>
          {shortName(claim)}
          <GradeBadge letter={judged.reliability} digit={judged.credibility} />
          {gradeOf('verdict', judged.verdict)?.label}
        </span>
        <span className={styles['document']} dir="auto">
          {document?.title}
        </span>
      </AriaButton>
    </li>
  );
}
