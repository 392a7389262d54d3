import { expect, test } from 'vitest';
import { z } from 'zod';
import { CaseBuilder } from '../../../../domain/testing/case-builder.ts';
import type { ExportRequest } from '../exporter.ts';
import { requestFor, smallCase } from '../testing/small-case.ts';
import { exportReport } from '../export-report.ts';

const Span = z.object({ start: z.int().optional(), end: z.int().optional(), exact: z.string() });
const Tables = z.object({
  format: z.literal('assay-tables'),
  about: z.object({ positions: z.string() }),
  documents: z.array(
    z.object({ id: z.string(), highlights: z.array(z.object({ spans: z.array(Span) })) }),
  ),
  claims: z.array(
    z.object({
      document: z.string(),
      evidence: z.array(z.object({ document: z.string(), spans: z.array(Span) })),
      attribution: z.array(z.object({ source: z.string(), anchor: Span.nullable() })),
      ratings: z.object({ verdict: z.array(z.object({ value: z.string() })) }),
    }),
  ),
  sources: z.array(z.object({ id: z.string(), name: z.string(), trackRecord: z.unknown() })),
});

async function tablesOf(request: ExportRequest) {
  const result = await exportReport(request);
  if (!result.ok) throw new Error(result.error.message);
  const [file] = result.value;
  return Tables.parse(JSON.parse(new TextDecoder().decode(file?.bytes)));
}

test('every quote stands at its code points in its document', async () => {
  const { request } = smallCase('json');
  const tables = await tablesOf(request);
  expect(tables.about.positions).toContain('Unicode code points');
  const texts = new Map(
    request.documents.map((id) => [String(id), Array.from(request.texts(id).text)]),
  );
  const spans = [
    ...tables.documents.flatMap(({ id, highlights }) =>
      highlights.flatMap((highlight) => highlight.spans.map((span) => ({ id, span }))),
    ),
    ...tables.claims.flatMap(({ evidence }) =>
      evidence.flatMap((each) => each.spans.map((span) => ({ id: each.document, span }))),
    ),
    ...tables.claims.flatMap(({ document, attribution }) =>
      attribution.flatMap(({ anchor }) =>
        anchor === null ? [] : [{ id: document, span: anchor }],
      ),
    ),
  ];
  expect(spans.length).toBeGreaterThan(10);
  for (const { id, span } of spans) {
    expect(texts.get(id)?.slice(span.start, span.end).join('')).toBe(span.exact);
  }
});

test('evidence in a document that was not chosen keeps its words, without positions', async () => {
  const build = new CaseBuilder();
  const chosen = build.document('It burned.');
  const other = build.document('It did burn.');
  const highlights = [build.highlight(chosen, 'burned'), build.highlight(other, 'did burn')];
  build.claim(chosen, 'burned', [], { highlights });
  const request = requestFor(build, [chosen], 'json');
  const asked: string[] = [];
  const tables = await tablesOf({
    ...request,
    texts: (document) => {
      asked.push(document);
      return request.texts(document);
    },
  });
  expect(tables.claims[0]?.evidence.map(({ spans }) => spans[0])).toEqual([
    { start: 3, end: 9, exact: 'burned' },
    { exact: 'did burn' },
  ]);
  expect(new Set(asked)).toEqual(new Set([chosen]));
});

test('ratings come as histories, the last one holds', async () => {
  const build = new CaseBuilder();
  const document = build.document('It burned.');
  const claim = build.claim(document, 'burned');
  build.rate(claim, 'verdict', 'supported');
  build.rate(claim, 'verdict', 'refuted');
  const [entry] = (await tablesOf(requestFor(build, [document], 'json'))).claims;
  expect(entry?.ratings.verdict.map(({ value }) => value)).toEqual(['supported', 'refuted']);
});
