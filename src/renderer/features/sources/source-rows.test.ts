import { describe, expect, it } from 'vitest';
import { CaseBuilder } from '../../../domain/testing/case-builder.ts';
import type { CaseState } from '../../../domain/core/case-state.ts';
import { type Diff, emptyDiff } from '../../../domain/core/diff.ts';
import { changed, firstOf, rowsAround } from '../../state/testing/shown-case.ts';
import { type SourceRow, sourceRowPlan } from './source-rows.ts';
import { describeEstimate } from './track-record-bar.tsx';

function aCase(): CaseState {
  const builder = new CaseBuilder();
  const group = builder.source('Littoral Group', { kind: 'organisation' });
  const wire = builder.source('Littoral Wire', { parent: group });
  const official = builder.source('An official', { kind: 'anonymous-person' });
  const document = builder.document('It burnt. It did not.', { date: '2026-03-14' });
  const burnt = builder.claim(document, 'It burnt', [wire, official]);
  builder.claim(document, 'It did not', [wire]);
  builder.rate(official, 'admiralty-reliability', 'D');
  builder.rate(official, 'admiralty-reliability', 'C');
  builder.rate(burnt, 'verdict', 'supported');
  return builder.view();
}

function rowsOf(view: CaseState): SourceRow[] {
  return Array.from(view.all('source'), (record) => sourceRowPlan.row(view, record));
}

describe('a source row', () => {
  it('shows letter, history and record', () => {
    const [group, wire, official] = rowsOf(aCase());
    expect(group).toMatchObject({ letter: null, ratings: 0, parent: '' });
    expect(wire).toMatchObject({ parent: 'Littoral Group', record: { originated: 1, relayed: 1 } });
    expect(official).toMatchObject({ letter: 'C', ratings: 2 });
    expect(official?.record).toMatchObject({
      originated: 1,
      verdicts: { supported: 1 },
      lastCited: '2026-03-14',
    });
  });

  it('says the record in words, and that there is none', () => {
    const [group, , official] = rowsOf(aCase());
    expect(describeEstimate(group?.record.estimate ?? null)).toBe('no record');
    expect(describeEstimate(official?.record.estimate ?? null)).toBe(
      '75 %, 90 % interval 23 % to 100 %',
    );
  });
});

// Each change is followed row by row, and must come out as if all rows had been made anew.
describe('source rows follow', () => {
  const changes: Record<string, (view: CaseState) => Diff> = {
    'a parent renamed': (view) => changed(firstOf(view, 'source'), { name: 'Group' }),
    'a claim of other sources': (view) => changed(firstOf(view, 'claim'), { attribution: [] }),
    'a document dated': (view) => changed(firstOf(view, 'document'), { date: '2025-01-01' }),
    'ratings removed': (view) => ({ ...emptyDiff, removed: [...view.all('rating')] }),
    'a verdict turned': (view) => ({
      ...emptyDiff,
      updated: [...view.all('rating')]
        .filter(({ scale }) => scale === 'verdict')
        .map((rating) => [rating, { ...rating, value: 'refuted' }]),
    }),
    'a claim removed with its verdict': (view) => ({
      ...emptyDiff,
      removed: [
        firstOf(view, 'claim'),
        ...[...view.all('rating')].filter(({ scale }) => scale === 'verdict'),
      ],
    }),
  };

  it.each(Object.entries(changes))('%s', (_, change) => {
    const view = aCase();
    const { before, after, anew } = rowsAround(sourceRowPlan, view.records(), change(view));
    expect(after).not.toEqual(before);
    expect(after).toEqual(anew);
  });
});
