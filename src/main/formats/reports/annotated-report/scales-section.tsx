import type { ReactNode } from 'react';
import type { Scale } from '../../../../domain/scales/scale.ts';
import { scales } from '../../../../domain/scales/registry.ts';
import { tlp } from '../../../../domain/scales/tlp.ts';

const marking: Pick<Scale, 'name' | 'standard' | 'grades'> = {
  name: 'Marking',
  standard: 'Traffic Light Protocol 2.0 (FIRST)',
  grades: tlp.map(({ label, meaning }) => ({ value: label, label: '', meaning })),
};

/** What the grades, verdicts and markings of the report say, and whose words these are. */
export function ScalesSection(): ReactNode {
  return (
    <section id="scales" aria-labelledby="scales-title">
      <h2 id="scales-title">Scales</h2>
      <p className="measure">
        A grade such as B2 joins two independent judgements: how reliable the origin of a claim is
        (the letter), and how credible the claim is in itself (the digit). F and 6 say that there is
        no basis to judge; a dash says that nobody has judged yet.
      </p>
      <div className="scales">
        {[...Object.values(scales), marking].map((scale) => (
          <ScaleLegend key={scale.name} scale={scale} />
        ))}
      </div>
    </section>
  );
}

function ScaleLegend(props: {
  readonly scale: Pick<Scale, 'name' | 'standard' | 'grades'>;
}): ReactNode {
  const { scale } = props;
  return (
    <div className="scale">
      <h3>{scale.name}</h3>
      <p className="muted">{scale.standard}</p>
      <dl>
        {scale.grades.map((grade) => (
          <div key={grade.value}>
            <dt>{signOf(grade.value, grade.label)}</dt>
            <dd>{grade.meaning}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

// A letter or digit needs its label beside it; a word is its own.
function signOf(value: string, label: string): string {
  if (label === '') return value;
  return value.length === 1 ? `${value} – ${label}` : label;
}
