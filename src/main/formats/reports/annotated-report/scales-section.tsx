import type { ReactNode } from 'react';
import { credibility } from '../../../../domain/scales/admiralty-credibility.ts';
import { reliability } from '../../../../domain/scales/admiralty-reliability.ts';
import { allScales } from '../../../../domain/scales/registry.ts';
import { type Grade, type Scale, gradeTerms } from '../../../../domain/scales/scale.ts';
import { tlp } from '../../../../domain/scales/tlp.ts';
import type { Report, ReportProps } from './report.ts';

interface Legend {
  readonly name: string;
  readonly standard: string;
  readonly signs: readonly { readonly sign: string; readonly meaning: string }[];
}

const marking: Legend = {
  name: 'Marking',
  standard: 'Traffic Light Protocol 2.0 (FIRST)',
  signs: tlp.map(({ label, meaning }) => ({ sign: label, meaning })),
};

/** What the grades, verdicts and markings of the report say, and whose words these are. */
export function ScalesSection({ report }: ReportProps): ReactNode {
  return (
    <section id="scales" aria-labelledby="scales-title">
      <h2 id="scales-title">Scales</h2>
      <p className="measure">
        A grade such as B2 joins two independent judgements: how reliable the origin of a claim is
        (the letter), and how credible the claim is in itself (the digit). {reliability.unrated} and{' '}
        {credibility.unrated} say that there is no basis to judge; a dash says that nobody has
        judged yet.
      </p>
      <div className="scales">
        {[...scalesIn(report).map(legendOf), marking].map((legend) => (
          <ScaleLegend key={legend.name} legend={legend} />
        ))}
      </div>
    </section>
  );
}

// A scale that rates nothing yet is of use to the reader only where somebody has rated on it all the same.
function scalesIn({ request }: Report): readonly Scale[] {
  const used = new Set(Array.from(request.view.all('rating'), ({ scale }) => scale));
  return allScales.filter(({ id, rates }) => rates.length > 0 || used.has(id));
}

function legendOf({ name, standard, hasCodes, grades }: Scale): Legend {
  return {
    name,
    standard: standard ?? 'Assay',
    signs: grades.map((grade) => ({ sign: signOf(grade, hasCodes), meaning: grade.meaning })),
  };
}

// A letter or digit needs its label beside it; a word is its own.
function signOf(grade: Grade, isCode: boolean): string {
  return isCode ? `${grade.value} – ${gradeTerms(grade)}` : gradeTerms(grade);
}

function ScaleLegend({ legend }: { readonly legend: Legend }): ReactNode {
  return (
    <div className="scale">
      <h3>{legend.name}</h3>
      <p className="muted">{legend.standard}</p>
      <dl>
        {legend.signs.map(({ sign, meaning }) => (
          <div key={sign}>
            <dt>{sign}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
