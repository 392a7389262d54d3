import { beforeEach, expect, test } from 'vitest';
import { CaseBuilder } from '../../domain/testing/case-builder.ts';
import type { Action } from '../state/actions.ts';
import { caseReplica } from '../state/replica.ts';
import { aSnapshot } from '../state/testing/shown-case.ts';
import { paletteEntries } from './palette-entries.ts';

const labels = ['Undo: Verdict on “NATO left”: Supported', 'Undo', 'Case details…'];
const actions = new Map(
  labels.map((label): [string, Action] => [
    label,
    { id: label, label, group: 'Case', perform: () => undefined },
  ]),
);

function found(typed: string): string[] {
  return paletteEntries(typed, actions).map(({ label }) => label);
}

beforeEach(() => {
  const builder = new CaseBuilder();
  builder.source('NATO');
  builder.source('Undocumented NATO official');
  caseReplica.replace(aSnapshot(builder.view().records()));
});

test('what begins with the words comes first, a record as well as an action', () => {
  expect(found('nato')).toEqual(['NATO', labels[0], 'Undocumented NATO official']);
});

test('of what begins alike, actions come before records', () => {
  expect(found('undo')).toEqual([labels[0], 'Undo', 'Undocumented NATO official']);
});

test('without words there are the actions in their order', () => {
  expect(found(' ')).toEqual(labels);
});

test('a number finds its record, before those in whose words it stands, however many those are', () => {
  const builder = new CaseBuilder();
  for (let time = 0; time < 12; time += 1) builder.source(`Berth S13, watch ${time}`);
  builder.source('Harbour master');
  caseReplica.replace(aSnapshot(builder.view().records()));
  const [first, ...others] = paletteEntries('s13', actions);
  expect(first).toMatchObject({ label: 'Harbour master', hint: 'S13' });
  expect(others).toHaveLength(7);
  expect(found('s2')).toEqual(['Berth S13, watch 1']);
  builder.source('Opposite S2');
  caseReplica.replace(aSnapshot(builder.view().records()));
  expect(found('s2')).toEqual(['Berth S13, watch 1', 'Opposite S2']);
});
