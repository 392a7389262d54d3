import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatTsv } from './tsv.ts';

// As spreadsheets read it: quotes hold tabs and line breaks, and are doubled inside.
function parseTsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain = '', end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^\t\n]*))(\t|\n)/g,
  )) {
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end !== '\n') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

describe('formatTsv', () => {
  it('is read back as it was', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom('a', '\t', '\n', '\r', '"', 'ب', '👩‍👧') }),
    );
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 5 });
    fc.assert(
      fc.property(table, (rows) => {
        expect(parseTsv(formatTsv(rows))).toEqual(rows);
      }),
    );
  });

  it('quotes only what needs it', () => {
    expect(
      formatTsv([
        ['a', 'b c'],
        ['say "x"', 'two\nlines'],
      ]),
    ).toBe('a\tb c\n"say ""x"""\t"two\nlines"\n');
  });
});
