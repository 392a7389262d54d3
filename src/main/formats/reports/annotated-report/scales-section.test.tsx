import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { CaseBuilder } from '../../../../domain/testing/case-builder.ts';
import { CaseState } from '../../../../domain/core/case-state.ts';
import type { Rating } from '../../../../domain/records/rating/record.ts';
import { gatherContents } from '../contents.ts';
import { requestFor } from '../testing/small-case.ts';
import { ScalesSection } from './scales-section.tsx';

// The legends of a case in which one rating is as `changes` say, whether or not a command would have made it so.
function legendsWith(changes: Partial<Rating>): string {
  const build = new CaseBuilder();
  const document = build.document('It will burn.');
  const rating = build.rate(build.claim(document, 'burn'), 'verdict', 'supported');
  const built = requestFor(build, [document], 'html');
  const records = [...build.view().records()].map((record) =>
    record.id === rating && record.type === 'rating' ? { ...record, ...changes } : record,
  );
  const request = { ...built, view: new CaseState(records) };
  const contents = gatherContents(request);
  if (!contents.ok) throw new Error(contents.error.message);
  return renderToStaticMarkup(<ScalesSection report={{ request, contents: contents.value }} />);
}

test('a scale on which nothing can be rated yet is explained where somebody has rated on it', () => {
  const legends = legendsWith({ scale: 'icd203-likelihood', value: 'very-likely' });
  expect(legends).toContain('<h3>Verdict</h3>');
  expect(legends).toContain('<h3>Likelihood</h3>');
  expect(legends).toContain('<dt>Very likely, or highly probable</dt>');
  expect(legends).toContain('<dd>A probability of 80 to 95 percent.</dd>');
  expect(legends).not.toContain('<h3>Confidence</h3>');
});

test('a code has its label beside it, and the codes that judge nothing are named', () => {
  const legends = legendsWith({});
  expect(legends).toContain('<dt>B – Usually reliable</dt>');
  expect(legends).toContain('<dt>Supported</dt>');
  expect(legends).toContain('F and 6 say that there is no basis to judge');
  expect(legends).not.toContain('<h3>Likelihood</h3>');
});
