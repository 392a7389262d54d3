import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changedPart, excerpt } from './changed-part.ts';

const family = '👨‍👩‍👧‍👦';

describe('two versions of a text', () => {
  test('are shown whole where both are short', () => {
    const [before, after] = ['a'.repeat(160), `${'a'.repeat(159)}b`];
    expect(changedPart('left Baghdad', 'left Basra')).toEqual(['left Baghdad', 'left Basra']);
    expect(changedPart(before, after)).toEqual([before, after]);
    expect(changedPart(after, before)).toEqual([after, before]);
  });

  test.each([
    ['the longer comes second', 160, 161],
    ['the longer comes first', 161, 160],
  ])('are cut where one is long: %s', (_, before, after) => {
    const lastWords = [before, after].map((length) => `…${'a'.repeat(length - 120)}`);
    expect(changedPart('a'.repeat(before), 'a'.repeat(after))).toEqual(lastWords);
  });

  test('are shown with 40 units around what differs', () => {
    const [start, end] = ['s'.repeat(200), 'e'.repeat(200)];
    const [before, after] = ['s'.repeat(40), 'e'.repeat(40)];
    expect(changedPart(`${start}Baghdad${end}`, `${start}Oslo${end}`)).toEqual([
      `…${before}Baghdad${after}…`,
      `…${before}Oslo${after}…`,
    ]);
    expect(changedPart(start, `${start}, so`)).toEqual([`…${before}`, `…${before}, so`]);
    expect(changedPart(end, `so, ${end}`)).toEqual([`${after}…`, `so, ${after}…`]);
    expect(changedPart(start, start)).toEqual([`…${before}`, `…${before}`]);
  });

  test('are cut at the same places, so that the difference of their lengths can be seen', () => {
    // Of few letters, so that what was added often looks like what stands beside it.
    const words = fc.array(fc.constantFrom('a', 'ab', ' '), { maxLength: 60 });
    fc.assert(
      fc.property(words, words, words, words, (start, gone, come, end) => {
        const [before, after] = [gone, come].map((middle) =>
          [...start, 'a'.repeat(100), ...middle, 'b'.repeat(100), ...end].join(''),
        ) as [string, string];
        const [old, fresh] = changedPart(before, after);
        expect(fresh.length - old.length).toBe(after.length - before.length);
      }),
    );
  });

  test('split no grapheme, and show something different for whatever differs', () => {
    const families = family.repeat(40);
    for (const part of changedPart(`${families}a${families}`, `${families}b${families}`))
      expect(part.replaceAll(/👨‍👩‍👧‍👦|[…ab]/gu, '')).toBe('');
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), fc.string({ maxLength: 400 }), (a, b) => {
        const [before, after] = changedPart(a, b);
        expect(before === after).toBe(a === b);
      }),
    );
  });
});

test('an excerpt is the first 320 units of a text, and says where there is more', () => {
  expect(excerpt('')).toBe('');
  expect(excerpt('a'.repeat(320))).toBe('a'.repeat(320));
  expect(excerpt('a'.repeat(321))).toBe(`${'a'.repeat(320)}…`);
  expect(excerpt(`${'a'.repeat(319)}${family}b`)).toBe(`${'a'.repeat(319)}${family}…`);
});
