import { describe, expect, test } from 'vitest';
import type { AnyRecord } from '../records/registry.ts';
import { CaseBuilder } from '../testing/case-builder.ts';
import { fixedId } from '../testing/fixed-ids.ts';
import { CaseState, isRecord } from './case-state.ts';
import { emptyDiff } from './diff.ts';

function someCase() {
  const build = new CaseBuilder();
  const [wire, paper] = [build.source('Wire'), build.source('Paper')];
  const document = build.document('It burnt.');
  const claim = build.claim(document, 'It burnt', [wire, wire, paper]);
  return { build, wire, paper, claim, view: build.view() };
}

test('a case knows how many records it holds, of a type and of all', () => {
  const { view, paper, build } = someCase();
  const all = [...view.records()];
  expect(view.size).toBe(all.length);
  expect(view.count('source')).toBe(2);
  expect(view.count('tag')).toBe(0);
  view.apply({ ...emptyDiff, removed: [build.the(paper)] });
  expect(view.size).toBe(all.length - 1);
  expect(view.count('source')).toBe(1);
});

test('a record is of its own type only, and what is not there is of none', () => {
  const { view, wire } = someCase();
  expect(isRecord(view.get(wire), 'source')).toBe(true);
  expect(isRecord(view.get(wire), 'claim')).toBe(false);
  expect(isRecord(view.get(fixedId('source', 999)), 'source')).toBe(false);
});

describe('what points to a record', () => {
  test('is named once, however often it points there', () => {
    const { view, wire, claim } = someCase();
    expect([...view.referrers(wire)]).toEqual([claim]);
    expect([...view.referring(wire, 'claim')].map(({ id }) => id)).toEqual([claim]);
  });

  test('is what points to it now, after all that came and went', () => {
    const { build, view, wire, claim } = someCase();
    const said = build.the(claim);
    const other = { ...said, id: fixedId('claim', 998), number: 2 };
    view.apply({ ...emptyDiff, created: [other] });
    expect([...view.referrers(wire)]).toEqual([claim, other.id]);
    view.apply({ ...emptyDiff, removed: [said, other] });
    expect([...view.referrers(wire)]).toEqual([]);
    view.apply({ ...emptyDiff, created: [said] });
    expect([...view.referrers(wire)]).toEqual([claim]);
    view.apply({ ...emptyDiff, updated: [[said, { ...said, attribution: [] }]] });
    expect([...view.referrers(wire)]).toEqual([]);
  });
});

describe('a short number', () => {
  // Two sources that a damaged case gives the same number.
  function twins(): { state: CaseState; first: AnyRecord; second: AnyRecord } {
    const { build, wire, paper } = someCase();
    const [first, second] = [build.the(wire), { ...build.the(paper), number: 1 }];
    return { state: new CaseState([first, second]), first, second };
  }

  test('that two records have is that of the later, also when the earlier goes', () => {
    const { state, first, second } = twins();
    expect(state.numbered('source', 1)).toBe(second.id);
    state.apply({ ...emptyDiff, removed: [first] });
    expect(state.numbered('source', 1)).toBe(second.id);
    state.apply({ ...emptyDiff, removed: [second] });
    expect(state.numbered('source', 1)).toBeUndefined();
  });

  test('is known to be given where it is noted, unless a higher one is', () => {
    const { state } = twins();
    expect(state.highestNumber('claim')).toBe(0);
    state.noteNumber('source', 7);
    state.noteNumber('source', 3);
    expect(state.highestNumber('source')).toBe(7);
  });
});
