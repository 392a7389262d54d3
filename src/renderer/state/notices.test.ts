import { beforeEach, describe, expect, test } from 'vitest';
import { appError } from '../../contract/errors.ts';
import type { Health } from '../../contract/health.ts';
import { clearNotices, dismissNotice, notify, useNotices } from './notices.ts';
import { tellRefusal } from './refusals.ts';
import { caseReplica } from './replica.ts';
import { aSnapshot } from './testing/shown-case.ts';

beforeEach(clearNotices);

function told(): string[] {
  return useNotices.getState().notices.map(({ text }) => text);
}

describe('messages', () => {
  test('are shown from the oldest on, each with its kind', () => {
    expect(useNotices.getInitialState()).toEqual({ notices: [] });
    notify('done', 'Undone: Merge');
    notify('error', 'The disk is full');
    const id: unknown = expect.any(Number);
    expect(useNotices.getState().notices).toEqual([
      { id, kind: 'done', text: 'Undone: Merge' },
      { id, kind: 'error', text: 'The disk is full' },
    ]);
  });

  test('have a button only where there is something to do', () => {
    const action = { label: 'More…', perform: () => undefined };
    notify('done', 'Exported', action);
    notify('done', 'Copied');
    const [withButton, without] = useNotices.getState().notices;
    expect(withButton?.action).toBe(action);
    expect(without).not.toHaveProperty('action');
  });

  test('move to the end where they would stand there twice', () => {
    for (const text of ['One', 'Two', 'One']) notify('done', text);
    expect(told()).toEqual(['Two', 'One']);
  });

  test('are four at most, the oldest of which goes', () => {
    for (const text of ['One', 'Two', 'Three', 'Four', 'Five']) notify('done', text);
    expect(told()).toEqual(['Two', 'Three', 'Four', 'Five']);
  });

  test('are taken away one by one or all together, and their numbers never come again', () => {
    for (const text of ['One', 'Two', 'Three']) notify('done', text);
    const [, second] = useNotices.getState().notices;
    dismissNotice(second?.id ?? 0);
    expect(told()).toEqual(['One', 'Three']);
    const before = useNotices.getState().notices.map(({ id }) => id);
    clearNotices();
    expect(told()).toEqual([]);
    notify('done', 'Four');
    expect(useNotices.getState().notices[0]?.id).toBeGreaterThan(Math.max(...before));
  });
});

const full = appError('store/disk-full', { path: '/a.assay' });
const gone = appError('store/not-found', { path: '/a.assay' });

// How the case stands that is on show, and whether it says above the screens already that the disk is full.
const standings: [string, Health | null, boolean][] = [
  ['no case is on show', null, false],
  ['the case is well', { state: 'well' }, false],
  [
    'changes are refused for that reason',
    { state: 'suspended', error: full, automatic: true },
    true,
  ],
  ['changes are refused for another', { state: 'suspended', error: gone, automatic: true }, false],
  [
    'it is open to be read, and its changes cannot be followed for that reason',
    { state: 'reading', writer: null, mayWrite: true, lost: false, error: full },
    false,
  ],
];

test.each(standings)('a refusal while %s', (_, health, isSaid) => {
  caseReplica.replace(health && aSnapshot([], { health }));
  tellRefusal(full);
  const told = useNotices.getState().notices.map(({ kind, text }) => [kind, text]);
  expect(told).toEqual(isSaid ? [] : [['error', full.message]]);
});
