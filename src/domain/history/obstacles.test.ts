import { describe, expect, test } from 'vitest';
import { CaseState } from '../core/case-state.ts';
import { type Diff, emptyDiff } from '../core/diff.ts';
import type { AnyId, AnyRecord } from '../records/registry.ts';
import { CaseBuilder } from '../testing/case-builder.ts';
import { missingFor, obstaclesTo } from './obstacles.ts';

function someCase() {
  const build = new CaseBuilder();
  const [paper, wire] = [build.source('Paper'), build.source('Wire')];
  const document = build.document('It burned.', { publisher: paper });
  const highlight = build.highlight(document, 'burned');
  const claim = build.claim(document, 'It burned', [wire], { highlights: [highlight] });
  return { build, view: build.view(), paper, wire, document, highlight, claim };
}

// The case without some of its records, of which others may still speak.
function without(view: CaseState, ...ids: AnyId[]): CaseState {
  return new CaseState([...view.records()].filter(({ id }) => !ids.includes(id)));
}

function update<R extends AnyRecord>(before: R, after: R): Diff {
  return { ...emptyDiff, updated: [[before, after]] };
}

describe('in the way of a change stands', () => {
  const { build, view, paper, wire, document, highlight, claim } = someCase();
  const source = build.the(paper);
  const renamed = { ...source, name: 'Daily' };
  const claims = build.the(claim);

  test.each<[what: string, now: CaseState, diff: Diff, obstacles: AnyId[]]>([
    ['nothing where all is as it was', view, update(source, renamed), []],
    ['nothing of an empty change', view, emptyDiff, []],
    ['what is no longer what it was', view, update(renamed, source), [paper]],
    ['what is there already', view, { ...emptyDiff, created: [source] }, [paper]],
    ['what is gone', without(view, claim), { ...emptyDiff, removed: [claims] }, [claim]],
    [
      'what points to something that is to go',
      view,
      { ...emptyDiff, removed: [build.the(document)] },
      [highlight, claim],
    ],
    [
      'nothing where all that points to it goes, too',
      view,
      { ...emptyDiff, removed: [document, highlight, claim].map((id) => build.the(id)) },
      [],
    ],
    [
      'what is to be pointed to and is gone',
      without(view, claim, wire, highlight),
      { ...emptyDiff, created: [claims] },
      [highlight, wire],
    ],
    [
      'nothing where what is to be pointed to comes, too',
      without(view, claim, wire),
      { ...emptyDiff, created: [claims, build.the(wire)] },
      [],
    ],
  ])('%s', (_, now, diff, obstacles) => {
    expect([...obstaclesTo(now, diff)].sort()).toEqual([...obstacles].sort());
  });
});

test('a record misses what it points to and the case does not hold', () => {
  const { build, view, wire, highlight, claim } = someCase();
  expect(missingFor(view, build.the(claim))).toEqual([]);
  expect(missingFor(without(view, wire), build.the(claim))).toEqual([wire]);
  expect(missingFor(without(view, wire, highlight), build.the(claim))).toEqual([highlight, wire]);
});
