import { expect, test } from 'vitest';
import type { AnyId } from '../records/registry.ts';
import { CaseBuilder } from '../testing/case-builder.ts';
import {
  type Diff,
  type RecordChange,
  composeDiffs,
  diffOf,
  emptyDiff,
  isEmptyDiff,
  sizeOf,
} from './diff.ts';

const build = new CaseBuilder();
const before = build.the(build.tag('Before'));
const after = { ...before, name: 'After' };
const other = build.the(build.tag('Other'));

test.each<[what: string, change: RecordChange, diff: Diff]>([
  ['comes', { before: null, after }, { ...emptyDiff, created: [after] }],
  ['changes', { before, after }, { ...emptyDiff, updated: [[before, after]] }],
  ['goes', { before, after: null }, { ...emptyDiff, removed: [before] }],
  ['comes and goes', { before: null, after: null }, emptyDiff],
  ['stays', { before, after: before }, emptyDiff],
])('a record that %s is where it belongs in the diff', (_, change, diff) => {
  expect(diffOf(new Map<AnyId, RecordChange>([[before.id, change]]))).toEqual(diff);
});

test('the size of a diff is how many records it touches, whatever becomes of them', () => {
  expect(sizeOf({ created: [other], updated: [[before, after]], removed: [] })).toBe(2);
  expect(sizeOf({ created: [], updated: [[before, after]], removed: [other] })).toBe(2);
  expect(isEmptyDiff(emptyDiff)).toBe(true);
  expect(isEmptyDiff({ ...emptyDiff, removed: [other] })).toBe(false);
});

test('two diffs that take each other back are none together', () => {
  const [made, gone] = [
    { ...emptyDiff, created: [other] },
    { ...emptyDiff, removed: [other] },
  ];
  expect(composeDiffs(made, gone)).toEqual(emptyDiff);
  expect(composeDiffs(gone, made)).toEqual(emptyDiff);
});
