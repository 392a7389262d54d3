import type { ReactNode } from 'react';
import { dateLabel } from '../../../../domain/analysis/date-label.ts';
import { ratingsOf } from '../../../../domain/analysis/ratings.ts';
import { trackRecord } from '../../../../domain/analysis/track-record.ts';
import { counted } from '../../../../domain/core/counted.ts';
import { shortName } from '../../../../domain/records/registry.ts';
import type { Source } from '../../../../domain/records/source/record.ts';
import { sourceKinds, termOf } from '../../../../domain/records/vocabulary.ts';
import { Jump, Letter, Words } from './marks.tsx';
import { MatrixTable } from './matrix-table.tsx';
import { type ReportProps, anchors } from './report.ts';
import { TrackRecordBar } from './track-record-bar.tsx';

const columns = [
  ...['Reliability', 'Originated', 'Relayed', 'Supported', 'Refuted', 'Open', 'Unverifiable'],
  ...['Track record', 'Last cited'],
];

/** The source-reliability table, and the claims by reliability and credibility. */
export function SourcesSection({ report }: ReportProps): ReactNode {
  const sources = [...report.contents.sources.values()];
  return (
    <section id="sources" aria-labelledby="sources-title">
      <h2 id="sources-title">Source reliability</h2>
      {sources.length === 0 ? (
        <p className="muted">No sources are named.</p>
      ) : (
        <div className="wide" role="region" aria-label="Table of sources" tabIndex={0}>
          <table className="sources">
            <caption>
              Counts are over the whole case. Verdicts count for the source that a claim originates
              from, not for those who relay it. Track record: mean and central 90% interval on a
              scale from 0 to 100%.
            </caption>
            <thead>
              <tr>
                <th scope="col">Source</th>
                {columns.map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {sources.map((source) => (
                <SourceRow key={source.id} report={report} source={source} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <MatrixTable report={report} />
    </section>
  );
}

function SourceRow({ report, source }: ReportProps & { readonly source: Source }): ReactNode {
  const { view } = report.request;
  const record = trackRecord(view, source.id);
  const { supported, refuted, open, unverifiable } = record.verdicts;
  const counts = [record.originated, record.relayed, supported, refuted, open, unverifiable];
  return (
    <tr>
      <th scope="row">
        <span className="muted">{shortName(source)}</span>{' '}
        <Jump to={anchors.source(report, source.id)}>
          <Words>{source.name}</Words>
        </Jump>
        <span className="muted below">{termOf(sourceKinds, source.kind).label}</span>
      </th>
      <ReliabilityCell report={report} source={source} />
      {counts.map((count, index) => (
        <td key={index} className={count === 0 ? 'count none' : 'count'}>
          {count}
        </td>
      ))}
      <td>
        <TrackRecordBar estimate={record.estimate} />
      </td>
      <td>{record.lastCited === null ? '–' : dateLabel(record.lastCited)}</td>
    </tr>
  );
}

function ReliabilityCell({ report, source }: ReportProps & { readonly source: Source }): ReactNode {
  const history = ratingsOf(report.request.view, source.id, 'admiralty-reliability');
  const latest = history.at(-1);
  return (
    <td>
      <Letter value={latest?.value ?? null} />
      {latest !== undefined && (
        <span className="muted below">{dateLabel(latest.created.at.slice(0, 10))}</span>
      )}
      <span className="muted below">
        {latest === undefined ? 'not rated' : counted(history.length, 'rating')}
      </span>
    </td>
  );
}
