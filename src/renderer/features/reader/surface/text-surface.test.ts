import { expect, test } from 'vitest';
import { type TextSurface, isInView, placeAtTop } from './text-surface.ts';

const line = 20;
const perLine = 10;

/** A surface of 100 units in lines of ten, each unit 1 px wide, scrolled so far. */
function gridAt(top: number, height = 50): TextSurface {
  return {
    drawn: () => [{ start: 0, end: 100 }],
    subscribe: () => () => undefined,
    caretAt: (offset) => {
      if (offset > 100) return null;
      const left = offset % perLine;
      const above = Math.floor(offset / perLine) * line;
      return { left, right: left, top: above, bottom: above + line };
    },
    offsetAt: ({ x, y }) => (y < 0 || y > 200 ? null : Math.floor(y / line) * perLine + x),
    view: () => ({ left: 0, right: perLine, top, bottom: top + height }),
    reveal: () => undefined,
    focus: () => undefined,
    paint: () => undefined,
  };
}

test('an offset is in view when its whole line is', () => {
  expect([0, 10, 20, 30].map((offset) => isInView(gridAt(20), offset))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(isInView(gridAt(21), 10)).toBe(false);
  expect(isInView(gridAt(0), 1000)).toBe(false);
});

test('the place at the top is the line that the window begins in, and how much of it is gone', () => {
  expect(placeAtTop(gridAt(0))).toEqual({ offset: 0, above: 0 });
  expect(placeAtTop(gridAt(47))).toEqual({ offset: 20, above: 7 });
  expect(placeAtTop(gridAt(19))).toEqual({ offset: 10, above: -1 });
});

test('before anything is drawn there is no place, and nothing is in view', () => {
  const empty: TextSurface = { ...gridAt(0), view: () => null };
  expect(placeAtTop(empty)).toBeNull();
  expect(isInView(empty, 0)).toBe(false);
});
