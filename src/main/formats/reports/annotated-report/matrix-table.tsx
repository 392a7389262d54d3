import type { ReactNode } from 'react';
import {
  type AdmiraltyCell,
  admiraltyMatrix,
} from '../../../../domain/analysis/admiralty-matrix.ts';
import { counted } from '../../../../domain/core/counted.ts';
import { shortName } from '../../../../domain/records/registry.ts';
import { credibility } from '../../../../domain/scales/admiralty-credibility.ts';
import { reliability } from '../../../../domain/scales/admiralty-reliability.ts';
import { type ReportProps, anchors } from './report.ts';
import type { ClaimId } from '../../../../domain/records/claim/record.ts';

/** The report's claims in the 6×6 matrix of the Admiralty code, each by its number; nothing without a graded claim. */
export function MatrixTable({ report }: ReportProps): ReactNode {
  const { view } = report.request;
  const matrix = admiraltyMatrix(view, [...report.contents.claims.values()]);
  if (matrix.rows.flat().every((cell) => cell.claims.length === 0)) return null;
  const { unrated } = matrix;
  const left = unrated.reliability.length + unrated.credibility.length + unrated.both.length;
  return (
    <div
      className="wide"
      role="region"
      aria-label="Claims by reliability and credibility"
      tabIndex={0}
    >
      <table className="matrix">
        <caption>
          Claims by reliability of their origin (rows) and their credibility (columns)
          {left > 0 && `; ${counted(left, 'claim')} without a letter or digit not shown`}.
        </caption>
        <thead>
          <tr>
            <td />
            {credibility.grades.map((grade) => (
              <th key={grade.value} scope="col">
                {grade.value} <span className="muted below">{grade.label}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matrix.rows.map((cells, index) => (
            <tr key={index}>
              <th scope="row">
                {reliability.grades[index]?.value}{' '}
                <span className="muted">{reliability.grades[index]?.label}</span>
              </th>
              {cells.map((cell) => (
                <Cell key={cell.credibility} report={report} cell={cell} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ report, cell }: ReportProps & { readonly cell: AdmiraltyCell }): ReactNode {
  if (cell.claims.length === 0) return <td />;
  return (
    <td className="filled">
      {cell.claims.map((id, index) => (
        <span key={id}>
          {index > 0 && ', '}
          <ClaimNumber report={report} claim={id} />
        </span>
      ))}
    </td>
  );
}

function ClaimNumber({ report, claim }: ReportProps & { readonly claim: ClaimId }): ReactNode {
  const found = report.contents.claims.get(claim);
  return found && <a href={`#${anchors.claim(report, claim) ?? ''}`}>{shortName(found)}</a>;
}
