import { beforeEach, describe, expect, test } from 'vitest';
import type { CallResult } from '../../contract/calls.ts';
import { appError } from '../../contract/errors.ts';
import { err, ok } from '../../domain/core/result.ts';
import { emptyDiff } from '../../domain/core/diff.ts';
import { CaseBuilder } from '../../domain/testing/case-builder.ts';
import { formatLabel } from './document-formats.ts';
import { goTo, nameScreens, openReader, useNavigation } from './navigation.ts';
import { clearNotices, notify, useNotices } from './notices.ts';
import { useRecovery } from './recovery.ts';
import { caseReplica, currentView, useReplicaStore } from './replica.ts';
import {
  ask,
  changeSettings,
  enterCase,
  leaveCase,
  leaveToRecover,
  lookBack,
  reopenCase,
  returnToNow,
  startSession,
  useSession,
} from './session.ts';
import { aReport } from './testing/a-report.ts';
import { draw } from './testing/drawn.ts';
import { standInForMain } from './testing/main-process.ts';
import { aChange, aHeader, aSnapshot } from './testing/shown-case.ts';
import { useDocumentText } from './texts.ts';
import { rememberView, replaceViewState, saveViewState, useRemembered } from './view-state.ts';

const builder = new CaseBuilder();
const document = builder.document('words');
const source = builder.source('Reuters');
const records = [...builder.view().records()];

const error = appError('store/not-found', { path: '/a.assay' });
const refused = err(error);
const recent = [{ key: 'a', name: 'a', path: '/a.assay', openedAt: '2026-03-15T12:00:00.000Z' }];
const noCopies = { every: 'never', keep: 10 } as const;

beforeEach(() => {
  caseReplica.replace(null);
  clearNotices();
  nameScreens(['documents', 'reader', 'claims']);
  replaceViewState({});
  useSession.setState(useSession.getInitialState(), true);
  useRecovery.setState(useRecovery.getInitialState(), true);
});

function told(): string[] {
  return useNotices.getState().notices.map(({ text }) => text);
}

function shownPath(): string | null {
  return useReplicaStore.getState().replica?.path ?? null;
}

const format = { id: 'html', label: 'Web page (HTML)', plural: 'web pages' };

const started = {
  settings: { theme: 'dark', analyst: 'Ada', copies: noCopies },
  recent,
  formats: [{ id: 'html', label: 'Report', meaning: 'To be read.', icon: 'code' }],
  copyFolder: '/copies',
  version: '1.2.3',
  runtime: 'Electron',
  documentFormats: [format],
} as const;

describe('the start of the window', () => {
  test('takes in what the app knows, and shows the start screen', async () => {
    expect(useSession.getState()).toEqual({
      settings: { theme: 'system', analyst: 'Analyst', copies: noCopies },
      ...{ recent: [], formats: [], copyFolder: null, version: '', runtime: '' },
      documentFormats: [],
    });
    standInForMain({ 'app/start': () => ok({ ...started, setAside: null, open: null }) });
    await startSession();
    expect(useSession.getState()).toEqual(started);
    expect(shownPath()).toBeNull();
  });

  test('says where settings are kept that could not be understood', async () => {
    standInForMain({ 'app/start': () => ok({ ...started, setAside: '/kept', open: null }) });
    await startSession();
    expect(told()).toEqual([expect.stringContaining('kept at “/kept”.')]);
  });

  test('calls formats of documents by what the app calls them, and others by their id', async () => {
    standInForMain({ 'app/start': () => ok({ ...started, setAside: null, open: null }) });
    await startSession();
    expect([formatLabel('html'), formatLabel('tablet')]).toEqual(['Web page (HTML)', 'tablet']);
  });

  test('shows the case that is open already, and follows it', async () => {
    const open = aSnapshot();
    const main = standInForMain({
      'app/start': () => ok({ ...started, setAside: null, open }),
    });
    await startSession();
    expect(shownPath()).toBe('/a.assay');
    main.send('case/changed', aChange(2, { ...emptyDiff, created: records }));
    expect(currentView().get(source)).toEqual(builder.the(source));
    expect(useReplicaStore.getState().replica?.health).toEqual({ state: 'well' });
    const health = { state: 'suspended', error, automatic: true } as const;
    main.send('case/health', health);
    expect(useReplicaStore.getState().replica).toMatchObject({ seq: 2, health });
  });

  test('says why it failed', async () => {
    standInForMain({ 'app/start': () => refused });
    await startSession();
    expect(told()).toEqual([error.message]);
    expect(useSession.getState()).toEqual(useSession.getInitialState());
  });
});

test('what is asked for is given, or null with a word on why it was refused', async () => {
  standInForMain({ 'case/forget': ({ key }) => (key === 'a' ? ok({ recent: [] }) : refused) });
  expect(await ask('case/forget', { key: 'a' })).toEqual({ recent: [] });
  expect(told()).toEqual([]);
  expect(await ask('case/forget', { key: 'b' })).toBeNull();
  expect(told()).toEqual([error.message]);
});

describe('a case that is entered', () => {
  test('shows nothing of the one before', async () => {
    const main = standInForMain();
    enterCase(aSnapshot([], { path: '/b.assay' }));
    notify('error', 'Of the case before');
    openReader(document);
    rememberView('claims/sort', 'date');
    const remembered = await draw(useRemembered, 'read/');
    await remembered.after(() => {
      enterCase(aSnapshot(records, { viewState: { 'read/one': true } }));
    });
    expect([shownPath(), told()]).toEqual(['/a.assay', []]);
    expect(useNavigation.getState()).toMatchObject({ screen: 'documents', document: null });
    expect(remembered.given.at(-1)).toEqual(['one']);
    await remembered.end();
    await saveViewState();
    expect(main.asked).toEqual([]);
  });

  test('says what opening it found', () => {
    notify('done', 'Of the case before');
    enterCase(aSnapshot(records, { report: aReport({ newerFormat: 9 }) }));
    expect(told()).toEqual([expect.stringContaining('newer Assay')]);
  });
});

describe('a case that is left', () => {
  test('has its view state written down while it is open, and leaves nothing behind', async () => {
    const main = standInForMain({
      'view/change': () => ok(null),
      'case/close': () => ok({ recent }),
    });
    enterCase(aSnapshot(records));
    notify('done', 'Of the case before');
    rememberView('read/one', true);
    const remembered = await draw(useRemembered, 'read/');
    await remembered.after(leaveCase);
    expect(main.asked).toEqual([
      ['view/change', { changes: { 'read/one': true } }],
      ['case/close', {}],
    ]);
    expect([shownPath(), told()]).toEqual([null, []]);
    expect(remembered.given.at(-1)).toEqual([]);
    await remembered.end();
    expect(useSession.getState().recent).toEqual(recent);
  });

  test('stays as it is where it cannot be closed', async () => {
    standInForMain({ 'case/close': () => refused });
    enterCase(aSnapshot(records));
    notify('done', 'Undone: Merge');
    await leaveCase();
    expect([shownPath(), told()]).toEqual(['/a.assay', ['Undone: Merge', error.message]]);
    expect(useSession.getState().recent).toEqual([]);
  });
});

describe('a case that was found damaged while it is open', () => {
  const fault = { file: 'journal/000001.jsonl', line: 7, problem: 'damaged' as const };

  test.each([
    ['where the damage is', aReport({ found: [fault] }), 'journal/000001.jsonl, line 7'],
    ['that it is in the journal, where no place is known', aReport(), 'journal'],
  ])('is closed, and to recover it is asked with %s', async (_, report, place) => {
    standInForMain({ 'case/close': () => ok({ recent }) });
    enterCase(aSnapshot(records));
    await leaveToRecover(report);
    expect(shownPath()).toBeNull();
    const facts = { path: '/a.assay', place, report };
    expect(useRecovery.getState().question).toEqual(appError('store/recoverable', facts));
  });

  test('is not asked about where it cannot be closed', async () => {
    standInForMain({ 'case/close': () => refused });
    enterCase(aSnapshot(records));
    await leaveToRecover(aReport());
    expect([shownPath(), useRecovery.getState().question]).toEqual(['/a.assay', null]);
    expect(told()).toEqual([error.message]);
  });

  test('is not asked about where it was closed already', async () => {
    standInForMain({ 'case/close': () => ok({ recent }) });
    await leaveToRecover(aReport());
    expect(useRecovery.getState().question).toBeNull();
  });
});

const past = { seq: 1, at: '2026-03-15T12:00:00.000Z' };

// The ways to show the open case anew, what each asks for, and whether the main process answers so.
const showings: [string, () => Promise<void>, readonly [string, unknown]][] = [
  ['as it was', () => lookBack({ seq: 1 }), ['history/look-back', { seq: 1 }]],
  ['as it is again', returnToNow, ['history/return', {}]],
  ['opened once more', () => reopenCase('writer'), ['case/reopen', { as: 'writer' }]],
];

describe.each(showings)('the open case %s', (_, show, asked) => {
  function answering(answer: CallResult<'history/look-back'>) {
    return standInForMain({
      'history/look-back': () => answer,
      'history/return': () => answer,
      'case/reopen': () => answer,
    });
  }

  test('is shown where the screens are', async () => {
    const main = answering(ok(aSnapshot(records, { past })));
    enterCase(aSnapshot());
    goTo('claims');
    await show();
    expect(main.asked).toEqual([asked]);
    expect(useReplicaStore.getState().replica?.past).toEqual(past);
    expect(currentView().get(source)).toEqual(builder.the(source));
    expect(useNavigation.getState().screen).toBe('claims');
  });

  test('stays as it is when that is refused, with a word on why', async () => {
    answering(refused);
    enterCase(aSnapshot());
    const { replica } = useReplicaStore.getState();
    await show();
    expect(useReplicaStore.getState().replica).toBe(replica);
    expect(told()).toEqual([error.message]);
  });
});

describe('a case that is opened once more', () => {
  test('keeps its records where they were right', async () => {
    standInForMain({ 'case/reopen': () => ok(aHeader({ seq: 9 })) });
    enterCase(aSnapshot(records));
    const view = currentView();
    await reopenCase('reader');
    expect(currentView()).toBe(view);
    expect(useReplicaStore.getState().replica?.seq).toBe(9);
  });

  test.each([aHeader, aSnapshot.bind(null, records)])(
    'says what that found (%#)',
    async (reopened) => {
      const answer = { ...reopened(), report: aReport({ newerFormat: 9 }) };
      standInForMain({ 'case/reopen': () => ok(answer) });
      enterCase(aSnapshot());
      await reopenCase('reader');
      expect(told()).toEqual([expect.stringContaining('newer Assay')]);
    },
  );
});

// What comes when, before each of which a text may have been loaded that is not the one of the case on show.
const forgetful: Record<string, () => Promise<void>> = {
  'with another case': () => {
    enterCase(aSnapshot(records, { path: '/b.assay' }));
    return Promise.resolve();
  },
  'when the case is closed': leaveCase,
  'when it was opened once more': () => reopenCase('reader'),
};

test.each(Object.entries(forgetful))('texts are loaded anew %s', async (_, go) => {
  const main = standInForMain({
    'document/text': () => ok(builder.text(document)),
    'case/close': () => ok({ recent }),
    'case/reopen': () => ok(aHeader()),
  });
  enterCase(aSnapshot(records));
  const read = () => main.asked.filter(([call]) => call === 'document/text').length;
  for (const times of [1, 1]) {
    await (await draw(useDocumentText, document)).end();
    expect(read()).toBe(times);
  }
  await go();
  await (await draw(useDocumentText, document)).end();
  expect(read()).toBe(2);
});

test('a setting is changed, where it could be saved', async () => {
  const settings = { ...useSession.getState().settings, theme: 'dark' } as const;
  const main = standInForMain({ 'settings/change': () => ok(settings) });
  expect(await changeSettings({ theme: 'dark' })).toEqual(settings);
  expect(main.asked).toEqual([['settings/change', { theme: 'dark' }]]);
  standInForMain({ 'settings/change': () => refused });
  expect(await changeSettings({ theme: 'light' })).toBeNull();
  expect(useSession.getState().settings).toEqual(settings);
  expect(told()).toEqual([error.message]);
});
