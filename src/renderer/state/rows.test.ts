import { describe, expect, it } from 'vitest';
import { CaseBuilder } from '../../domain/analysis/fixture.ts';
import type { CaseState } from '../../domain/core/case-state.ts';
import type { Diff } from '../../domain/core/diff.ts';
import type { AnyRecord } from '../../domain/records/registry.ts';
import { RowSource } from './rows.ts';

function aCase() {
  const builder = new CaseBuilder();
  const [reuters, gazette] = [builder.source('Reuters'), builder.source('Gazette')];
  const document = builder.document('words');
  builder.claim(document, 'words', [reuters]);
  builder.claim(document, 'words', [gazette]);
  return { view: builder.view(), document, reuters, gazette };
}

// What a row shows: the names of the sources that a claim cites.
function namesSource(): RowSource<'claim', { readonly names: string }> {
  return new RowSource({
    type: 'claim',
    prepare: (view) => (claim) => ({
      names: claim.attribution.map(({ source }) => view.get(source)?.name ?? '').join(),
    }),
    affected: (changed, view) => (changed.type === 'source' ? view.referrers(changed.id) : []),
  });
}

function change(view: CaseState, before: AnyRecord, after: AnyRecord): Diff {
  const diff = {
    created: [],
    updated: [[before, after] satisfies [AnyRecord, AnyRecord]],
    removed: [],
  };
  view.apply(diff);
  return diff;
}

function renamed(view: CaseState, id: ReturnType<CaseBuilder['source']>, name: string): Diff {
  const source = view.get(id);
  if (source === undefined) throw new Error('No such source');
  return change(view, source, { ...source, name });
}

// No row shows a title.
function retitled(view: CaseState, id: ReturnType<CaseBuilder['document']>): Diff {
  const document = view.get(id);
  if (document === undefined) throw new Error('No such document');
  return change(view, document, { ...document, title: 'Anew' });
}

describe('RowSource', () => {
  it('makes only those rows anew that show something of the change', () => {
    const { view, reuters } = aCase();
    const source = namesSource();
    const before = source.rows({ view, seq: 1, diff: null });
    const after = source.rows({ view, seq: 2, diff: renamed(view, reuters, 'Agence') });
    expect(after.map(({ names }) => names)).toEqual(['Agence', 'Gazette']);
    expect(after[1]).toBe(before[1]);
    expect(source.rows({ view, seq: 2, diff: null })).toBe(after);
  });

  it('keeps the list if a change touches no row', () => {
    const { view } = aCase();
    const source = namesSource();
    const before = source.rows({ view, seq: 1, diff: null });
    const [analyst] = view.all('analyst');
    if (analyst === undefined) throw new Error('No analyst');
    const diff = change(view, analyst, { ...analyst, name: 'Bea' });
    expect(source.rows({ view, seq: 2, diff })).toBe(before);
  });

  it('makes every row anew after changes it did not see', () => {
    const { view, reuters, gazette } = aCase();
    const source = namesSource();
    source.rows({ view, seq: 1, diff: null });
    renamed(view, reuters, 'Agence');
    const rows = source.rows({ view, seq: 3, diff: renamed(view, gazette, 'Herald') });
    expect(rows.map(({ names }) => names)).toEqual(['Agence', 'Herald']);
  });

  it('adds and removes rows with their records', () => {
    const { view } = aCase();
    const source = namesSource();
    source.rows({ view, seq: 1, diff: null });
    const [first] = view.all('claim');
    if (first === undefined) throw new Error('No claim');
    const diff = { created: [], updated: [], removed: [first] };
    view.apply(diff);
    expect(source.rows({ view, seq: 2, diff })).toHaveLength(1);
  });

  it('has every row, also where only some were made beforehand, whatever changed since', () => {
    const changes: [(made: ReturnType<typeof aCase>) => Diff, string[]][] = [
      [({ view, reuters }) => renamed(view, reuters, 'Agence'), ['Agence', 'Gazette']],
      [({ view, document }) => retitled(view, document), ['Reuters', 'Gazette']],
    ];
    for (const [change, names] of changes) {
      const made = aCase();
      const source = namesSource();
      source.prepare({ view: made.view, seq: 1 }).next();
      const rows = source.rows({ view: made.view, seq: 2, diff: change(made) });
      expect(rows.map((row) => row.names)).toEqual(names);
    }
  });

  it('makes no row twice that was made beforehand, and none beforehand that is there', () => {
    const { view } = aCase();
    const made: string[] = [];
    const source = new RowSource({
      type: 'claim',
      prepare: () => (claim) => {
        made.push(claim.id);
        return {};
      },
      affected: () => [],
    });
    source.prepare({ view, seq: 1 }).next();
    expect(made).toHaveLength(1);
    const rows = source.rows({ view, seq: 1, diff: null });
    expect(Array.from(source.prepare({ view, seq: 1 }))).toEqual([]);
    expect(made).toEqual(Array.from(view.all('claim'), ({ id }) => id));
    expect(source.rows({ view, seq: 1, diff: null })).toBe(rows);
  });

  it('starts over with another case', () => {
    const source = namesSource();
    source.rows({ view: aCase().view, seq: 5, diff: null });
    const other = new CaseBuilder().view();
    expect(source.rows({ view: other, seq: 5, diff: null })).toEqual([]);
  });
});
