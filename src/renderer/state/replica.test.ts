import { expect, test } from 'vitest';
import type { CallResult, CaseHeader } from '../../contract/calls.ts';
import { CaseBuilder } from '../../domain/analysis/fixture.ts';
import { appError } from '../../contract/errors.ts';
import { err, ok } from '../../domain/core/result.ts';
import {
  answerTo,
  followChange,
  isReading,
  replaceHeader,
  replaceReplica,
  takeIn,
  untilSeq,
  useReplicaStore,
} from './replica.ts';

type Answer = CallResult<'command/run'>;

const header: CaseHeader = {
  ...{
    path: '/a.assay',
    health: { state: 'well' },
    past: null,
    seq: 1,
    undo: { undo: null, redo: null },
    report: null,
    repairs: [],
  },
};

function replica() {
  const { replica } = useReplicaStore.getState();
  if (replica === null) throw new Error('There is no replica');
  return replica;
}

test('of a large case one document is on show until the whole is there, with what changed meanwhile', () => {
  const builder = new CaseBuilder();
  const shown = builder.document('words');
  const records = [...builder.view().records()];
  builder.document('more words');
  const all = [...builder.view().records()];
  replaceReplica({ ...header, records, viewState: {}, preview: shown, rest: 7 });
  expect(replica().reading).toEqual({ rest: 7, done: 0, total: 0 });
  takeIn({ records: all.slice(0, 2), done: 2, total: all.length, complete: null });
  expect(replica().reading).toEqual({ rest: 7, done: 2, total: all.length });
  expect([...replica().view.all('document')]).toHaveLength(1);
  const late = builder.source('Reuters');
  const source = builder.view().get(late);
  if (source === undefined) throw new Error('There is no source');
  const diff = { created: [source], updated: [], removed: [] };
  followChange({ seq: 2, label: '', diff, undo: { undo: 'Add', redo: null } });
  const complete = { ...header, seq: 2 };
  takeIn({ records: all.slice(2), done: all.length, total: all.length, complete });
  expect(replica().reading).toBeNull();
  expect([...replica().view.all('document')]).toHaveLength(2);
  expect(replica().view.get(late)).toEqual(source);
});

test('more of a case that was left meanwhile is not taken in', () => {
  const records = [...new CaseBuilder().view().records()];
  replaceReplica({ ...header, records, viewState: {}, preview: null, rest: null });
  const before = replica();
  takeIn({ records, done: 1, total: 1, complete: header });
  expect(replica()).toBe(before);
});

test('a large case that is shown as of another moment before all of it was here begins anew', () => {
  const builder = new CaseBuilder();
  builder.document('words');
  const past = [...builder.view().records()];
  builder.document('more words');
  const all = [...builder.view().records()];
  replaceReplica({ ...header, records: [], viewState: {}, preview: null, rest: 1 });
  takeIn({ records: all, done: all.length, total: all.length + 1, complete: null });
  expect([isReading(1), isReading(2)]).toEqual([true, false]);
  replaceReplica({ ...header, records: [], viewState: {}, preview: null, rest: 2 });
  expect([isReading(1), isReading(2)]).toEqual([false, true]);
  takeIn({ records: past, done: past.length, total: past.length, complete: header });
  expect([...replica().view.records()]).toEqual(past);
  expect(isReading(2)).toBe(false);
});

test('a case that was opened once more as it was keeps its records', () => {
  const records = [...new CaseBuilder().view().records()];
  replaceReplica({ ...header, records, viewState: {}, preview: null, rest: null });
  const { view } = replica();
  const reading = { writer: null, mayWrite: true, lost: false, error: null };
  replaceHeader({ ...header, health: { state: 'reading', ...reading } });
  expect(replica().view).toBe(view);
  expect(replica().health.state).toBe('reading');
});

function outcome(seq: number) {
  return ok({ seq, label: '', created: [] });
}

// The case on show, and a change for each of the names, from the second change on.
function shownWith(names: readonly string[]) {
  const builder = new CaseBuilder();
  replaceReplica({
    ...{ ...header, records: [...builder.view().records()] },
    ...{ viewState: {}, preview: null, rest: null },
  });
  return names.map((name, index) => {
    const id = builder.source(name);
    const made = builder.view().get(id);
    if (made === undefined) throw new Error('There is no source');
    const diff = { created: [made], updated: [], removed: [] };
    return { seq: index + 2, label: '', diff, undo: { undo: name, redo: null } };
  });
}

function names(): string[] {
  return [...replica().view.all('source')].map(({ name }) => name);
}

test('what a command of this window made shows no earlier than the answer that says so, and then at once', async () => {
  const [change] = shownWith(['Reuters']);
  if (change === undefined) throw new Error('There is no change');
  const { promise: command, resolve: answer } = Promise.withResolvers<Answer>();
  const shown: string[] = [];
  const stop = useReplicaStore.subscribe(() => shown.push('made'));
  const done = answerTo(command)
    .then(() => untilSeq(2))
    .then(() => shown.push('selected'));

  followChange(change);
  // A key pressed now must not come between what was made and its selection.
  await new Promise((resolve) => setTimeout(resolve));
  expect(shown).toEqual([]);
  answer(outcome(2));
  // All of it happens before anything else can.
  setTimeout(() => shown.push('next task'));
  await done;
  expect(names()).toEqual(['Reuters']);
  await new Promise((resolve) => setTimeout(resolve));
  expect(shown).toEqual(['made', 'selected', 'next task']);
  stop();
});

test('of many commands each shows when it is answered, whichever way its change comes', async () => {
  const [first, second, third] = shownWith(['Reuters', 'AFP', 'AP']);
  if (first === undefined || second === undefined || third === undefined)
    throw new Error('There are no changes');
  const commands = [1, 2, 3].map(() => Promise.withResolvers<Answer>());
  const answers = commands.map(({ promise }) => answerTo(promise));
  followChange(first);
  followChange(second);
  expect(names()).toEqual([]);
  commands[0]?.resolve(outcome(2));
  await answers[0];
  expect(names()).toEqual(['Reuters']);
  commands[1]?.resolve(outcome(4));
  await answers[1];
  expect(names()).toEqual(['Reuters', 'AFP']);
  followChange(third);
  expect(names()).toEqual(['Reuters', 'AFP', 'AP']);
  commands[2]?.resolve(err(appError('command/nothing-to-undo', {})));
  await answers[2];
});

test('what others change while a command is on its way shows once it is refused', async () => {
  const [change] = shownWith(['Reuters']);
  if (change === undefined) throw new Error('There is no change');
  const { promise: command, resolve: answer } = Promise.withResolvers<Answer>();
  const answered = answerTo(command);
  followChange(change);
  expect(names()).toEqual([]);
  answer(err(appError('command/nothing-to-undo', {})));
  await answered;
  expect(names()).toEqual(['Reuters']);
});
