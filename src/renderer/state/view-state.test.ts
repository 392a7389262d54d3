import { beforeEach, expect, test, vi } from 'vitest';
import { ok } from '../../domain/core/result.ts';
import { rememberView, replaceViewState, saveViewState } from './view-state.ts';

const saved: unknown[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  saved.length = 0;
  function invoke(_: string, { changes }: { readonly changes: unknown }): Promise<unknown> {
    saved.push(changes);
    return Promise.resolve(ok(null));
  }
  vi.stubGlobal('window', { assay: { invoke } });
  replaceViewState({});
  return () => vi.useRealTimers();
});

test('what is remembered of a case is written down once, shortly after or at once', async () => {
  rememberView('claims/sort', 'date');
  rememberView('claims/sort', 'letter');
  vi.runAllTimers();
  expect(saved).toEqual([{ 'claims/sort': 'letter' }]);
  rememberView('claims/sort', 'digit');
  await saveViewState();
  vi.runAllTimers();
  expect(saved).toEqual([{ 'claims/sort': 'letter' }, { 'claims/sort': 'digit' }]);
});

test('what was not written down of a case is not written down for the next', async () => {
  rememberView('claims/sort', 'date');
  replaceViewState({});
  vi.runAllTimers();
  await saveViewState();
  expect(saved).toEqual([]);
});
