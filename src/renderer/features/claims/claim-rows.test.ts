import { describe, expect, it } from 'vitest';
import { CaseBuilder } from '../../../domain/testing/case-builder.ts';
import type { CaseState } from '../../../domain/core/case-state.ts';
import { type Diff, emptyDiff } from '../../../domain/core/diff.ts';
import { changed, firstOf, rowsAround } from '../../state/testing/shown-case.ts';
import { type ClaimRow, claimRowPlan } from './claim-rows.ts';

function aCase(): CaseState {
  const builder = new CaseBuilder();
  const reuters = builder.source('Reuters');
  const official = builder.source('An official');
  const tag = builder.tag('port');
  const document = builder.document('It burnt. It did not.', { title: 'Fire', date: '2026-03-14' });
  const burnt = builder.claim(document, 'It burnt', [reuters, official], { tags: [tag] });
  const not = builder.claim(document, 'It did not', [reuters]);
  builder.rate(official, 'admiralty-reliability', 'B');
  builder.rate(burnt, 'admiralty-credibility', '2');
  builder.rate(burnt, 'verdict', 'supported');
  builder.link(burnt, 'contradicts', not);
  return builder.view();
}

function rowsOf(view: CaseState): ClaimRow[] {
  return Array.from(view.all('claim'), (record) => claimRowPlan.row(view, record));
}

describe('a claim row', () => {
  it('shows the claim with its chain, its grades and its verdict', () => {
    const [burnt, not] = rowsOf(aCase());
    expect(burnt).toMatchObject({
      chain: ['Reuters', 'An official'],
      origin: 'An official',
      reliability: 'B',
      credibility: '2',
      verdict: 'supported',
      document: 'Fire',
      documentDate: '2026-03-14',
      links: 1,
      analyst: 'Ada Analyst',
    });
    expect(burnt?.tags.map(({ name }) => name)).toEqual(['port']);
    expect(not).toMatchObject({
      origin: 'Reuters',
      reliability: null,
      credibility: null,
      verdict: 'open',
      links: 1,
    });
  });

  it('shows no origin where nobody is named', () => {
    const builder = new CaseBuilder();
    builder.claim(builder.document('It burnt.'), 'It burnt');
    expect(rowsOf(builder.view())[0]).toMatchObject({
      ...{ origin: null, chain: [], reliability: null },
    });
  });
});

// Each change is followed row by row, and must come out as if all rows had been made anew.
describe('claim rows follow', () => {
  const changes: Record<string, (view: CaseState) => Diff> = {
    'a source renamed': (view) => changed(firstOf(view, 'source'), { name: 'Agence' }),
    'a tag renamed': (view) => changed(firstOf(view, 'tag'), { name: 'harbour' }),
    'a document dated': (view) => changed(firstOf(view, 'document'), { date: '2025-01-01' }),
    'an analyst renamed': (view) => changed(firstOf(view, 'analyst'), { name: 'Bea' }),
    'a claim reworded': (view) => changed(firstOf(view, 'claim'), { statement: 'It burnt down' }),
    'a chain shortened': (view) =>
      changed(firstOf(view, 'claim'), {
        attribution: firstOf(view, 'claim').attribution.slice(0, 1),
      }),
    'a link removed': (view) => ({ ...emptyDiff, removed: [firstOf(view, 'link')] }),
    'ratings removed': (view) => ({ ...emptyDiff, removed: [...view.all('rating')] }),
    'ratings changed': (view) => ({
      ...emptyDiff,
      updated: [...view.all('rating')].map((rating) => [
        rating,
        {
          ...rating,
          value: rating.scale === 'verdict' ? 'refuted' : rating.value === 'B' ? 'E' : '5',
        },
      ]),
    }),
    'a claim removed with what hangs on it': (view) => ({
      ...emptyDiff,
      removed: [firstOf(view, 'claim'), firstOf(view, 'link'), ...[...view.all('rating')].slice(1)],
    }),
  };

  it.each(Object.entries(changes))('%s', (_, change) => {
    const view = aCase();
    const { before, after, anew } = rowsAround(claimRowPlan, view.records(), change(view));
    expect(after).not.toEqual(before);
    expect(after).toEqual(anew);
  });
});
