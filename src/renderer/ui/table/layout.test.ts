import { describe, expect, it } from 'vitest';
import {
  TableLayout,
  columnWidths,
  filteredBy,
  movedTo,
  resized,
  sortedAlsoBy,
  sortedBy,
  tableLayout,
  toggledColumn,
  toggledGroup,
  toggledPin,
  unfiltered,
} from './layout.ts';

const columns = ['a', 'b', 'c', 'd'].map((id) => ({ id }));
const layout = tableLayout();

describe('sorting', () => {
  it('goes from ascending to descending to none', () => {
    const once = sortedBy(layout, 'a');
    const twice = sortedBy(once, 'a');
    expect(once.sort).toEqual([{ id: 'a', desc: false }]);
    expect(twice.sort).toEqual([{ id: 'a', desc: true }]);
    expect(sortedBy(twice, 'a').sort).toEqual([]);
    expect(sortedBy(twice, 'b').sort).toEqual([{ id: 'b', desc: false }]);
  });

  it('adds columns after those there are, each in its own place', () => {
    const both = sortedAlsoBy(sortedBy(layout, 'a'), 'b');
    expect(both.sort.map(({ id }) => id)).toEqual(['a', 'b']);
    const turned = sortedAlsoBy(both, 'a');
    expect(turned.sort).toEqual([
      { id: 'a', desc: true },
      { id: 'b', desc: false },
    ]);
    expect(sortedAlsoBy(turned, 'a').sort).toEqual([{ id: 'b', desc: false }]);
  });
});

describe('moving', () => {
  it('puts a column before or after another, whatever order was remembered', () => {
    expect(movedTo(layout, columns, 'd', { id: 'a', side: 'before' }).order).toEqual([
      'd',
      'a',
      'b',
      'c',
    ]);
    const remembered = tableLayout({ order: ['c', 'gone', 'a'] });
    expect(movedTo(remembered, columns, 'c', { id: 'b', side: 'after' }).order).toEqual([
      'a',
      'b',
      'c',
      'd',
    ]);
  });

  it('pins a column that is put among pinned ones, and unpins one that is taken away', () => {
    const pinned = tableLayout({ pinned: ['a', 'b'] });
    expect(movedTo(pinned, columns, 'd', { id: 'b', side: 'before' }).pinned).toEqual([
      'a',
      'd',
      'b',
    ]);
    expect(movedTo(pinned, columns, 'a', { id: 'c', side: 'after' }).pinned).toEqual(['b']);
  });
});

describe('the rest', () => {
  it('toggles', () => {
    expect(toggledColumn(toggledColumn(layout, 'a'), 'a')).toEqual(layout);
    expect(toggledPin(layout, 'a').pinned).toEqual(['a']);
    expect(toggledGroup(toggledGroup(layout, 'b'), 'a').group).toEqual(['b', 'a']);
  });

  it('keeps widths within bounds', () => {
    expect(resized(layout, 'a', 1).widths['a']).toBe(columnWidths.least);
    expect(resized(layout, 'a', 99_999).widths['a']).toBe(columnWidths.most);
  });

  it('sets, replaces and clears filters', () => {
    const filtered = filteredBy(layout, 'a', { kind: 'text', text: 'x' });
    expect(filteredBy(filtered, 'a', null).filters).toEqual({});
    expect(unfiltered({ ...filtered, search: 'y' })).toEqual(layout);
  });

  it('survives being remembered', () => {
    const arranged = filteredBy(sortedBy(resized(layout, 'a', 99), 'b'), 'c', {
      kind: 'range',
      from: null,
      to: 3,
    });
    expect(TableLayout.parse(JSON.parse(JSON.stringify(arranged)))).toEqual(arranged);
  });
});
