import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { AnyRecord, fitsRecord } from '../records/registry.ts';
import { fixedSteps, walk } from '../testing/random-walk.ts';
import { plainCheckOf } from './plain-check.ts';

vi.setConfig({ testTimeout: 60_000 });

const records = [...walk(fixedSteps(300)).made.view.records()];
const texts = records.map((record) => JSON.stringify(record));
const ids = records.map(({ id }) => id);

// What stands somewhere in a record, or might.
const value = fc.oneof(
  ...[fc.constantFrom(...ids), fc.constantFrom('', 'on-record', 'asserted', '2026-03-15', '3')],
  ...[fc.constantFrom(-1, 0, 1, 7, 1.5, 2 ** 53, 1e300), fc.boolean(), fc.string()],
  ...[
    fc.constant(null),
    fc.constant([]),
    fc.constant({}),
    fc.constantFrom(...ids).map((id) => [id]),
  ],
  ...[fc.constant('2026-03-15T21:40:00.000Z'), fc.constant('2026-03-15T21:40:00Z')],
);

// A record in which something stands in another's place, is missing, or is there besides.
const damaged = fc
  .tuple(fc.nat(), fc.nat(), fc.constantFrom('replace', 'remove', 'add', 'pollute'), value)
  .map(([which, place, how, other]) => {
    const record: unknown = JSON.parse(texts[which % texts.length] ?? '');
    const places = placesIn(record);
    const { holder, key } = places[place % places.length] ?? { holder: record as object, key: '' };
    if (how === 'replace') Reflect.set(holder, key, other);
    if (how === 'remove') Reflect.deleteProperty(holder, key);
    if (how === 'add') Reflect.set(holder, 'more', other);
    const text = JSON.stringify(record);
    return how === 'pollute' ? text.replace('{', '{"__proto__":{"note":""},') : text;
  });

function placesIn(data: unknown): { holder: object; key: string }[] {
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, inner]) => [
    { holder: data, key },
    ...placesIn(inner),
  ]);
}

describe('of any record', () => {
  test('the check lets through what the schema does, which changes none of it', () => {
    for (const record of records) {
      expect(fitsRecord(record)).toBe(true);
      expect(AnyRecord.parse(record)).toEqual(record);
    }
  });

  test('it refuses what the schema refuses, whatever is wrong', () => {
    const seen = { refused: 0, passed: 0 };
    fc.assert(
      fc.property(damaged, (text) => {
        const data: unknown = JSON.parse(text);
        const { success } = AnyRecord.safeParse(data);
        expect(fitsRecord(data)).toBe(success);
        seen[success ? 'passed' : 'refused'] += 1;
      }),
      { numRuns: 5_000 },
    );
    expect(seen.refused).toBeGreaterThan(1_000);
    expect(seen.passed).toBeGreaterThan(100);
  });
});

const even = z.number().refine((number) => number % 2 === 0);

// Each with what fits it, and what does not.
const kinds: [string, z.ZodType, readonly unknown[], readonly unknown[]][] = [
  ['a text', z.string(), ['', 'a'], [1, null, undefined, ['a']]],
  ['a text of a length', z.string().min(2), ['ab'], ['a', '', null]],
  ['a text of a pattern', z.string().regex(/^a/), ['ab', 'ab'], ['b', 1]],
  ['a moment', z.iso.datetime(), ['2026-03-15T21:40:00Z'], ['2026-03-15', '', 1]],
  ['a number', z.number(), [0, -1.5], [Infinity, NaN, '1', null]],
  ['a whole number', z.int().min(1).max(9), [1, 9], [0, 10, 1.5, '1', null]],
  ['a number refined', even, [2, 4], [1, '2']],
  ['a coerced text', z.coerce.string(), ['a', 1], []],
  ['a coerced number', z.coerce.number(), [1, '1'], ['a']],
  ['a word of a list', z.enum(['a', 'b']), ['a', 'b', 'a'], ['c', null, undefined]],
  ['a list', z.array(even), [[], [2, 4]], [[1], [2, 1], {}, null, 'ab']],
  ['a list of a length', z.array(even).min(1), [[2]], [[], [1]]],
  ['null or more', even.nullable(), [null, 2], [1, undefined]],
  ['either', z.union([z.string(), even]), ['a', 2], [1, null]],
  ['fields', z.strictObject({ a: even }), [{ a: 2 }], [{}, { a: 1 }, { a: 2, b: 2 }, null, 2, []]],
  [
    'fields of which one may be absent',
    z.strictObject({ a: even.optional() }),
    [{}, { a: 2 }],
    [{ b: 2 }],
  ],
  [
    'fields of which some may be absent',
    z.strictObject({ a: even, b: even.optional() }),
    [{ a: 2 }, { a: 2, b: 2 }],
    [{ b: 2 }],
  ],
  ['fields and others', z.looseObject({ a: even }), [{ a: 2, b: 1 }], [{ b: 1 }]],
  ['fields, others left out', z.object({ a: even }), [{ a: 2, b: 1 }], [{ b: 1 }]],
  [
    'fields refined',
    z.strictObject({ a: even, b: even }).refine(({ a, b }) => a < b),
    [{ a: 2, b: 4 }],
    [
      { a: 4, b: 2 },
      { a: 1, b: 2 },
    ],
  ],
  [
    'a choice',
    z.discriminatedUnion('is', [
      z.strictObject({ is: z.literal('a'), a: even }),
      z.strictObject({ is: z.literal(['b', 'c']), b: even }),
    ]),
    [
      { is: 'a', a: 2 },
      { is: 'b', b: 2 },
      { is: 'c', b: 2 },
    ],
    [{ is: 'a', b: 2 }, { is: 'd', b: 2 }, { is: 'a' }, {}, null, 'a'],
  ],
];

test.each(kinds)('%s is told as the schema tells it', (_, schema, fitting, others) => {
  for (const data of others) expect(plainCheckOf(schema)(data)).toBe(false);
  const fits = plainCheckOf(schema);
  // Twice in a row, because a check remembers what it has let through.
  for (const data of [...fitting, ...others, ...fitting, ...fitting]) {
    expect(fits(data)).toBe(fitting.includes(data));
    expect(fits(data)).toBe(schema.safeParse(data).success);
  }
});

// Asking the schema is what takes the time.
test.each<[what: string, schema: z.ZodType, data: unknown]>([
  ['a text', z.string(), 'a'],
  ['a text of a pattern', z.string().regex(/^a/), 'a'],
  ['a number', z.number(), 1],
  ['a list', z.array(z.string()), ['a']],
  ['null or a text', z.string().nullable(), 'a'],
  ['fields', z.strictObject({ a: z.string() }), { a: 'a' }],
  ['a choice', z.discriminatedUnion('is', [z.strictObject({ is: z.literal('a') })]), { is: 'a' }],
])('%s is told without asking the schema', (_, schema, data) => {
  const asked = vi.spyOn(schema._zod, 'run');
  expect(plainCheckOf(schema)(data)).toBe(true);
  expect(asked).not.toHaveBeenCalled();
});

describe('what a check has let through last', () => {
  test('it lets through again without a second look', () => {
    const looks: string[] = [];
    const fits = plainCheckOf(z.string().refine((text) => looks.push(text) > 0));
    expect(['a', 'a', 'b', 'b', 'a'].map(fits)).toEqual(Array(5).fill(true));
    expect(looks).toEqual(['a', 'b', 'a']);
  });

  test('is looked at again where it can have changed meanwhile', () => {
    const fits = plainCheckOf(z.array(even).min(1));
    const list = [2];
    expect(fits(list)).toBe(true);
    list.pop();
    expect(fits(list)).toBe(false);
  });
});

test('a schema that takes its time to answer is a mistake', () => {
  const slow = z.union([z.string(), z.number()]).refine(() => Promise.resolve(true));
  expect(() => plainCheckOf(slow)('a')).toThrow();
});
