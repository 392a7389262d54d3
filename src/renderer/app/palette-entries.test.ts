import { beforeEach, expect, test } from 'vitest';
import { CaseBuilder } from '../../domain/testing/case-builder.ts';
import type { Action } from '../state/actions.ts';
import { noFilter, useHistoryView } from '../state/history-view.ts';
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

test('a number is taken alike however it is written, and is never a longer one', () => {
  const builder = new CaseBuilder();
  for (let time = 1; time <= 12; time += 1)
    builder.source(`Watch ${'abcdefghijkl'[time - 1] ?? ''}`);
  caseReplica.replace(aSnapshot(builder.view().records()));
  for (const typed of ['s1', 'S 1', 's01', '#1', 'No. 1'])
    expect(found(typed)).toEqual(['Watch a']);
  expect(found('s1 watch')).toEqual(['Watch a']);
  expect(found('12')).toEqual(['Watch l']);
});

test('a number that was given and that nothing has any more leads to the history; one never given to nothing', () => {
  const builder = new CaseBuilder();
  const gone = builder.source('The Paper');
  builder.source('Harbour master');
  const left = [...builder.view().records()].filter(({ id }) => id !== gone);
  caseReplica.replace(aSnapshot(left));
  const [entry, ...others] = paletteEntries('s 01', actions);
  expect(others).toEqual([]);
  expect(entry).toMatchObject({ label: 'No longer in the case: show its changes', hint: 'S1' });
  entry?.perform();
  expect(useHistoryView.getState().filter).toEqual({ ...noFilter, text: 'S1' });
  expect(found('s3')).toEqual([]);
});
