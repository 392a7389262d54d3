import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { spanMatches } from '../anchoring/spans.ts';
import { CaseState } from '../core/case-state.ts';
import { Diff, composeDiffs, emptyDiff, invertDiff, isEmptyDiff } from '../core/diff.ts';
import { Draft } from '../core/draft.ts';
import { integrityProblems } from '../core/integrity.ts';
import { recordTypes, referencedIds } from '../records/registry.ts';
import type { TestCase } from '../testing/a-case.ts';
import { randomInputs } from '../testing/random-commands.ts';
import { type WalkStep, fixedSteps, recordsById, walk } from '../testing/random-walk.ts';
import { commandNames } from './registry.ts';

// Many cases, each with files or long sequences; a busy machine may take its time over them.
vi.setConfig({ testTimeout: 60_000 });

const steps: fc.Arbitrary<WalkStep[]> = fc.array(
  fc.record({
    command: fc.nat(commandNames.length - 1),
    choices: fc.array(fc.nat(1_000), { minLength: 20, maxLength: 20 }),
  }),
  { size: 'large', maxLength: 60 },
);

describe('the random commands', () => {
  test('there is a generator for every command', () => {
    expect(Object.keys(randomInputs).sort()).toEqual([...commandNames].sort());
  });

  test('every command is accepted somewhere on a long walk, except a second creation', () => {
    const refusals = new Map<string, number>();
    const { walked } = walk(
      fixedSteps(8_000),
      () => undefined,
      (name, { code }) =>
        refusals.set(`${name} ${code}`, (refusals.get(`${name} ${code}`) ?? 0) + 1),
    );
    const changing = walked.filter(({ diff }) => !isEmptyDiff(diff));
    const accepted = new Set(changing.map(({ name }) => name));
    expect(commandNames.filter((name) => !accepted.has(name))).toEqual(['case/create']);
    expect([...refusals.keys()].sort()).toMatchInlineSnapshot(`
      [
        "case/create command/invalid",
        "claim/create highlight/outside-text",
        "claim/evidence command/invalid",
        "claim/evidence highlight/outside-text",
        "claim/tag tag/duplicate",
        "claim/update highlight/outside-text",
        "highlight/create highlight/outside-text",
        "highlight/create tag/duplicate",
        "highlight/tag tag/duplicate",
        "highlight/update highlight/outside-text",
        "link/create command/invalid",
        "source/merge command/missing",
        "source/remove source/in-use",
        "source/update source/cycle",
        "tag/create tag/duplicate",
        "tag/create tag/key-taken",
        "tag/merge command/missing",
        "tag/merge tag/cycle",
        "tag/move tag/cycle",
        "tag/move tag/duplicate",
        "tag/remove tag/child-duplicate",
        "tag/update tag/duplicate",
      ]
    `);
  });
});

describe('after any commands', () => {
  test('integrity holds, and no command on records that are there is refused for its sake', () => {
    fc.assert(
      fc.property(steps, (taken) => {
        walk(
          taken,
          ({ view }) => {
            expect(integrityProblems(view, view.records())).toEqual([]);
          },
          (_, { code }) => {
            expect(code).not.toBe('command/integrity');
          },
        );
      }),
    );
  });

  test('every quote stands at its offsets', () => {
    fc.assert(
      fc.property(steps, (taken) => {
        const { made } = walk(taken);
        for (const { document, spans } of made.view.all('highlight'))
          for (const span of spans) expect(spanMatches(made.textOf(document), span)).toBe(true);
        for (const { document, attribution, eventTime } of made.view.all('claim')) {
          const anchors = [...attribution.map((hop) => hop.anchor), eventTime?.anchor ?? null];
          for (const anchor of anchors)
            if (anchor !== null) expect(spanMatches(made.textOf(document), anchor)).toBe(true);
        }
      }),
    );
  });

  test('the reverse relations are those of the records', () => {
    fc.assert(
      fc.property(steps, (taken) => {
        expectReferrers(walk(taken).made.view);
      }),
    );
  });
});

describe('diffs', () => {
  test('applying one and then its inverse gives the case before', () => {
    fc.assert(
      fc.property(steps, (taken) => {
        let before = recordsById(walk([]).made.view.records());
        walk(taken, ({ view }, { diff }) => {
          const back = new CaseState(view.records());
          back.apply(invertDiff(diff));
          expect(recordsById(back.records())).toEqual(before);
          before = recordsById(view.records());
        });
      }),
    );
  });

  test('applying one twice is the same as once', () => {
    fc.assert(
      fc.property(steps, (taken) => {
        walk(taken, ({ view }, { diff }) => {
          const twice = new CaseState(view.records());
          twice.apply(diff);
          expect(recordsById(twice.records())).toEqual(recordsById(view.records()));
        });
      }),
    );
  });

  test('undoing all gives the start, redoing all the end', () => {
    fc.assert(
      fc.property(steps, (taken) => {
        const start = walk([]).made.view;
        const { made, walked } = walk(taken);
        const state = new CaseState(made.view.records());
        for (const { diff } of walked.toReversed()) state.apply(invertDiff(diff));
        expect(recordsById(state.records())).toEqual(recordsById(start.records()));
        expectReferrers(state);
        for (const { diff } of walked) state.apply(diff);
        expect(recordsById(state.records())).toEqual(recordsById(made.view.records()));
      }),
    );
  });

  test('composed, they do together what they did one after another, and can be undone at once', () => {
    fc.assert(
      fc.property(steps, fc.nat(), (taken, cut) => {
        const start = walk([]).made.view;
        const { made, walked } = walk(taken);
        const diffs = walked.map(({ diff }) => diff);
        const middle = cut % (diffs.length + 1);
        const halves = [diffs.slice(0, middle), diffs.slice(middle)].map(composed);
        const whole = composed(halves);
        const state = new CaseState(start.records());
        state.apply(whole);
        expect(recordsById(state.records())).toEqual(recordsById(made.view.records()));
        state.apply(invertDiff(whole));
        expect(recordsById(state.records())).toEqual(recordsById(start.records()));
        expect(recordsIn(whole)).toEqual(recordsIn(composed(diffs)));
      }),
    );
  });

  test('replayed from JSON, they give the case', () => {
    fc.assert(
      fc.property(steps, (taken) => {
        const replica = new CaseState(walk([]).made.view.records());
        const { made, walked } = walk(taken);
        for (const { diff } of walked) replica.apply(Diff.parse(JSON.parse(JSON.stringify(diff))));
        expect(recordsById(replica.records())).toEqual(recordsById(made.view.records()));
      }),
    );
  });
});

test('a draft reads as the case it will become', () => {
  fc.assert(
    fc.property(steps, (taken) => {
      let before = new CaseState(walk([]).made.view.records());
      walk(taken, ({ view }, { diff }) => {
        const draft = Draft.of(before, diff);
        for (const type of recordTypes)
          expect(recordsById(draft.all(type))).toEqual(recordsById(view.all(type)));
        for (const { id } of view.records()) {
          expect(draft.get(id)).toEqual(view.get(id));
          expect([...draft.referrers(id)].sort()).toEqual([...view.referrers(id)].sort());
          for (const type of recordTypes)
            expect(recordsById(draft.referring(id, type))).toEqual(
              recordsById(view.referring(id, type)),
            );
        }
        expect(recordsIn(draft.diff())).toEqual(recordsIn(diff));
        before = new CaseState(view.records());
      });
    }),
    { numRuns: 30 },
  );
});

function composed(diffs: readonly Diff[]): Diff {
  return diffs.reduce(composeDiffs, emptyDiff);
}

function recordsIn(diff: Diff): unknown[] {
  const before = diff.updated.map(([record]) => record);
  const after = diff.updated.map(([, record]) => record);
  return [diff.created, before, after, diff.removed].map(recordsById);
}

function expectReferrers(view: TestCase['view']): void {
  for (const { id } of view.records()) {
    const referring = [...view.records()].filter((record) => referencedIds(record).has(id));
    expect([...view.referrers(id)].sort()).toEqual(referring.map((record) => record.id).sort());
    for (const type of recordTypes)
      expect(recordsById(view.referring(id, type))).toEqual(
        recordsById(referring.filter((record) => record.type === type)),
      );
  }
}
