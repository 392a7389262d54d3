import type { ReactNode } from 'react';
import { dateLabel } from '../../../../domain/analysis/date-label.ts';
import { verdictOf } from '../../../../domain/analysis/ratings.ts';
import { counted } from '../../../../domain/core/counted.ts';
import { verdict as verdictScale } from '../../../../domain/scales/verdict.ts';
import { markingLabel } from '../contents.ts';
import { Prose, Words } from './marks.tsx';
import type { Report, ReportProps } from './report.ts';

/** The marking as TLP 2.0 wants it: its label in its colour, on black. */
export function Marking({ report }: ReportProps): ReactNode {
  const { tlp: value } = report.contents.caseRecord;
  return (
    <p className="marking">
      <span className={`tlp-${value.replace('+', '-')}`}>{markingLabel(report.contents)}</span>
    </p>
  );
}

/** The head of the report: what it is about, and when and from what state of the case it was made. */
export function TitleHeader({ report }: ReportProps): ReactNode {
  const { caseRecord } = report.contents;
  return (
    <header className="title">
      <Marking report={report} />
      <p className="kind">Annotated report</p>
      <h1 dir="auto">{caseRecord.name}</h1>
      {caseRecord.question.trim() !== '' && (
        <p className="question" dir="auto">
          {caseRecord.question}
        </p>
      )}
      <p className="muted">{madeFrom(report)}</p>
      <p>{figures(report)}</p>
    </header>
  );
}

/** When, by what and from what state of the case the report was made, in one sentence. */
export function madeFrom({ request }: Report): string {
  const { at, generator, state } = request;
  return `Made on ${dateLabel(at)} by ${generator}, from journal entry ${state.seq} (${state.hash}).`;
}

function figures(report: Report): string {
  const { documents, claims, sources, highlights } = report.contents;
  const verdicts = [...claims.keys()].map((claim) => verdictOf(report.request.view, claim));
  const judged = verdictScale.grades
    .map(({ value, label }) => ({ label, count: verdicts.filter((each) => each === value).length }))
    .filter(({ count }) => count > 0)
    .map(({ label, count }) => `${count} ${label.toLowerCase()}`);
  return [
    counted(documents.length, 'document'),
    counted(highlights.size, 'highlight'),
    counted(claims.size, 'claim') + (judged.length > 0 ? ` (${judged.join(', ')})` : ''),
    counted(sources.size, 'source'),
  ].join(' · ');
}

/** ICD 206's statement on the sources as a whole. */
export function SourceSummary({ report }: ReportProps): ReactNode {
  const { sourceSummary } = report.contents.caseRecord;
  return (
    <section id="summary" aria-labelledby="summary-title">
      <h2 id="summary-title">Summary of sources</h2>
      <div className="measure">
        {sourceSummary.trim() === '' ? (
          <p className="muted">The analyst has written no summary of the sources.</p>
        ) : (
          <Prose>{sourceSummary}</Prose>
        )}
      </div>
    </section>
  );
}

/** The table of contents. */
export function TableOfContents({ report }: ReportProps): ReactNode {
  const { documents, tags } = report.contents;
  return (
    <nav id="contents" aria-labelledby="contents-title">
      <h2 id="contents-title">Contents</h2>
      <ol role="list">
        <Entry to="summary">Summary of sources</Entry>
        <Entry to="reading">How to read this report</Entry>
        <Entry
          to="documents"
          below={
            <ol role="list">
              {documents.map((document, index) => (
                <Entry key={document.id} to={`d${index + 1}`}>
                  <Words>{document.title}</Words>
                </Entry>
              ))}
            </ol>
          }
        >
          Documents
        </Entry>
        <Entry to="claims">Claims</Entry>
        <Entry to="sources">Source reliability</Entry>
        <Entry to="endnotes">Source endnotes</Entry>
        {tags.size > 0 && <Entry to="codebook">Tags</Entry>}
        <Entry to="scales">Scales</Entry>
      </ol>
    </nav>
  );
}

function Entry(props: {
  readonly to: string;
  readonly children: ReactNode;
  readonly below?: ReactNode;
}): ReactNode {
  return (
    <li>
      <a href={`#${props.to}`}>{props.children}</a>
      {props.below}
    </li>
  );
}
