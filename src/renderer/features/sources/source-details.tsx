import { useCallback } from 'react';
import { gradeBadge, originOf } from '../../../domain/analysis/attribution.ts';
import { verdictOf } from '../../../domain/analysis/ratings.ts';
import { exactWords } from '../../../domain/anchoring/words.ts';
import type { CaseView } from '../../../domain/core/case-state.ts';
import type { Claim } from '../../../domain/records/claim/record.ts';
import { shortName } from '../../../domain/records/registry.ts';
import { goTo } from '../../state/navigation.ts';
import { useCase } from '../../state/replica.ts';
import { Button } from '../../ui/button.tsx';
import { GradeBadge } from '../../ui/grade-badge.tsx';
import type { SourceId } from '../../../domain/records/source/record.ts';
import { VerdictMark, filteredToOrigin, goToWords, useClaimLayout } from '../claims/index.ts';
import type { SourceRow } from './source-rows.ts';
import styles from './sources.module.css';

// More than a screenful is better read in the table of claims.
const most = 40;

/** The claims of a source with the words that make them; each leads to its place in the reader. */
export function SourceDetails({ row }: { row: SourceRow }) {
  const claims = useClaimsOf(row.id);
  const [layout, onLayout] = useClaimLayout();
  if (claims.length === 0) {
    return <p className={styles['none']}>No claim of this case cites it.</p>;
  }
  return (
    <div className={styles['details']}>
      <ul className={styles['claims']} aria-label={`Claims of ${row.source.name}`}>
        {claims.slice(0, most).map((claim) => (
          <ClaimLine key={claim.id} claim={claim} source={row.id} />
        ))}
      </ul>
      {row.record.originated > 0 && (
        <Button
          kind="quiet"
          onPress={() => {
            onLayout(filteredToOrigin(layout, row.source.name));
            goTo('claims');
          }}
        >
          {claims.length > most ? `Show all of its claims` : 'Show in the table of claims'}
        </Button>
      )}
    </div>
  );
}

// Newest claims last, as in the case; those it originates before those it only relays.
function useClaimsOf(source: SourceId): readonly Claim[] {
  return useCase(
    useCallback(
      (view: CaseView) => {
        const claims = [...view.referring(source, 'claim')];
        return [
          ...claims.filter((claim) => originOf(claim) === source),
          ...claims.filter((claim) => originOf(claim) !== source),
        ];
      },
      [source],
    ),
  );
}

function ClaimLine({ claim, source }: { claim: Claim; source: SourceId }) {
  const { letter, digit, verdict, words, document } = useCase(
    useCallback(
      (view: CaseView) => {
        const { reliability: letter, credibility: digit } = gradeBadge(view, claim);
        const [first] = claim.highlights;
        const highlight = first === undefined ? undefined : view.get(first);
        return {
          letter,
          digit,
          verdict: verdictOf(view, claim.id),
          words: highlight === undefined ? '' : exactWords(highlight),
          document: view.get(claim.document)?.title ?? '',
        };
      },
      [claim],
    ),
  );
  return (
    <li className={styles['claim']}>
      <GradeBadge letter={letter} digit={digit} />
      <span className={styles['role']}>{originOf(claim) === source ? 'origin' : 'relays'}</span>
      <span className={styles['texts']}>
        <span dir="auto">
          <span className={styles['number']}>{shortName(claim)} </span>
          {claim.statement}
        </span>
        <q dir="auto" className={styles['quote']}>
          {words}
        </q>
        <span className={styles['where']} dir="auto">
          {document}
        </span>
      </span>
      <VerdictMark verdict={verdict} />
      <Button
        kind="quiet"
        aria-label={`Show the words of “${claim.statement}” in the reader`}
        onPress={() => {
          goToWords(claim.id);
        }}
      >
        Show the words
      </Button>
    </li>
  );
}
