import { expect, test } from 'vitest';
import { claimsOn, highlightsInOrder, numberHighlights } from './document-order.ts';
import { CaseState } from '../core/case-state.ts';
import { CaseBuilder } from '../testing/case-builder.ts';

test('highlights go by their first word, the longer first where two begin together', () => {
  const build = new CaseBuilder();
  const document = build.document('one two three four');
  const last = build.highlight(document, 'three');
  const short = build.highlight(document, 'one');
  const split = build.highlight(document, ['two', 'four']);
  const long = build.highlight(document, 'one two');
  const order = highlightsInOrder(build.view(), document).map((highlight) => highlight.id);
  expect(order).toEqual([long, short, split, last]);
});

test('numbers run on from document to document, in the order asked for', () => {
  const build = new CaseBuilder();
  const first = build.document('one two');
  const second = build.document('three');
  const two = build.highlight(first, 'two');
  const one = build.highlight(first, 'one');
  const three = build.highlight(second, 'three');
  expect([...numberHighlights(build.view(), [second, first])]).toEqual([
    [three, 1],
    [one, 2],
    [two, 3],
  ]);
});

test('a number follows the last word, so that an enclosed highlight comes before the one around it', () => {
  const build = new CaseBuilder();
  const document = build.document('one two three four');
  const around = build.highlight(document, 'one two three');
  const enclosed = build.highlight(document, 'two');
  const discontinuous = build.highlight(document, ['one', 'four']);
  expect([...numberHighlights(build.view(), [document]).keys()]).toEqual([
    discontinuous,
    enclosed,
    around,
  ]);
});

test('the claims of a highlight are those it is evidence for', () => {
  const build = new CaseBuilder();
  const document = build.document('one two');
  const shared = build.highlight(document, 'one');
  const first = build.claim(document, 'first', [], { highlights: [shared] });
  build.claim(document, 'two');
  const second = build.claim(document, 'second', [], { highlights: [shared] });
  expect(claimsOn(build.view(), shared).map((claim) => claim.id)).toEqual([first, second]);
});

test('the claims of a highlight are oldest first, in whatever order they came into the case', () => {
  const build = new CaseBuilder();
  const document = build.document('one');
  const highlight = build.highlight(document, 'one');
  const claims = ['A', 'B', 'C'].map((words) =>
    build.claim(document, words, [], { highlights: [highlight] }),
  );
  const all = [...build.view().records()];
  for (const records of [all, all.toReversed(), [...all.slice(-1), ...all.slice(0, -1)]]) {
    const found = claimsOn(new CaseState(records), highlight);
    expect(found.map(({ id }) => id)).toEqual(claims);
  }
});
