import { describe, expect, it } from 'vitest';
import { CaseBuilder } from '../../domain/testing/case-builder.ts';
import { emptyDiff } from '../../domain/core/diff.ts';
import type { CaseReplica } from './case-replica.ts';
import { type RowPlan, RowSource } from './rows.ts';
import { changed, firstOf, follow, held, showing } from './testing/shown-case.ts';
import type { AnyId } from '../../domain/records/registry.ts';

interface Names {
  readonly names: string;
}

// What a row shows: the names of the sources that a claim cites.
const namesOfSources: RowPlan<'claim', Names> = {
  type: 'claim',
  row: (view, claim) => ({
    names: claim.attribution.map(({ source }) => view.get(source)?.name ?? '').join(),
  }),
};

function aCase() {
  const builder = new CaseBuilder();
  const [reuters, gazette] = [builder.source('Reuters'), builder.source('Gazette')];
  const document = builder.document('words');
  builder.claim(document, 'words', [reuters]);
  builder.claim(document, 'words', [gazette]);
  const replica = showing(builder.view().records());
  const source = new RowSource(namesOfSources);
  return { replica, source, document, reuters, gazette };
}

function rename(replica: CaseReplica, id: ReturnType<CaseBuilder['source']>, name: string): void {
  const source = held(replica).view.get(id);
  if (source === undefined) throw new Error('No such source');
  follow(replica, changed(source, { name }));
}

// No row shows a title.
function retitle(replica: CaseReplica, title = 'Anew'): void {
  follow(replica, changed(firstOf(held(replica).view, 'document'), { title }));
}

describe('RowSource', () => {
  it('makes only those rows anew that show something of the change', () => {
    const { replica, source, reuters } = aCase();
    const before = source.rows(held(replica));
    rename(replica, reuters, 'Agence');
    const after = source.rows(held(replica));
    expect(after.map(({ names }) => names)).toEqual(['Agence', 'Gazette']);
    expect(after[1]).toBe(before[1]);
    expect(source.rows(held(replica))).toBe(after);
  });

  it('keeps the list if a change touches no row', () => {
    const { replica, source } = aCase();
    const before = source.rows(held(replica));
    retitle(replica);
    expect(source.rows(held(replica))).toBe(before);
  });

  it('makes only those rows anew that show something of the changes made while nobody looked', () => {
    const { replica, source, reuters, gazette } = aCase();
    const before = source.rows(held(replica));
    rename(replica, gazette, 'Herald');
    retitle(replica);
    rename(replica, gazette, 'Post');
    const after = source.rows(held(replica));
    expect(after.map(({ names }) => names)).toEqual(['Reuters', 'Post']);
    expect(after[0]).toBe(before[0]);
    rename(replica, reuters, 'Agence');
    expect(source.rows(held(replica))[1]).toBe(after[1]);
  });

  it('makes every row anew after more changes than are remembered', () => {
    const { replica, source, reuters } = aCase();
    const before = source.rows(held(replica));
    rename(replica, reuters, 'Agence');
    for (let changes = 0; changes < 200; changes += 1) retitle(replica, `Title ${changes}`);
    const after = source.rows(held(replica));
    expect(after.map(({ names }) => names)).toEqual(['Agence', 'Gazette']);
    expect(after[1]).not.toBe(before[1]);
  });

  it('adds and removes rows with their records, in the order of the case', () => {
    const { replica, source } = aCase();
    source.rows(held(replica));
    const first = firstOf(held(replica).view, 'claim');
    follow(replica, { ...emptyDiff, removed: [first] });
    expect(source.rows(held(replica)).map(({ names }) => names)).toEqual(['Gazette']);
    follow(replica, { ...emptyDiff, created: [first] });
    expect(source.rows(held(replica)).map(({ names }) => names)).toEqual(['Gazette', 'Reuters']);
  });

  it('has every row, also where only some were made beforehand, whatever changed since', () => {
    const changes: [(made: ReturnType<typeof aCase>) => void, string[]][] = [
      [
        ({ replica, reuters }) => {
          rename(replica, reuters, 'Agence');
        },
        ['Agence', 'Gazette'],
      ],
      [
        ({ replica }) => {
          retitle(replica);
        },
        ['Reuters', 'Gazette'],
      ],
    ];
    for (const [change, names] of changes) {
      const made = aCase();
      made.source.prepare(held(made.replica)).next();
      change(made);
      expect(made.source.rows(held(made.replica)).map((row) => row.names)).toEqual(names);
    }
  });

  it('makes no row twice that was made beforehand, and none beforehand that is there', () => {
    const { replica } = aCase();
    const made: AnyId[] = [];
    const source = new RowSource({
      type: 'claim',
      row: (_, claim) => {
        made.push(claim.id);
        return {};
      },
    });
    source.prepare(held(replica)).next();
    expect(made).toHaveLength(1);
    const rows = source.rows(held(replica));
    expect(Array.from(source.prepare(held(replica)))).toEqual([]);
    expect(made).toEqual(Array.from(held(replica).view.all('claim'), ({ id }) => id));
    expect(source.rows(held(replica))).toBe(rows);
  });

  it('starts over with another case', () => {
    const { replica, source } = aCase();
    source.rows(held(replica));
    expect(source.rows(held(showing(new CaseBuilder().view().records())))).toEqual([]);
  });
});
