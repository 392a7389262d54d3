import { expect, test } from 'vitest';
import { CaseState } from '../core/case-state.ts';
import { CaseBuilder } from '../testing/case-builder.ts';
import { currentRating, ratingsOf, verdictOf } from './ratings.ts';

function ratedCase() {
  const build = new CaseBuilder();
  const paper = build.source('The Courier');
  const claim = build.claim(build.document('It burned.'), 'It burned', [paper]);
  return { build, paper, claim };
}

test('a history is oldest first, whatever the order in which ratings came into the case', () => {
  const { build, paper } = ratedCase();
  const at = (day: number) => ({
    created: { ...stampOf(build), at: `2026-03-0${day}T00:00:00.000Z` },
  });
  build.rate(paper, 'admiralty-reliability', 'C', at(3));
  build.rate(paper, 'admiralty-reliability', 'A', at(1));
  build.rate(paper, 'admiralty-reliability', 'B', at(2));
  const view = build.view();
  expect(ratingsOf(view, paper, 'admiralty-reliability').map((rating) => rating.value)).toEqual([
    'A',
    'B',
    'C',
  ]);
  expect(currentRating(view, paper, 'admiralty-reliability')?.value).toBe('C');
});

test('of two ratings at the same moment the later id holds', () => {
  const { build, paper } = ratedCase();
  const created = stampOf(build);
  build.rate(paper, 'admiralty-reliability', 'B', { created });
  build.rate(paper, 'admiralty-reliability', 'D', { created });
  const records = [...build.view().records()];
  for (const view of [records, records.toReversed()].map((all) => new CaseState(all))) {
    expect(currentRating(view, paper, 'admiralty-reliability')?.value).toBe('D');
    const history = ratingsOf(view, paper, 'admiralty-reliability');
    expect(history.map(({ value }) => value)).toEqual(['B', 'D']);
  }
});

test('scales and subjects do not mix', () => {
  const { build, paper, claim } = ratedCase();
  build.rate(claim, 'admiralty-credibility', '2');
  const view = build.view();
  expect(ratingsOf(view, claim, 'verdict')).toEqual([]);
  expect(currentRating(view, paper, 'admiralty-reliability')).toBeNull();
});

test('a claim is open until there is a verdict, and open again when the verdict is taken back', () => {
  const { build, claim } = ratedCase();
  expect(verdictOf(build.view(), claim)).toBe('open');
  build.rate(claim, 'verdict', 'refuted');
  expect(verdictOf(build.view(), claim)).toBe('refuted');
  build.rate(claim, 'verdict', 'open');
  expect(verdictOf(build.view(), claim)).toBe('open');
});

function stampOf(build: CaseBuilder) {
  const [record] = build.view().all('case');
  if (record === undefined) throw new Error('A case without its record');
  return record.created;
}
