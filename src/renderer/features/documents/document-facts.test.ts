import { describe, expect, it } from 'vitest';
import { CaseBuilder } from '../../../domain/testing/case-builder.ts';
import type { CaseState } from '../../../domain/core/case-state.ts';
import { type Diff, emptyDiff } from '../../../domain/core/diff.ts';
import { changed, firstOf, rowsAround } from '../../state/testing/shown-case.ts';
import { type DocumentFacts, documentFactsPlan } from './document-facts.ts';
import { readingStateOf } from './use-document-rows.ts';

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
  return Array.from(view.all('document'), (record) => documentFactsPlan.row(view, record));
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
    expect(readingStateOf(coded, new Set())).toBe('Coded');
    expect(readingStateOf(blank, new Set([blank.id]))).toBe('Read');
    expect(readingStateOf(blank, new Set([coded.id]))).toBe('Unread');
  });
});

// Each change is followed row by row, and must come out as if all rows had been made anew.
describe('it follows', () => {
  const changes: Record<string, (view: CaseState) => Diff> = {
    'a publisher renamed': (view) => changed(firstOf(view, 'source'), { name: 'Wire' }),
    'a tag renamed': (view) => changed(firstOf(view, 'tag'), { name: 'harbour' }),
    'a claim untagged': (view) => changed(firstOf(view, 'claim'), { tags: [] }),
    'a claim removed': (view) => ({ ...emptyDiff, removed: [firstOf(view, 'claim')] }),
    'a highlight removed': (view) => ({ ...emptyDiff, removed: [firstOf(view, 'highlight')] }),
    'a document retitled': (view) => changed(firstOf(view, 'document'), { title: 'Fire' }),
  };

  it.each(Object.entries(changes))('%s', (_, change) => {
    const view = aCase();
    const { before, after, anew } = rowsAround(documentFactsPlan, view.records(), change(view));
    expect(after).not.toEqual(before);
    expect(after).toEqual(anew);
    expect(after[1]).toBe(before[1]);
  });
});
