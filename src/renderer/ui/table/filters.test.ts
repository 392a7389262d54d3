import { describe, expect, it } from 'vitest';
import { type TableColumn, choicesOf } from './column.ts';
import { ColumnSet } from './column-set.ts';
import type { ColumnFilter } from './layout.ts';

interface Row {
  readonly name: string;
  readonly age: number | null;
  readonly tags: readonly string[];
}

const columns: readonly TableColumn<Row>[] = [
  { id: 'name', label: 'Name', kind: 'text', width: 1, text: ({ name }) => name },
  {
    id: 'age',
    label: 'Age',
    kind: 'number',
    width: 1,
    text: ({ age }) => String(age),
    number: ({ age }) => age,
  },
  {
    id: 'tags',
    label: 'Tags',
    kind: 'choice',
    width: 1,
    text: ({ tags }) => tags.join(', '),
    values: ({ tags }) => (tags.length === 0 ? [''] : tags),
  },
];

const rows: readonly Row[] = [
  { name: 'Élodie Ébène', age: 30, tags: ['press'] },
  { name: 'Семён Ёлкин', age: null, tags: [] },
  { name: 'مُحَمَّد الأمين', age: 45, tags: ['press', 'army'] },
  { name: '北京日报', age: 0, tags: ['army'] },
];

const set = new ColumnSet(columns);

function matching(filters: Record<string, ColumnFilter>, search = ''): string[] {
  const test = set.test(filters, search);
  return rows.filter((row) => test === null || test(row)).map(({ name }) => name);
}

describe('filters', () => {
  it('find words whatever their case, accents, vowel marks and forms of letters', () => {
    expect(matching({ name: { kind: 'text', text: 'ebene ELO' } })).toEqual(['Élodie Ébène']);
    expect(matching({ name: { kind: 'text', text: 'елкин' } })).toEqual(['Семён Ёлкин']);
    expect(matching({ name: { kind: 'text', text: 'محمد الامين' } })).toEqual(['مُحَمَّد الأمين']);
    expect(matching({ name: { kind: 'text', text: '日报' } })).toEqual(['北京日报']);
    expect(matching({ name: { kind: 'text', text: 'Élodie army' } })).toEqual([]);
  });

  it('keep numbers within a range, ends included, and drop what has none', () => {
    expect(matching({ age: { kind: 'range', from: 0, to: 30 } })).toEqual([
      'Élodie Ébène',
      '北京日报',
    ]);
    expect(matching({ age: { kind: 'range', from: 31, to: null } })).toEqual(['مُحَمَّد الأمين']);
  });

  it('keep rows that have any of the choices; none is a choice too', () => {
    expect(matching({ tags: { kind: 'choice', values: ['army', ''] } })).toEqual([
      'Семён Ёлкин',
      'مُحَمَّد الأمين',
      '北京日报',
    ]);
  });

  it('all have to agree, with the search as well', () => {
    const press: ColumnFilter = { kind: 'choice', values: ['press'] };
    expect(matching({ tags: press, age: { kind: 'range', from: 40, to: null } })).toEqual([
      'مُحَمَّد الأمين',
    ]);
    expect(matching({ tags: press }, 'elodie')).toEqual(['Élodie Ébène']);
  });

  it('let everything through where a layout names a column or a kind that is no more', () => {
    expect(matching({ gone: { kind: 'text', text: 'x' } })).toHaveLength(rows.length);
    expect(matching({ age: { kind: 'choice', values: ['x'] } })).toHaveLength(rows.length);
    expect(set.test({}, '  ')).toBe(null);
  });
});

describe('the search', () => {
  it('finds words across columns', () => {
    expect(matching({}, 'press ebene')).toEqual(['Élodie Ébène']);
  });

  it('reads no row again once the columns were prepared', () => {
    let read = 0;
    function name(row: Row): string {
      read += 1;
      return row.name;
    }
    const prepared = new ColumnSet<Row>([
      { id: 'name', label: 'Name', kind: 'text', width: 1, text: name },
    ]);
    const steps = [...prepared.prepare([], rows)].length;
    const before = read;
    expect(rows.filter((row) => prepared.test({}, 'ebene')?.(row))).toHaveLength(1);
    expect(steps).toBeGreaterThan(0);
    expect(read).toBe(before);
  });
});

describe('choicesOf', () => {
  it('lists the labels there are in the order of language', () => {
    const [, , tags] = columns;
    expect(tags?.kind === 'choice' && choicesOf(tags, rows)).toEqual(['', 'army', 'press']);
  });
});
