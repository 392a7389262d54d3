import { expect, test } from 'vitest';
import { CaseBuilder } from '../../../../domain/testing/case-builder.ts';
import type { ExportRequest } from '../exporter.ts';
import { requestFor, smallCase } from '../testing/small-case.ts';
import { exportReport } from '../export-report.ts';

async function tablesOf(request: ExportRequest): Promise<Map<string, string>> {
  const result = await exportReport(request);
  if (!result.ok) throw new Error(result.error.message);
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  return new Map(result.value.map(({ name, bytes }) => [name, decoder.decode(bytes)]));
}

test('there are tables of claims, of sources and about them, each with a byte order mark and CRLF', async () => {
  const tables = await tablesOf(smallCase('csv').request);
  expect([...tables.keys()]).toEqual(['claims.csv', 'sources.csv', 'about.csv']);
  for (const [name, text] of tables) {
    expect(text.startsWith(name === 'about.csv' ? '\ufeff"name",' : '\ufeff"number","id",')).toBe(
      true,
    );
    expect(text.endsWith('\r\n')).toBe(true);
  }
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '＝1', '＋1', '－1', '＠x'])(
  'a cell that begins like %j cannot run as a formula',
  async (words) => {
    const build = new CaseBuilder({ name: words, question: words });
    const source = build.source(words, {
      aliases: [words],
      descriptor: { access: words, record: words, bias: words },
      note: words,
    });
    const document = build.document('It burned.', { title: words });
    const tag = build.tag(words);
    const claim = build.claim(document, 'burned', [source], {
      ...{ statement: words, place: words, note: words, tags: [tag] },
    });
    build.rate(claim, 'verdict', 'refuted', { reason: words });
    for (const text of (await tablesOf(requestFor(build, [document], 'csv'))).values()) {
      const cells = text.split(',');
      expect(cells.filter((cell) => cell.startsWith(`"${words}`))).toEqual([]);
      expect(cells.filter((cell) => cell.startsWith(words))).toEqual([]);
      expect(cells.filter((cell) => cell.startsWith(`"'${words}`)).length).toBeGreaterThan(1);
    }
  },
);

test('a table without rows has its header all the same', async () => {
  const build = new CaseBuilder();
  const document = build.document('It burned.');
  const tables = await tablesOf(requestFor(build, [document], 'csv'));
  expect(tables.get('claims.csv')).toMatch(/^\ufeff"number","id","statement",.*\r\n$/u);
});

test('what case the tables are of is said, with its marking, its state and when they were made', async () => {
  const { request } = smallCase('csv');
  const [, ...rows] = (await tablesOf(request)).get('about.csv')?.trimEnd().split('\r\n') ?? [];
  expect(rows).toEqual([
    '"case","Harbour fire"',
    '"question","Did the warehouse burn before it exploded?"',
    '"marking","TLP:AMBER"',
    '"exported_at","2026-03-16T09:24:00.000Z"',
    '"program","Assay 0.1.0"',
    '"last_change",42',
    '"head","9f3c2ab871de"',
    '"documents",2',
  ]);
});

test('quotes, commas and line breaks stay within their cell', async () => {
  const build = new CaseBuilder();
  const document = build.document('It burned.');
  build.claim(document, 'burned', [], { statement: 'a "b", c\nd' });
  const claims = (await tablesOf(requestFor(build, [document], 'csv'))).get('claims.csv');
  expect(claims).toContain('"a ""b"", c\nd"');
});

test('a source without verdicts has no track record, and one without a rating no letter', async () => {
  const build = new CaseBuilder();
  const document = build.document('It burned.', { publisher: build.source('Courier') });
  const sources = (await tablesOf(requestFor(build, [document], 'csv'))).get('sources.csv') ?? '';
  const [header, row] = sources.split('\r\n').map((line) => line.split(','));
  const cells = new Map(header?.map((name, index) => [name, row?.[index]]));
  expect(cells.get('"reliability"')).toBe('""');
  expect(cells.get('"track_record_mean"')).toBe('""');
  expect(cells.get('"claims_originated"')).toBe('0');
});
