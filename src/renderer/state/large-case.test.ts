import { beforeEach, describe, expect, test } from 'vitest';
import type { CallResult, CaseSnapshot, MoreRecords } from '../../contract/calls.ts';
import { appError } from '../../contract/errors.ts';
import { err, ok } from '../../domain/core/result.ts';
import { CaseBuilder } from '../../domain/testing/case-builder.ts';
import { nameScreens, useNavigation } from './navigation.ts';
import { clearNotices, useNotices } from './notices.ts';
import { useRecovery } from './recovery.ts';
import { caseReplica, currentView, useReplicaStore } from './replica.ts';
import { enterCase } from './session.ts';
import { aReport } from './testing/a-report.ts';
import { standInForMain } from './testing/main-process.ts';
import { aHeader, aSnapshot } from './testing/shown-case.ts';

const builder = new CaseBuilder();
const document = builder.document('words');
const source = builder.source('Reuters');
const records = [...builder.view().records()];

beforeEach(() => {
  caseReplica.replace(null);
  clearNotices();
  nameScreens(['documents', 'reader']);
  useRecovery.setState(useRecovery.getInitialState(), true);
});

function told(): string[] {
  return useNotices.getState().notices.map(({ text }) => text);
}

function shownPath(): string | null {
  return useReplicaStore.getState().replica?.path ?? null;
}

type More = CallResult<'case/more'>;

/** A large case that was just entered, whose rest comes as it is told to. */
function aLargeCase(fields: Partial<CaseSnapshot> = {}) {
  const answers: ((more: More) => void)[] = [];
  const main = standInForMain({
    'case/more': () => {
      const { promise, resolve } = Promise.withResolvers<More>();
      answers.push(resolve);
      return promise;
    },
    'case/close': () => ok({ recent: [] }),
  });
  enterCase(aSnapshot([], { rest: 7, preview: document, ...fields }));
  return {
    calls: () => main.asked,
    answer: async (more: More) => {
      answers.shift()?.(more);
      // Everything happens that waits for nothing but its turn.
      await new Promise((resolve) => setTimeout(resolve));
    },
  };
}

function aPart(fields: Partial<MoreRecords> = {}): More {
  return ok({ records: [], done: 1, total: 2, complete: null, ...fields });
}

const askForMore = ['case/more', { rest: 7 }] as const;

describe('a large case', () => {
  test('shows one document in the reader while the rest is asked for, until all is here', async () => {
    const { calls, answer } = aLargeCase();
    expect(useNavigation.getState()).toMatchObject({ screen: 'reader', document });
    await answer(aPart());
    expect(useReplicaStore.getState().replica?.reading).toEqual({ done: 1, total: 2 });
    await answer(aPart({ records, done: 2, complete: aHeader() }));
    expect(calls()).toEqual([askForMore, askForMore]);
    expect(useReplicaStore.getState().replica?.reading).toBeNull();
    expect(currentView().get(source)).toEqual(builder.the(source));
    expect(told()).toEqual([]);
  });

  test('says what reading the rest has found', async () => {
    const { answer } = aLargeCase();
    await answer(aPart({ complete: aHeader({ report: aReport({ newerFormat: 9 }) }) }));
    expect(told()).toEqual([expect.stringContaining('newer Assay')]);
  });

  test('says nothing once more that was said as it was opened', async () => {
    const report = aReport({ newerFormat: 9 });
    const { answer } = aLargeCase({ report });
    clearNotices();
    await answer(aPart({ complete: aHeader({ report }) }));
    expect(told()).toEqual([]);
  });

  test('is left when the rest cannot be read, with a word on why', async () => {
    const { calls, answer } = aLargeCase();
    const facts = { path: '/a.assay', place: 'journal', report: aReport() };
    const damaged = appError('store/recoverable', facts);
    await answer(err(damaged));
    expect(calls()).toEqual([askForMore, ['case/close', {}]]);
    expect([shownPath(), useRecovery.getState().question]).toEqual([null, damaged]);
  });

  test('asks for no more when something else is about to be shown', async () => {
    const { calls, answer } = aLargeCase();
    await answer(ok(null));
    expect(calls()).toEqual([askForMore]);
    expect(shownPath()).toBe('/a.assay');
  });

  test.each<[string, More]>([
    ['comes', aPart({ records, complete: aHeader() })],
    ['is refused', err(appError('store/no-case-open', {}))],
    ['is nothing', ok(null)],
  ])('that gave way to another takes no notice of what %s for it', async (_, late) => {
    const { calls, answer } = aLargeCase();
    enterCase(aSnapshot([], { path: '/b.assay' }));
    await answer(late);
    expect(calls()).toEqual([askForMore]);
    expect([shownPath(), [...currentView().all('source')], told()]).toEqual(['/b.assay', [], []]);
  });
});
