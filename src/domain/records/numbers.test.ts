import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { invertDiff } from '../core/diff.ts';
import { Draft } from '../core/draft.ts';
import { integrityProblem } from '../core/integrity.ts';
import { aCase } from '../testing/a-case.ts';
import { claim, nth, source } from '../testing/made-records.ts';
import { fixedSteps, walk } from '../testing/random-walk.ts';
import { numberOf, numberedTypes, shortName } from './registry.ts';

vi.setConfig({ testTimeout: 60_000 });

test('claims and sources are the records with a short number', () => {
  expect([...numberedTypes].sort()).toEqual(['claim', 'source']);
});

test('a claim and a source are called by their letter and number', () => {
  const made = aCase({ documents: ['[NATO left] Baghdad.'] });
  const paper = source(made, 'The Paper');
  const said = claim(made, 0, [paper]);
  expect(shortName(made.the(paper))).toBe('S1');
  expect(shortName(made.the(said))).toBe('C1');
});

describe('a short number', () => {
  test('is given once, whatever is removed, merged or undone', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }), (undone) => {
        const owners = new Map<string, string>();
        let step = 0;
        walk(fixedSteps(400), ({ view }, { diff }) => {
          for (const record of [...diff.created, ...diff.updated.map(([, after]) => after)]) {
            if (numberOf(record) === null) continue;
            const key = `${record.type} ${String(numberOf(record))}`;
            expect(owners.get(key) ?? record.id).toBe(record.id);
            owners.set(key, record.id);
          }
          step += 1;
          if (undone[step % undone.length] === true) view.apply(invertDiff(diff));
        });
      }),
      { numRuns: 10 },
    );
  });

  test('counts up from the highest that was ever given', () => {
    const made = aCase({ documents: ['[NATO left] Baghdad.'] });
    const first = claim(made);
    const second = made.run('claim/create', { on: { highlight: nth(made.highlights, 0) } });
    made.run('claim/remove', { claims: [first] });
    made.view.apply(invertDiff(second));
    expect(made.the(claim(made)).number).toBe(3);
  });

  test('goes to each of many that one change makes', () => {
    const made = aCase({ documents: ['[NATO left] Baghdad.'] });
    const create = { name: 'A', kind: 'person' as const };
    const diff = made.run('claim/create', {
      on: { highlight: nth(made.highlights, 0) },
      attribution: [create, { ...create, name: 'B' }].map((details) => ({
        source: { new: details },
        manner: 'on-record' as const,
        anchor: null,
      })),
    });
    const sources = diff.created.filter(({ type }) => type === 'source');
    expect(sources.map(numberOf)).toEqual([1, 2]);
  });

  test('finds its record, and no other once that is gone', () => {
    const made = aCase();
    const paper = source(made, 'The Paper');
    expect(made.view.numbered('source', 1)).toBe(paper);
    expect(made.view.numbered('claim', 1)).toBeUndefined();
    const draft = new Draft(made.view);
    draft.remove([paper]);
    expect(draft.numbered('source', 1)).toBeUndefined();
    expect(draft.nextNumber('source')).toBe(2);
    made.run('source/remove', { source: paper });
    expect(made.view.numbered('source', 1)).toBeUndefined();
    expect(made.view.highestNumber('source')).toBe(1);
  });

  test('of another record, or another number for a record, is refused', () => {
    const made = aCase();
    const paper = made.the(source(made, 'The Paper'));
    const ministry = made.the(source(made, 'The ministry'));
    const none = { created: [], updated: [], removed: [] };
    const copied = { ...paper, id: `${paper.id.slice(0, -1)}f` as typeof paper.id };
    expect(integrityProblem(made.view, { ...none, created: [copied] })).toMatch(
      /has the number of/,
    );
    expect(
      integrityProblem(made.view, { ...none, updated: [[ministry, { ...ministry, number: 7 }]] }),
    ).toMatch(/cannot get another number/);
  });

  test('stays with the source that another is merged into', () => {
    const made = aCase();
    const [keep, merge] = [source(made, 'A'), source(made, 'B')];
    made.run('source/merge', { keep: merge, merge: keep });
    expect(made.the(merge).number).toBe(2);
    expect(made.the(source(made, 'C')).number).toBe(3);
  });
});
