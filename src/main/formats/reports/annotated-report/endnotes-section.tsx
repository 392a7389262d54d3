import type { ReactNode } from 'react';
import { originOf } from '../../../../domain/analysis/attribution.ts';
import { ratingsOf } from '../../../../domain/analysis/ratings.ts';
import type { Claim } from '../../../../domain/records/claim/record.ts';
import { shortName } from '../../../../domain/records/registry.ts';
import type { Source } from '../../../../domain/records/source/record.ts';
import { sourceKinds, termOf } from '../../../../domain/records/vocabulary.ts';
import { type RegisteredScale, scalesFor } from '../../../../domain/scales/registry.ts';
import { Judgement } from './claims-section.tsx';
import { Jump, Letter, Prose, Words } from './marks.tsx';
import { type Report, type ReportProps, anchors, sourceName } from './report.ts';

/** An endnote for each source with its descriptor, as Intelligence Community Directive 206 asks. */
export function EndnotesSection({ report }: ReportProps): ReactNode {
  const sources = [...report.contents.sources.values()];
  return (
    <section id="endnotes" aria-labelledby="endnotes-title">
      <h2 id="endnotes-title">Source endnotes</h2>
      <ol className="endnotes" role="list">
        {sources.map((source) => (
          <Endnote key={source.id} report={report} source={source} />
        ))}
      </ol>
    </section>
  );
}

function Endnote({ report, source }: ReportProps & { readonly source: Source }): ReactNode {
  const { view } = report.request;
  const history = ratingsOf(view, source.id, 'admiralty-reliability');
  return (
    <li id={anchors.source(report, source.id) ?? ''} value={source.number}>
      <h3>
        <span className="muted">{shortName(source)}</span> <Words>{source.name}</Words>{' '}
        <Letter value={history.at(-1)?.value ?? null} />
      </h3>
      <p className="muted">
        {termOf(sourceKinds, source.kind).label}
        {source.parent !== null && (
          <>
            {' of '}
            <Jump to={anchors.source(report, source.parent)}>
              <Words>{sourceName(report, source.parent)}</Words>
            </Jump>
          </>
        )}
        {source.aliases.length > 0 && (
          <>
            ; also <Words>{source.aliases.join(', ')}</Words>
          </>
        )}
      </p>
      <Descriptor report={report} source={source} />
      <Prose>{source.note}</Prose>
    </li>
  );
}

function Descriptor({ report, source }: ReportProps & { readonly source: Source }): ReactNode {
  const { access, record, bias } = source.descriptor;
  return (
    <dl>
      <DescriptorField name="Access" words={access} />
      <DescriptorField name="Record" words={record} />
      <DescriptorField name="Bias" words={bias} />
      {scalesFor('source').map((scale) => (
        <RatingHistory key={scale.id} report={report} source={source} scale={scale} />
      ))}
      <Citations report={report} source={source} />
    </dl>
  );
}

function RatingHistory(
  props: ReportProps & {
    readonly source: Source;
    readonly scale: RegisteredScale;
  },
): ReactNode {
  const { report, source, scale } = props;
  const history = ratingsOf(report.request.view, source.id, scale.id);
  if (history.length === 0) return null;
  return (
    <div>
      <dt>{scale.name}</dt>
      <dd>
        <ol className="history" role="list">
          {history.map((rating) => (
            <li key={rating.id}>
              <Judgement report={report} rating={rating} />
            </li>
          ))}
        </ol>
      </dd>
    </div>
  );
}

function DescriptorField(props: { readonly name: string; readonly words: string }): ReactNode {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd dir="auto">
        {props.words.trim() === '' ? <span className="muted">Not described.</span> : props.words}
      </dd>
    </div>
  );
}

function Citations({ report, source }: ReportProps & { readonly source: Source }): ReactNode {
  const claims = citingClaims(report, source);
  const origin = claims.filter((claim) => originOf(claim) === source.id);
  const relay = claims.filter((claim) => originOf(claim) !== source.id);
  const documents = report.contents.documents.flatMap(({ publisher, title }, index) =>
    publisher === source.id ? [{ title, number: index + 1 }] : [],
  );
  return (
    <>
      {documents.length > 0 && (
        <div>
          <dt>Published</dt>
          <dd>
            {documents.map(({ title, number }, index) => (
              <span key={number}>
                {index > 0 && '; '}
                <a href={`#d${number}`}>
                  <Words>{title}</Words>
                </a>
              </span>
            ))}
          </dd>
        </div>
      )}
      <ClaimNumbers name="Origin of" report={report} claims={origin} />
      <ClaimNumbers name="Relays" report={report} claims={relay} />
    </>
  );
}

function ClaimNumbers(
  props: ReportProps & { readonly name: string; readonly claims: readonly Claim[] },
): ReactNode {
  const { report, name, claims } = props;
  if (claims.length === 0) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {claims.map((claim, index) => (
          <span key={claim.id}>
            {index > 0 && ', '}
            <Jump to={anchors.claim(report, claim.id)}>{shortName(claim)}</Jump>
          </span>
        ))}
      </dd>
    </div>
  );
}

function citingClaims({ contents, request }: Report, source: Source): Claim[] {
  return [...request.view.referring(source.id, 'claim')]
    .filter((claim) => contents.claims.has(claim.id))
    .sort((a, b) => a.number - b.number);
}
