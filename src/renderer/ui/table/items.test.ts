import { describe, expect, it } from 'vitest';
import { type GridRow, itemsOf, recordIdsBetween, recordsOf, toggledIn } from './items.ts';

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

describe('itemsOf', () => {
  it('lists groups with what is in them, counting records only', () => {
    const items = itemsOf(rows, open, false);
    expect(items.map(({ id }) => id)).toEqual(['kind:x', 'a', 'kind:y', 'b', 'c', 'kind:z', 'd']);
    expect(items.map((item) => (item.kind === 'group' ? item.count : null))).toEqual([
      ...[3, null, 2, null, null, 1, null],
    ]);
  });

  it('leaves out what is in a shut group', () => {
    const items = itemsOf(rows, { ...open, shutGroups: new Set(['kind:x']) }, false);
    expect(items.map(({ id }) => id)).toEqual(['kind:x', 'kind:z', 'd']);
  });

  it('puts details below their record, where there are any', () => {
    const unfolded = { ...open, openRecords: new Set(['a']) };
    const flat = [record('a'), record('b')];
    expect(itemsOf(flat, unfolded, true).map(({ kind }) => kind)).toEqual([
      'record',
      'detail',
      'record',
    ]);
    expect(itemsOf(flat, unfolded, false)).toHaveLength(2);
  });
});

it('gives the records of all groups, shut or not', () => {
  expect(recordsOf(rows)).toEqual(['A', 'B', 'C', 'D']);
});

it('selects the records between two lines, in either direction', () => {
  const items = itemsOf(rows, open, false);
  expect(recordIdsBetween(items, 1, 4)).toEqual(['a', 'b', 'c']);
  expect(recordIdsBetween(items, 4, 1)).toEqual(['a', 'b', 'c']);
});

it('toggles without touching the set it was given', () => {
  const set = new Set(['a']);
  expect([...toggledIn(set, 'b')]).toEqual(['a', 'b']);
  expect([...toggledIn(set, 'a')]).toEqual([]);
  expect([...set]).toEqual(['a']);
});
