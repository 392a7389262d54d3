import { describe, expect, it } from 'vitest';
import { CaseBuilder } from '../../../domain/analysis/fixture.ts';
import type { CaseState } from '../../../domain/core/case-state.ts';
import { type Diff, emptyDiff } from '../../../domain/core/diff.ts';
import type { RecordType } from '../../../domain/core/ids.ts';
import type { AnyRecord, RecordOf } from '../../../domain/records/registry.ts';
import { RowSource } from '../../state/rows.ts';
import { type DocumentFacts, affected, prepare } from './document-facts.ts';
import { stateOf } from './use-document-rows.ts';

function aCase(): CaseState {
  const builder = new CaseBuilder();
  const wire = builder.source('Littoral Wire');
  const tag = builder.tag('port');
  const other = builder.tag('fire');
  const coded = builder.document('It burnt. It did not.', { publisher: wire });
  builder.highlight(coded, 'It did not', { tags: [tag] });
  builder.claim(coded, 'It burnt', [wire], { tags: [other, tag] });
  builder.document('Nothing here.');
  return builder.view();
}

function factsOf(view: CaseState): DocumentFacts[] {
  return [...view.all('document')].map(prepare(view));
}

function theOnly<T extends RecordType>(view: CaseState, type: T): RecordOf[T] {
  const [record] = view.all(type);
  if (record === undefined) throw new Error(`No ${type}`);
  return record;
}

function changed<R extends AnyRecord>(record: R, fields: Partial<R>): Diff {
  return { ...emptyDiff, updated: [[record, { ...record, ...fields }]] };
}

describe('what is known of a document', () => {
  it('counts what is in it, tags once', () => {
    const [coded, blank] = factsOf(aCase());
    expect(coded).toMatchObject({ publisher: 'Littoral Wire', highlights: 2, claims: 1 });
    expect(coded?.tags.toSorted()).toEqual(['fire', 'port']);
    expect(blank).toMatchObject({ publisher: '', highlights: 0, claims: 0, tags: [] });
  });

  it('is coded once something is highlighted, else read once it was opened', () => {
    const [coded, blank] = factsOf(aCase());
    if (coded === undefined || blank === undefined) throw new Error('Two documents');
    expect(stateOf(coded, new Set())).toBe('Coded');
    expect(stateOf(blank, new Set([blank.id]))).toBe('Read');
    expect(stateOf(blank, new Set([coded.id]))).toBe('Unread');
  });
});

// Each change is followed row by row, and must come out as if all rows had been made anew.
describe('it follows', () => {
  const changes: Record<string, (view: CaseState) => Diff> = {
    'a publisher renamed': (view) => changed(theOnly(view, 'source'), { name: 'Wire' }),
    'a tag renamed': (view) => changed(theOnly(view, 'tag'), { name: 'harbour' }),
    'a claim untagged': (view) => changed(theOnly(view, 'claim'), { tags: [] }),
    'a claim removed': (view) => ({ ...emptyDiff, removed: [theOnly(view, 'claim')] }),
    'a highlight removed': (view) => ({ ...emptyDiff, removed: [theOnly(view, 'highlight')] }),
    'a document retitled': (view) => changed(theOnly(view, 'document'), { title: 'Fire' }),
  };

  it.each(Object.entries(changes))('%s', (_, change) => {
    const view = aCase();
    const source = new RowSource<'document', DocumentFacts>({
      type: 'document',
      prepare,
      affected,
    });
    const before = source.rows({ view, seq: 1, diff: null });
    const diff = change(view);
    view.apply(diff);
    const after = source.rows({ view, seq: 2, diff });
    expect(after).not.toEqual(before);
    expect(after).toEqual(factsOf(view));
    expect(after[1]).toBe(before[1]);
  });
});
