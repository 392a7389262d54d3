import { describe, expect, it } from 'vitest';
import { type GridPlace, placeAfter } from './grid-keys.ts';

const size = { lines: 100, columns: 5, page: 20 };

function after(key: string, at: GridPlace): GridPlace | null {
  const [name = '', ctrl] = key.split('+').toReversed();
  return placeAfter({ key: name, ctrlKey: ctrl === 'Ctrl', altKey: false }, at, size);
}

describe('placeAfter', () => {
  it.each([
    ['ArrowDown', { line: 3, column: 2 }, { line: 4, column: 2 }],
    ['ArrowUp', { line: 0, column: 2 }, { line: -1, column: 2 }],
    ['ArrowUp', { line: -1, column: 2 }, { line: -1, column: 2 }],
    ['ArrowDown', { line: -1, column: 2 }, { line: 0, column: 2 }],
    ['ArrowDown', { line: 99, column: 2 }, { line: 99, column: 2 }],
    ['ArrowLeft', { line: 3, column: 0 }, { line: 3, column: 0 }],
    ['ArrowRight', { line: 3, column: 4 }, { line: 3, column: 4 }],
    ['Home', { line: 3, column: 2 }, { line: 3, column: 0 }],
    ['End', { line: 3, column: 2 }, { line: 3, column: 4 }],
    ['PageDown', { line: 90, column: 1 }, { line: 99, column: 1 }],
    ['PageUp', { line: 5, column: 1 }, { line: 0, column: 1 }],
    ['PageUp', { line: -1, column: 1 }, { line: -1, column: 1 }],
    ['Ctrl+Home', { line: 50, column: 3 }, { line: 0, column: 0 }],
    ['Ctrl+End', { line: 50, column: 3 }, { line: 99, column: 4 }],
    ['Ctrl+ArrowDown', { line: 50, column: 3 }, { line: 99, column: 3 }],
  ])('%s from %o', (key, from, to) => {
    expect(after(key, from)).toEqual(to);
  });

  it('leaves other keys alone', () => {
    expect(after('B', { line: 1, column: 1 })).toBe(null);
    expect(after('Ctrl+ArrowLeft', { line: 1, column: 1 })).toBe(null);
    expect(
      placeAfter({ key: 'ArrowDown', ctrlKey: false, altKey: true }, { line: 1, column: 1 }, size),
    ).toBe(null);
  });

  it('stays in the header of an empty table', () => {
    const empty = { ...size, lines: 0 };
    expect(
      placeAfter(
        { key: 'PageDown', ctrlKey: false, altKey: false },
        { line: -1, column: 1 },
        empty,
      ),
    ).toEqual({
      line: -1,
      column: 1,
    });
  });
});
