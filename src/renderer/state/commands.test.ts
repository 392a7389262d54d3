import { beforeEach, expect, test, vi } from 'vitest';
import { appError } from '../../contract/errors.ts';
import { type Result, err, ok } from '../../domain/core/result.ts';
import { createdId, redo, restore, revert, run, undo } from './commands.ts';
import { useNotices } from './notices.ts';
import { caseReplica } from './replica.ts';
import { aSnapshot } from './testing/shown-case.ts';
import { CaseBuilder } from '../../domain/testing/case-builder.ts';

const outcome = { seq: 2, label: 'Merge two sources', created: [] };
const error = appError('command/nothing-to-undo', {});
const refused = err(error);

const calls: unknown[] = [];

/** What the main process answers every call with, once it is told to. */
function answerLater() {
  const { promise, resolve } = Promise.withResolvers<Result<unknown, unknown>>();
  function invoke(...call: readonly unknown[]): Promise<unknown> {
    calls.push(call);
    return promise;
  }
  vi.stubGlobal('window', { assay: { invoke } });
  return resolve;
}

function told(): string[] {
  return useNotices.getState().notices.map(({ text }) => text);
}

beforeEach(() => {
  calls.length = 0;
  useNotices.setState({ notices: [] });
  caseReplica.replace(aSnapshot());
});

const source = new CaseBuilder().source('Reuters');

const asked: Record<string, () => Promise<void>> = {
  undo,
  redo,
  revert: () => revert(1),
  restore: () => restore(source, 1),
};

test.each([
  ['undo', 'Undone', ['command/undo', {}]],
  ['redo', 'Redone', ['command/redo', {}]],
  ['revert', 'Done', ['history/revert', { seq: 1 }]],
  ['restore', 'Done', ['history/restore', { record: source, seq: 1 }]],
])('%s says what was done', async (name, done, call) => {
  const answer = answerLater();
  const asking = asked[name]?.();
  answer(ok(outcome));
  await asking;
  expect(calls).toEqual([call]);
  const told = useNotices.getState().notices.map(({ kind, text }) => [kind, text]);
  expect(told).toEqual([['done', `${done}: Merge two sources`]]);
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
  expect(calls).toEqual([['command/run', { name: 'tag/create', input: name }]]);
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

test('what a command made is found by its type, if it made any', () => {
  const builder = new CaseBuilder();
  const document = builder.document('words');
  const created = [document, builder.source('Reuters'), builder.source('AFP')];
  expect(createdId({ ...outcome, created }, 'source')).toBe(created[1]);
  expect(createdId({ ...outcome, created }, 'document')).toBe(document);
  expect(createdId({ ...outcome, created }, 'claim')).toBeNull();
  expect(createdId(null, 'claim')).toBeNull();
});
