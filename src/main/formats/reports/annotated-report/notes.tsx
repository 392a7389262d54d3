import type { ReactNode } from 'react';
import { claimsOn } from '../../../../domain/analysis/document-order.ts';
import { verdictOf } from '../../../../domain/analysis/ratings.ts';
import type { Claim } from '../../../../domain/records/claim/record.ts';
import type { Highlight, HighlightId } from '../../../../domain/records/highlight/record.ts';
import { shortName } from '../../../../domain/records/registry.ts';
import { recordsOf } from '../contents.ts';
import { Badge, Chain, Jump, Prose, Tags, VerdictMark, Words } from './marks.tsx';
import { type ReportProps, anchors } from './report.ts';

/** The notes beside a block, in the order of their numbers in its text; nothing if it has none. */
export function Notes(
  props: ReportProps & { readonly highlights: readonly HighlightId[] },
): ReactNode {
  const { report, highlights } = props;
  if (highlights.length === 0) return null;
  return (
    <ol className="notes" role="list" aria-label="Notes" lang="en" dir="ltr">
      {recordsOf(report.request.view, highlights, 'highlight').map((highlight) => (
        <Note key={highlight.id} report={report} highlight={highlight} />
      ))}
    </ol>
  );
}

function Note({ report, highlight }: ReportProps & { readonly highlight: Highlight }): ReactNode {
  const number = report.contents.highlights.get(highlight.id) ?? 0;
  const claims = claimsOn(report.request.view, highlight.id);
  const bare = claims.length === 0 && highlight.note.trim() === '' && highlight.tags.length === 0;
  return (
    <li id={`n${number}`} value={number}>
      <a className="number" href={`#w${number}`} aria-label={`Note ${number}: back to the words`}>
        {number}
      </a>
      <Tags report={report} tags={highlight.tags} />
      <Prose>{highlight.note}</Prose>
      {claims.map((claim) => (
        <NotedClaim key={claim.id} report={report} claim={claim} />
      ))}
      {bare && <p className="muted">Highlighted.</p>}
    </li>
  );
}

function NotedClaim({ report, claim }: ReportProps & { readonly claim: Claim }): ReactNode {
  return (
    <div className="noted">
      <p>
        Claim <Jump to={anchors.claim(report, claim.id)}>{shortName(claim)}</Jump>{' '}
        <Badge report={report} claim={claim} />{' '}
        <VerdictMark verdict={verdictOf(report.request.view, claim.id)} />
      </p>
      <p>
        <Words>{claim.statement}</Words>
      </p>
      <Chain report={report} claim={claim} />
    </div>
  );
}
