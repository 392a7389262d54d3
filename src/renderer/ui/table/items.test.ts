import { describe, expect, it } from 'vitest';
import { type GridRow, type Item, Items, recordsOf, toggledIn } from './items.ts';

function record(id: string): GridRow<string> {
  return { id, original: id.toUpperCase(), depth: 0, subRows: [] };
}

function group(value: string, subRows: GridRow<string>[], depth = 0): GridRow<string> {
  const id = `kind:${value}`;
  return { id, original: '', depth, subRows, groupingColumnId: 'kind', groupingValue: value };
}

const rows = [
  group('x', [record('a'), group('y', [record('b'), record('c')], 1)]),
  group('z', [record('d')]),
];
const open = { shutGroups: new Set<string>(), openRecords: new Set<string>() };

function linesOf<R>(items: Items<R>): Item<R>[] {
  return Array.from({ length: items.length }, (_, line) => items.at(line) ?? []).flat();
}

describe('Items', () => {
  it('lists groups with what is in them, counting records only', () => {
    const items = linesOf(new Items(rows, open, false));
    expect(items.map(({ id }) => id)).toEqual(['kind:x', 'a', 'kind:y', 'b', 'c', 'kind:z', 'd']);
    expect(items.map((item) => (item.kind === 'group' ? item.count : null))).toEqual([
      ...[3, null, 2, null, null, 1, null],
    ]);
  });

  it('leaves out what is in a shut group', () => {
    const shut = { ...open, shutGroups: new Set(['kind:x']) };
    const items = linesOf(new Items(rows, shut, false));
    expect(items.map(({ id }) => id)).toEqual(['kind:x', 'kind:z', 'd']);
  });

  it('puts details below their record, where there are any', () => {
    const unfolded = { ...open, openRecords: new Set(['a']) };
    const flat = [record('a'), record('b')];
    const items = new Items(flat, unfolded, true);
    expect(linesOf(items).map(({ kind }) => kind)).toEqual(['record', 'detail', 'record']);
    expect([...items.details]).toEqual([[1, 'a/details']]);
    expect(new Items(flat, unfolded, false)).toHaveLength(2);
  });

  it('says of each record whether it is open, where there are details', () => {
    function openness(hasDetails: boolean) {
      const unfolded = { ...open, openRecords: new Set(['b']) };
      const items = new Items([record('a'), record('b')], unfolded, hasDetails);
      return [items.at(0), items.at(items.lineOf('b'))].map(
        (item) => item?.kind === 'record' && item.isOpen,
      );
    }
    expect(openness(true)).toEqual([false, true]);
    expect(openness(false)).toEqual([null, null]);
  });

  it('finds the line of an item, and nothing beyond its ends', () => {
    const items = new Items(rows, open, false);
    expect(['kind:x', 'c', 'd', 'e', null].map((id) => items.lineOf(id))).toEqual([
      0, 4, 6, -1, -1,
    ]);
    expect([items.at(-1), items.at(7)]).toEqual([undefined, undefined]);
  });

  it('selects the records between two lines, in either direction', () => {
    const items = new Items(rows, open, false);
    expect(items.recordIdsBetween(1, 4)).toEqual(['a', 'b', 'c']);
    expect(items.recordIdsBetween(4, 1)).toEqual(['a', 'b', 'c']);
  });
});

it('gives the records of all groups, shut or not', () => {
  expect(recordsOf(rows)).toEqual(['A', 'B', 'C', 'D']);
});

it('toggles without touching the set it was given', () => {
  const set = new Set(['a']);
  expect([...toggledIn(set, 'b')]).toEqual(['a', 'b']);
  expect([...toggledIn(set, 'a')]).toEqual([]);
  expect([...set]).toEqual(['a']);
});
