import type { ReactNode } from 'react';
import { dateLabel } from '../../../../domain/analysis/date-label.ts';
import { currentRating, verdictOf } from '../../../../domain/analysis/ratings.ts';
import { exactWords } from '../../../../domain/anchoring/words.ts';
import type { Claim } from '../../../../domain/records/claim/record.ts';
import type { Highlight } from '../../../../domain/records/highlight/record.ts';
import type { Link } from '../../../../domain/records/link/record.ts';
import { shortName } from '../../../../domain/records/registry.ts';
import type { Rating } from '../../../../domain/records/rating/record.ts';
import { type LinkKind, hedges, termOf } from '../../../../domain/records/vocabulary.ts';
import { gradeOf, scales, scalesFor } from '../../../../domain/scales/registry.ts';
import { recordsOf } from '../contents.ts';
import { Badge, Chain, Jump, Quote, Tags, VerdictMark, Words } from './marks.tsx';
import { type Report, type ReportProps, analystName, anchors } from './report.ts';

/** Every claim of the report with where it is from, how it was judged and the words it rests on. */
export function ClaimsSection({ report }: ReportProps): ReactNode {
  const claims = [...report.contents.claims.values()];
  return (
    <section id="claims" aria-labelledby="claims-title">
      <h2 id="claims-title">Claims</h2>
      {claims.length === 0 && (
        <p className="muted">No claims have been made from these documents.</p>
      )}
      {claims.map((claim) => (
        <ClaimEntry key={claim.id} report={report} claim={claim} />
      ))}
    </section>
  );
}

function ClaimEntry({ report, claim }: ReportProps & { readonly claim: Claim }): ReactNode {
  const anchor = anchors.claim(report, claim.id) ?? '';
  return (
    <article className="claim" id={anchor} aria-labelledby={`${anchor}-title`}>
      <p className="claim-number">{shortName(claim)}</p>
      <h3 id={`${anchor}-title`} dir="auto">
        {claim.statement}
      </h3>
      <p className="judgement">
        <Badge report={report} claim={claim} />{' '}
        <VerdictMark verdict={verdictOf(report.request.view, claim.id)} />
      </p>
      <dl>
        <ClaimFields report={report} claim={claim} />
        <Judgements report={report} claim={claim} />
        <Field name="Evidence">
          <Evidence report={report} claim={claim} />
        </Field>
        <LinkFields report={report} claim={claim} />
        {claim.tags.length > 0 && (
          <Field name="Tags">
            <Tags report={report} tags={claim.tags} />
          </Field>
        )}
        {claim.note.trim() !== '' && <Field name="Note">{claim.note}</Field>}
      </dl>
    </article>
  );
}

function Field(props: { readonly name: string; readonly children: ReactNode }): ReactNode {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd dir="auto">{props.children}</dd>
    </div>
  );
}

function ClaimFields({ report, claim }: ReportProps & { readonly claim: Claim }): ReactNode {
  const hedge = termOf(hedges, claim.hedge);
  const { eventTime } = claim;
  return (
    <>
      <Field name="Attribution">
        <Chain report={report} claim={claim} quoted />
      </Field>
      <Field name="Put as">
        {hedge.label}{' '}
        <span className="muted">({hedge.meaning.replace(/\.$/, '').toLowerCase()})</span>
      </Field>
      {eventTime !== null && (
        <Field name="Event time">
          {dateLabel(eventTime.edtf)}
          {eventTime.anchor !== null && (
            <span className="muted">
              {' '}
              (<Quote>{eventTime.anchor.exact}</Quote>)
            </span>
          )}
        </Field>
      )}
      {claim.place.trim() !== '' && (
        <Field name="Place">
          <Words>{claim.place}</Words>
        </Field>
      )}
    </>
  );
}

function Judgements({ report, claim }: ReportProps & { readonly claim: Claim }): ReactNode {
  return scalesFor('claim').map((scale) => {
    const rating = currentRating(report.request.view, claim.id, scale.id);
    if (rating === null) return null;
    return (
      <Field key={scale.id} name={scale.name}>
        <Judgement report={report} rating={rating} />
      </Field>
    );
  });
}

/** One rating with its label, its reason, and who gave it when. */
export function Judgement({
  report,
  rating,
}: ReportProps & { readonly rating: Rating }): ReactNode {
  const label = gradeOf(rating.scale, rating.value)?.label ?? rating.value;
  const sign = scales[rating.scale].hasCodes ? `${rating.value}, ${label.toLowerCase()}` : label;
  return (
    <>
      {sign}
      {rating.reason.trim() !== '' && (
        <>
          : <Words>{rating.reason}</Words>
        </>
      )}{' '}
      <span className="muted">
        (<Words>{analystName(report, rating.created.by)}</Words>,{' '}
        {dateLabel(rating.created.at.slice(0, 10))})
      </span>
    </>
  );
}

function Evidence({ report, claim }: ReportProps & { readonly claim: Claim }): ReactNode {
  return (
    <ul className="evidence" role="list">
      {recordsOf(report.request.view, claim.highlights, 'highlight').map((highlight) => (
        <li key={highlight.id}>
          <EvidencePlace report={report} highlight={highlight} />{' '}
          <Quote>{exactWords(highlight)}</Quote>
        </li>
      ))}
    </ul>
  );
}

function EvidencePlace({
  report,
  highlight,
}: ReportProps & { readonly highlight: Highlight }): ReactNode {
  const number = report.contents.highlights.get(highlight.id);
  if (number !== undefined) {
    return (
      <a className="place" href={`#w${number}`} aria-label={`Highlight ${number}`}>
        {number}
      </a>
    );
  }
  return (
    <span className="muted">
      <Words>{report.request.view.get(highlight.document)?.title ?? ''}</Words> (not in this
      report):
    </span>
  );
}

// How each kind of link reads from the other end; the rest read the same from both.
const reversed: Partial<Record<LinkKind, string>> = {
  updates: 'Updated by',
  elaborates: 'Elaborated by',
};
const forward: Readonly<Record<LinkKind, string>> = {
  corroborates: 'Corroborates',
  contradicts: 'Contradicts',
  'same-origin': 'Same origin as',
  updates: 'Updates',
  elaborates: 'Elaborates',
};

function LinkFields({ report, claim }: ReportProps & { readonly claim: Claim }): ReactNode {
  return linksOf(report, claim).map((link) => {
    const leads = link.from === claim.id;
    const other = report.request.view.get(leads ? link.to : link.from);
    if (other === undefined) return null;
    return (
      <Field key={link.id} name={(leads ? undefined : reversed[link.kind]) ?? forward[link.kind]}>
        <Jump to={anchors.claim(report, other.id)}>{shortName(other)}</Jump>
        {!report.contents.claims.has(other.id) && ' (not in this report)'}:{' '}
        <Words>{other.statement}</Words>
        {link.note.trim() !== '' && (
          <span className="muted">
            {' '}
            (<Words>{link.note}</Words>)
          </span>
        )}
      </Field>
    );
  });
}

function linksOf({ request }: Report, claim: Claim): Link[] {
  return [...request.view.referring(claim.id, 'link')].sort((a, b) => (a.id < b.id ? -1 : 1));
}
