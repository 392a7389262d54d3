import { beforeEach, expect, test } from 'vitest';
import { CaseBuilder } from '../../../domain/testing/case-builder.ts';
import { claimColumns } from './claim-columns.tsx';
import { type ClaimRow, claimRowPlan } from './claim-rows.ts';

let rows: readonly ClaimRow[] = [];

function found(search: string): number[] {
  const test = claimColumns.test({}, search);
  return rows.filter((row) => test?.(row) !== false).map(({ claim }) => claim.number);
}

// Thirteen claims: C3 is S1's by way of S12, C4 speaks of a berth C1, C13 of a berth C 12 in port.
beforeEach(() => {
  const builder = new CaseBuilder();
  const sources = Array.from({ length: 12 }, (_, index) =>
    builder.source(`Source ${'abcdefghijkl'[index] ?? ''}`),
  );
  const [first] = sources;
  const last = sources.at(-1);
  if (first === undefined || last === undefined) throw new Error('No sources');
  const document = builder.document('It burnt.');
  const statements = new Map([
    [4, 'Seen at berth C1'],
    [13, 'Moored at C 12 in port'],
  ]);
  for (let number = 1; number <= 13; number += 1)
    builder.claim(document, 'It burnt', number === 3 ? [last, first] : [], {
      statement: statements.get(number) ?? 'It burnt',
    });
  const view = builder.view();
  rows = Array.from(view.all('claim'), (claim) => claimRowPlan.row(view, claim));
});

test('a number finds its claim and the claims in whose words it stands, but no longer number', () => {
  expect(found('c1')).toEqual([1, 4]);
  expect(found('c2')).toEqual([2]);
  expect(found('C99')).toEqual([]);
});

test('it does so however it is written, and among other words', () => {
  for (const typed of ['C 12', 'c012', 'No. C12']) expect(found(typed)).toContain(12);
  expect(found('C 12')).toEqual([12, 13]);
  expect(found('c1 berth')).toEqual([4]);
  expect(found('c13 port')).toEqual([13]);
});

test('the number of a source finds the claims that name it, and no longer number', () => {
  expect(found('s1')).toEqual([3]);
  expect(found('S12')).toEqual([3]);
  expect(found('s2')).toEqual([]);
  expect(found('#12')).toEqual([3, 12]);
});

test('digits alone are looked for in numbers as in words', () => {
  expect(found('3')).toEqual([3, 13]);
});
