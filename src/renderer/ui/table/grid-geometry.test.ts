import { describe, expect, test } from 'vitest';
import { columnsInSight } from './grid-geometry.ts';
import type { DrawnColumn } from './use-data-table.ts';

/** Columns of these widths, in pixels. */
function columnsOf(...widths: number[]): DrawnColumn<never>[] {
  return widths.map((width, index) => ({
    column: { id: String(index), label: '', width, kind: 'text', text: () => '' },
    width,
    isPinned: false,
  }));
}

describe('the columns in sight', () => {
  // 36 for the gutter and 64 for the pinned one leave 500.
  const room = { pinned: 1, gutter: 36, view: 600 };
  const columns = columnsOf(64, 200, 200, 200, 200, 200);

  test.each([
    ['at the left end', 0, { first: 1, end: 5 }],
    ['nearly so far that the next one shows', 59, { first: 1, end: 5 }],
    ['so far that the next one shows soon', 61, { first: 1, end: 6 }],
    ['as long as the first one was there a moment ago', 439, { first: 1, end: 6 }],
    ['when it is gone', 440, { first: 2, end: 6 }],
    ['at the right end', 500, { first: 2, end: 6 }],
  ])('%s', (_, scrolled, range) => {
    expect(columnsInSight(columns, room, scrolled, 240)).toEqual(range);
  });

  test('are no others where none is to be drawn beyond them', () => {
    expect(columnsInSight(columns, room, 0, 0)).toEqual({ first: 1, end: 4 });
    expect(columnsInSight(columns, room, 200, 0)).toEqual({ first: 2, end: 5 });
  });

  test('are none where all are pinned', () => {
    expect(columnsInSight(columnsOf(100, 100), { ...room, pinned: 2 }, 0, 240)).toEqual({
      first: 2,
      end: 2,
    });
  });

  test('are none where there are none', () => {
    expect(columnsInSight([], { ...room, pinned: 0 }, 0, 240)).toEqual({ first: 0, end: 0 });
  });
});
