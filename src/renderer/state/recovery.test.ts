import { beforeEach, expect, test } from 'vitest';
import { appError } from '../../contract/errors.ts';
import { recoveryWords } from '../../contract/recovery-words.ts';
import type { RecoveryReport } from '../../contract/recovery.ts';
import { clearNotices, useNotices } from './notices.ts';
import { tellFailure, tellReport, useRecovery } from './recovery.ts';
import { aReport } from './testing/a-report.ts';

beforeEach(() => {
  clearNotices();
  useRecovery.setState({ question: null, isShown: false });
});

function told() {
  return useNotices.getState().notices.map(({ kind, text }) => [kind, text]);
}

test('at first nothing of damaged cases is on show', () => {
  expect(useRecovery.getInitialState()).toEqual({ question: null, isShown: false });
});

test('a case that cannot be opened is said, or asked about where something can be recovered of it', () => {
  const gone = appError('store/not-found', { path: '/a.assay' });
  tellFailure(gone);
  expect(told()).toEqual([['error', gone.message]]);
  expect(useRecovery.getState().question).toBeNull();
  clearNotices();
  const facts = { path: '/a.assay', place: 'journal', report: aReport() };
  const damaged = appError('store/recoverable', facts);
  tellFailure(damaged);
  expect(told()).toEqual([]);
  expect(useRecovery.getState().question).toBe(damaged);
});

const found = [{ file: 'checkpoint', line: null, problem: 'damaged' as const }];
const missing = { changes: [{ from: 7, to: 7, isHeld: false }], outdated: [], records: [] };

// What opening a case may find, what kind of message says so, and whether the whole list is shown at once.
const reports: [string, RecoveryReport | null, 'done' | 'error' | null, boolean][] = [
  ['nothing', null, null, false],
  ['what was mended', aReport({ outcome: 'repaired', found }), 'done', false],
  ['a case of a newer Assay', aReport({ newerFormat: 9 }), 'error', false],
  ['that something is missing', aReport({ found, missing }), null, true],
  ['a journal that was recovered', aReport({ outcome: 'recovered', found }), null, true],
];

test.each(reports)('opening that found %s', (_, report, kind, isShown) => {
  // The list of the case before is not shown over this one.
  useRecovery.setState({ isShown: true });
  tellReport(report);
  const summary = report && recoveryWords(report).summary;
  expect(told()).toEqual(kind === null ? [] : [[kind, summary]]);
  expect(useRecovery.getState().isShown).toBe(isShown);
});

test('the line on what was mended leads to all of it', () => {
  tellReport(aReport({ outcome: 'repaired', found }));
  const [notice] = useNotices.getState().notices;
  expect(notice?.action?.label).toBe('More…');
  notice?.action?.perform();
  expect(useRecovery.getState().isShown).toBe(true);
});

test('of a case of a newer Assay there is no more to show than the line', () => {
  tellReport(aReport({ newerFormat: 9 }));
  expect(useNotices.getState().notices[0]).not.toHaveProperty('action');
});
