import { beforeEach, expect, test, vi } from 'vitest';
import { appError } from '../../contract/errors.ts';
import { type Result, err, ok } from '../../domain/core/result.ts';
import { redo, restore, revert, run, undo } from './commands.ts';
import { useNotices } from './notices.ts';
import { caseReplica } from './replica.ts';
import { aSnapshot } from './testing/shown-case.ts';
import { CaseBuilder } from '../../domain/testing/case-builder.ts';

const outcome = { seq: 2, label: 'Merge two sources', created: [] };
const error = appError('command/nothing-to-undo', {});
const refused = err(error);

/** What the main process answers every call with, once it is told to. */
function answerLater() {
  const { promise, resolve } = Promise.withResolvers<Result<unknown, unknown>>();
  vi.stubGlobal('window', { assay: { invoke: () => promise } });
  return resolve;
}

function told(): string[] {
  return useNotices.getState().notices.map(({ text }) => text);
}

beforeEach(() => {
  useNotices.setState({ notices: [] });
  caseReplica.replace(aSnapshot());
});

const asked: Record<string, () => Promise<void>> = {
  undo,
  redo,
  revert: () => revert(1),
  restore: () => restore(new CaseBuilder().source('Reuters'), 1),
};

test.each(Object.entries(asked))('%s says what was done', async (_, ask) => {
  const answer = answerLater();
  const done = ask();
  answer(ok(outcome));
  await done;
  expect(told()).toEqual([expect.stringContaining('Merge two sources')]);
});

test.each(Object.entries(asked))('%s says nothing of it over another case', async (_, ask) => {
  const answer = answerLater();
  const done = ask();
  caseReplica.replace(aSnapshot([], { path: '/b.assay' }));
  answer(ok(outcome));
  await done;
  expect(told()).toEqual([]);
});

test.each(Object.entries(asked))(
  '%s says why it could not be done, wherever one is',
  async (_, ask) => {
    const answer = answerLater();
    const done = ask();
    caseReplica.replace(null);
    answer(refused);
    await done;
    expect(told()).toEqual([error.message]);
  },
);

test('putting back what is so already says that', async () => {
  const answer = answerLater();
  const done = revert(1);
  answer(ok({ ...outcome, seq: null }));
  await done;
  expect(told()).toEqual(['It is as it was then already.']);
});

test('a command gives what it made, and nothing once its case is closed', async () => {
  const name = { name: 'port', parent: null };
  const answerOnShow = answerLater();
  const onShow = run('tag/create', name);
  answerOnShow(ok({ ...outcome, seq: null }));
  expect(await onShow).toEqual({ ...outcome, seq: null });
  const answer = answerLater();
  const gone = run('tag/create', name);
  answer(ok(outcome));
  await Promise.resolve();
  caseReplica.replace(null);
  expect(await gone).toBeNull();
  expect(told()).toEqual([]);
});

test('a command that is refused says why and gives nothing', async () => {
  const answer = answerLater();
  const done = run('tag/create', { name: 'port', parent: null });
  answer(refused);
  expect(await done).toBeNull();
  expect(told()).toHaveLength(1);
});
