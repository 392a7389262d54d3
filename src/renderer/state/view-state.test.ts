import { beforeEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { ok } from '../../domain/core/result.ts';
import { draw } from './testing/drawn.ts';
import { standInForMain } from './testing/main-process.ts';
import {
  rememberView,
  replaceViewState,
  saveViewState,
  useRemembered,
  useViewState,
} from './view-state.ts';

const saved: unknown[] = [];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  saved.length = 0;
  standInForMain({
    'view/change': ({ changes }) => {
      saved.push(changes);
      return ok(null);
    },
  });
  replaceViewState({});
  return () => vi.useRealTimers();
});

test('a window begins with nothing remembered', async () => {
  vi.resetModules();
  const anew = await import('./view-state.ts');
  const { given, end } = await draw(anew.useRemembered, 'read/');
  await end();
  expect(given).toEqual([[]]);
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

test('what keeps changing is written down once it has come to rest', () => {
  rememberView('reader/place', 1);
  vi.advanceTimersByTime(200);
  rememberView('reader/place', 2);
  vi.advanceTimersByTime(200);
  expect(saved).toEqual([]);
  vi.advanceTimersByTime(200);
  expect(saved).toEqual([{ 'reader/place': 2 }]);
});

const sort = z.enum(['date', 'letter']);

function useSort(key: string) {
  return useViewState(key, sort, 'date');
}

test('a piece of view state is what was remembered of it, and changes under its own name', async () => {
  replaceViewState({ 'claims/sort': 'letter' });
  const { given, after, again, end } = await draw(useSort, 'claims/sort');
  expect(given.map(([value]) => value)).toEqual(['letter']);
  await after(() => given.at(-1)?.[1]('date'));
  expect(given.map(([value]) => value)).toEqual(['letter', 'date']);
  await again('sources/sort');
  expect(given.at(-1)?.[0]).toBe('date');
  await after(() => given.at(-1)?.[1]('letter'));
  expect(given.at(-1)?.[0]).toBe('letter');
  await saveViewState();
  expect(saved).toEqual([{ 'claims/sort': 'date', 'sources/sort': 'letter' }]);
  await end();
});

test('what was remembered in a shape that is no longer known counts for nothing', async () => {
  replaceViewState({ 'claims/sort': 'digit' });
  const { given, end } = await draw(useSort, 'claims/sort');
  expect(given.map(([value]) => value)).toEqual(['date']);
  await end();
});

test('what is remembered as true under a prefix is known, and drawn again when that changes', async () => {
  replaceViewState({ 'read/one': true, 'read/two': false, 'read/three': 3, 'open/read/': true });
  const { given, after, end } = await draw(useRemembered, 'read/');
  await after(() => {
    rememberView('claims/sort', 'date');
  });
  expect(given).toEqual([['one']]);
  await after(() => {
    rememberView('read/two', true);
  });
  expect(given.slice(1)).toEqual([['one', 'two']]);
  await end();
});
