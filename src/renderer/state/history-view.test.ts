import { beforeEach, expect, test } from 'vitest';
import { CaseBuilder } from '../../domain/testing/case-builder.ts';
import {
  askHistory,
  endQuestion,
  filterHistory,
  noFilter,
  searchHistory,
  selectChange,
  showHistoryOf,
  useHistoryView,
} from './history-view.ts';
import { nameScreens, useNavigation } from './navigation.ts';

const source = new CaseBuilder().source('Reuters');

beforeEach(() => {
  nameScreens(['claims', 'history']);
  useHistoryView.setState(useHistoryView.getInitialState(), true);
});

function screen(): string {
  return useNavigation.getState().screen;
}

test('at first it shows every change, none of them in full, and asks nothing', () => {
  expect(noFilter).toEqual({
    ...{ subject: null, by: null, type: null, from: '', until: '', text: '' },
  });
  const beginning = { filter: noFilter, selected: null, asked: null };
  expect(useHistoryView.getInitialState()).toEqual(beginning);
});

test('a filter is changed field by field, where one is', () => {
  filterHistory({ from: '2026-03-10' });
  filterHistory({ type: 'claim' });
  const { filter } = useHistoryView.getState();
  expect(filter).toEqual({ ...noFilter, from: '2026-03-10', type: 'claim' });
  expect(screen()).toBe('claims');
});

test('a change is selected, and let go of', () => {
  selectChange(7);
  expect(useHistoryView.getState().selected).toBe(7);
  selectChange(null);
  expect(useHistoryView.getState().selected).toBeNull();
});

const ways: [string, () => void, Partial<typeof noFilter>][] = [
  [
    'of one record',
    () => {
      showHistoryOf(source, 'Reuters');
    },
    { subject: { id: source, name: 'Reuters' } },
  ],
  [
    'with some words',
    () => {
      searchHistory('port');
    },
    { text: 'port' },
  ],
];

test.each(ways)('going to the changes %s shows all of those and nothing else', (_, go, filter) => {
  filterHistory({ until: '2026-03-10', text: 'harbour' });
  selectChange(7);
  go();
  expect(screen()).toBe('history');
  const { filter: shown, selected } = useHistoryView.getState();
  expect([shown, selected]).toEqual([{ ...noFilter, ...filter }, null]);
});

test('a dialog opens over the history as it is, and closes', () => {
  filterHistory({ text: 'harbour' });
  askHistory('verify');
  expect(screen()).toBe('history');
  expect(useHistoryView.getState()).toMatchObject({ asked: 'verify', filter: { text: 'harbour' } });
  endQuestion();
  expect(useHistoryView.getState()).toMatchObject({ asked: null, filter: { text: 'harbour' } });
});
