import { describe, expect, test } from 'vitest';
import type { Diff } from '../core/diff.ts';
import { emptyDiff } from '../core/diff.ts';
import { integrityProblem } from '../core/integrity.ts';
import { CaseBuilder } from '../testing/case-builder.ts';
import { fixedId } from '../testing/fixed-ids.ts';
import {
  type AnyRecord,
  definitionOf,
  idsIn,
  referenceOf,
  referencedIds,
  shortName,
} from './registry.ts';

const made = new CaseBuilder();
const group = made.the(made.source('Group'));
const paper = made.the(made.source('Paper', { parent: group.id }));
const agency = made.source('Agency');
const war = made.the(made.tag('War'));
const air = made.the(made.tag('Air', { parent: war.id }));
const document = made.the(made.document('It burned on Monday.', { publisher: paper.id }));
const highlight = made.the(made.highlight(document.id, 'burned', { tags: [war.id, air.id] }));
const second = made.highlight(document.id, 'Monday');
const claim = made.the(
  made.claim(document.id, 'It burned', [paper.id, agency, group.id], {
    ...{ highlights: [highlight.id, second], tags: [war.id, air.id] },
  }),
);
const other = made.claim(document.id, 'Monday');
const link = made.the(made.link(claim.id, 'updates', other));
const rating = made.the(made.rate(paper.id, 'admiralty-reliability', 'B'));
const gone = {
  claim: fixedId('claim', 999),
  document: fixedId('document', 999),
  highlight: fixedId('highlight', 999),
  source: fixedId('source', 999),
  tag: fixedId('tag', 999),
};

describe('a change is refused that', () => {
  const hop = { source: gone.source, manner: 'on-record', anchor: null } as const;
  const dangling: readonly (readonly [field: string, before: AnyRecord, after: AnyRecord])[] = [
    ['parent', paper, { ...paper, parent: gone.source }],
    ['parent', air, { ...air, parent: gone.tag }],
    ['publisher', document, { ...document, publisher: gone.source }],
    ['document', highlight, { ...highlight, document: gone.document }],
    ['tags', highlight, { ...highlight, tags: [gone.tag] }],
    ['document', claim, { ...claim, document: gone.document }],
    ['highlights', claim, { ...claim, highlights: [highlight.id, gone.highlight] }],
    ['attribution', claim, { ...claim, attribution: [hop] }],
    ['tags', claim, { ...claim, tags: [gone.tag] }],
    ['from', link, { ...link, from: gone.claim }],
    ['to', link, { ...link, to: gone.claim }],
    ['subject', rating, { ...rating, subject: gone.source }],
  ];

  test.each(dangling)('points by its %s to what is not there: %o', (field, before, after) => {
    expect(problemOf(before, after)).toContain(` points by its ${field} to `);
  });

  const twice: readonly (readonly [field: string, before: AnyRecord, after: AnyRecord])[] = [
    ['tags', highlight, { ...highlight, tags: [war.id, war.id] }],
    ['highlights', claim, { ...claim, highlights: [highlight.id, highlight.id] }],
    ['tags', claim, { ...claim, tags: [war.id, war.id] }],
  ];

  test.each(twice)('has the same of its %s twice: %o', (field, before, after) => {
    expect(problemOf(before, after)).toContain(` has the same of its ${field} twice`);
  });

  test.each<[AnyRecord, AnyRecord]>([
    [group, { ...group, parent: paper.id }],
    [war, { ...war, parent: air.id }],
  ])('makes a record its own ancestor: %o', (before, after) => {
    expect(problemOf(before, after)).toContain('is its own ancestor');
  });

  test('has the same alias twice', () => {
    expect(problemOf(paper, { ...paper, aliases: ['The Paper', 'The Paper'] })).toContain(
      'has the same alias twice',
    );
    expect(problemOf(paper, { ...paper, aliases: ['The Paper', 'Paper'] })).toBeNull();
  });

  test('lets a claim start outside its document', () => {
    const elsewhere = made.highlight(made.document('It sank.'), 'sank');
    const moved = { ...claim, highlights: [elsewhere, highlight.id] };
    expect(problemOf(claim, moved)).toContain('starts outside its document');
    expect(problemOf(claim, { ...claim, highlights: [highlight.id, elsewhere] })).toBeNull();
  });

  test('gives a highlight spans that overlap or are out of order', () => {
    const both = made.the(made.highlight(document.id, ['It', 'Monday']));
    expect(problemOf(both, { ...both, spans: both.spans.toReversed() })).toContain(
      'has spans that overlap or are out of order',
    );
  });
});

describe('without what it points to, a record', () => {
  test('goes if it cannot be without it', () => {
    for (const [record, field, id] of [
      [highlight, 'document', document.id],
      [claim, 'document', document.id],
      [rating, 'subject', paper.id],
      [link, 'from', claim.id],
      [link, 'to', other],
      [air, 'parent', war.id],
    ] as const)
      expect(without(record, field, id)).toBeNull();
    expect(without({ ...claim, highlights: [second] }, 'highlights', second)).toBeNull();
  });

  test('stays without it if it can, and keeps the rest', () => {
    const [first, , last] = claim.attribution;
    expect(without(claim, 'attribution', agency)).toEqual({ ...claim, attribution: [first, last] });
    expect(without(claim, 'highlights', second)).toEqual({ ...claim, highlights: [highlight.id] });
    expect(without(claim, 'tags', air.id)).toEqual({ ...claim, tags: [war.id] });
    expect(without(highlight, 'tags', war.id)).toEqual({ ...highlight, tags: [air.id] });
    expect(without(document, 'publisher', paper.id)).toEqual({ ...document, publisher: null });
    expect(without(paper, 'parent', group.id)).toEqual({ ...paper, parent: null });
  });
});

test('ids are read by the field that they are in', () => {
  expect(idsIn(link, 'from')).toEqual([claim.id]);
  expect(idsIn(link, 'to')).toEqual([other]);
  expect(idsIn(group, 'parent')).toEqual([]);
  expect(() => idsIn(link, 'document')).toThrow('link has no reference “document”');
});

test('what a record points to more than once is named once', () => {
  const [hop] = claim.attribution;
  const twice = { ...claim, attribution: [hop, hop].flatMap((one) => one ?? []) };
  expect([...referencedIds(twice)]).toEqual([
    ...[document.id, highlight.id, second, paper.id, war.id, air.id],
  ]);
});

test('a claim and a source have a letter before their number', () => {
  expect([claim, paper].map(shortName)).toEqual(['C1', 'S2']);
});

test('there is nothing to know of a record type that there is not', () => {
  // What no compiled code can ask for may stand in an id that came from elsewhere.
  expect(() => definitionOf('village' as AnyRecord['type'])).toThrow(
    'There is no record type “village”',
  );
});

function problemOf(before: AnyRecord, after: AnyRecord): string | null {
  const diff: Diff = { ...emptyDiff, updated: [[before, after]] };
  return integrityProblem(made.view(), diff);
}

function without(record: AnyRecord, field: string, id: string): AnyRecord | null {
  return referenceOf(record.type, field).without(record, new Set([id]));
}
