import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type TableColumn, collator } from './column.ts';
import { Ranker, TextOrder, numberRanks } from './ranks.ts';

const words = fc.constantFrom(
  ...[
    'B2',
    'b10',
    'B 2',
    '',
    'éclair',
    'Eclair',
    'яблоко',
    'Ёлка',
    'ель',
    'بغداد',
    'أخبار',
    'آخر',
    '北京',
    '上海',
  ],
);

describe('TextOrder', () => {
  it('ranks as the collator orders, also when texts come later', () => {
    fc.assert(
      fc.property(fc.array(fc.array(words), { maxLength: 4 }), (batches) => {
        const order = new TextOrder();
        for (const texts of batches) {
          const ranks = order.ranksOf(texts);
          for (const [a, first] of texts.entries()) {
            for (const [b, second] of texts.entries()) {
              const expected = Math.sign(collator.compare(first, second));
              const found = Math.sign((ranks[a] ?? -1) - (ranks[b] ?? -1));
              if (expected !== 0 || first === second) expect(found).toBe(expected);
            }
          }
        }
      }),
    );
  });
});

describe('numberRanks', () => {
  it('ranks by value, equal numbers alike, null as nothing', () => {
    expect([...numberRanks([10, null, -3, 10, 2.5])]).toEqual([2, -1, 0, 2, 1]);
  });
});

interface Row {
  readonly name: string;
}

const base = { id: 'x', label: 'X', width: 100, text: ({ name }: Row) => name };
const rows = ['high', '', 'low', 'medium', 'unknown'].map((name) => ({ name }));

describe('Ranker', () => {
  it('ranks choices in their own order and what is not among them as nothing', () => {
    const column: TableColumn<Row> = {
      ...base,
      kind: 'choice',
      order: ['low', 'medium', 'high'],
      values: ({ name }) => [name],
    };
    expect([...new Ranker(column).ranks(rows)]).toEqual([2, -1, 0, 1, -1]);
  });

  it('takes an empty text for nothing, and ranks the same rows once', () => {
    const ranker = new Ranker<Row>({ ...base, kind: 'text' });
    const ranks = ranker.ranks(rows);
    expect([...ranks].map((value) => value < 0)).toEqual([false, true, false, false, false]);
    expect(ranker.ranks(rows)).toBe(ranks);
    expect(ranker.ranks([...rows])).not.toBe(ranks);
  });

  it('ranks the same whether it was prepared, in part or whole, or not', () => {
    const many = Array.from({ length: 1_000 }, (_, index) => ({
      name: `Row ${(index * 7) % 1_000}`,
    }));
    const expected = new Ranker<Row>({ ...base, kind: 'text' }).ranks(many);
    for (const steps of [1, 3, 1_000]) {
      const ranker = new Ranker<Row>({ ...base, kind: 'text' });
      const preparing = ranker.prepare(many);
      for (let step = 0; step < steps; step += 1) preparing.next();
      expect(ranker.ranks(many)).toEqual(expected);
    }
  });

  it('reads no row again once it was prepared', () => {
    let read = 0;
    function text(row: Row): string {
      read += 1;
      return base.text(row);
    }
    const ranker = new Ranker<Row>({ ...base, kind: 'text', text });
    const steps = [...ranker.prepare(rows)].length;
    const before = read;
    ranker.ranks(rows);
    expect(steps).toBeGreaterThan(0);
    expect(read).toBe(before);
  });
});
