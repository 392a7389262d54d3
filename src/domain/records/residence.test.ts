import { describe, expect, test } from 'vitest';
import { emptyDiff } from '../core/diff.ts';
import { CaseBuilder } from '../testing/case-builder.ts';
import { fixedId } from '../testing/fixed-ids.ts';
import type { AnyId } from './registry.ts';
import { homeOf, homelessRecords, homesOf, recordsOfDocument } from './residence.ts';

const made = new CaseBuilder();
const first = made.document('It burned.');
const second = made.document('It sank.');
const paper = made.source('Paper');
const burned = made.highlight(first, 'burned');
const claim = made.claim(first, 'It burned', [], { highlights: [burned] });
const sank = made.claim(second, 'sank', [], { highlights: [made.highlight(second, 'sank')] });
const credibility = made.rate(claim, 'admiralty-credibility', '2');
const reliability = made.rate(paper, 'admiralty-reliability', 'B');
const link = made.link(claim, 'contradicts', sank);
const back = made.link(sank, 'updates', claim);
const view = made.view();
const find = view.get.bind(view);

describe('a record is kept', () => {
  const inFirst: AnyId[] = [first, burned, claim, credibility, link];
  test.each(inFirst)('with the document that it is made of, or said of: %s', (id) => {
    expect(homeOf(made.the(id), find)).toBe(first);
  });

  test.each<AnyId>([paper, reliability, made.tag('War')])('with the case otherwise: %s', (id) => {
    expect(homeOf(made.the(id), find)).toBeNull();
  });

  test('with a document that need not be there to be known', () => {
    expect(homeOf(made.the(claim), () => undefined)).toBe(first);
  });

  test('with the case if what it is said of is not there', () => {
    expect(homeOf(made.the(link), () => undefined)).toBeNull();
  });

  test('in one place, which lists it', () => {
    const listed = [...recordsOfDocument(view, first)].map(({ id }) => id);
    expect([...listed].sort()).toEqual([...inFirst].sort());
    expect([...recordsOfDocument(view, second)].map(({ id }) => id)).toContain(back);
    expect([...homelessRecords(view)].map(({ id }) => id)).toContain(reliability);
  });
});

test('a document that is not there has no records, and is none itself', () => {
  expect([...recordsOfDocument(view, fixedId('document', 99))]).toEqual([]);
});

test('a change names the documents that it changes something of, and no others', () => {
  const source = made.the(paper);
  const rated = made.the(credibility);
  const noted = { ...source, note: 'Bought in 2020' };
  expect(homesOf({ ...emptyDiff, updated: [[source, noted]] }, view)).toEqual(new Set());
  expect(homesOf({ ...emptyDiff, updated: [[source, noted]], removed: [rated] }, view)).toEqual(
    new Set([first]),
  );
  const moved = { ...rated, subject: sank };
  expect(homesOf({ ...emptyDiff, updated: [[rated, moved]] }, view)).toEqual(
    new Set([first, second]),
  );
});
