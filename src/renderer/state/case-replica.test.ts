import { describe, expect, test } from 'vitest';
import type { CallResult } from '../../contract/calls.ts';
import { appError } from '../../contract/errors.ts';
import { CaseBuilder } from '../../domain/testing/case-builder.ts';
import { emptyDiff } from '../../domain/core/diff.ts';
import { readsTouchedBy } from '../../domain/core/reads.ts';
import { err, ok } from '../../domain/core/result.ts';
import { CaseReplica, touchedSince } from './case-replica.ts';
import {
  aChange,
  aHeader,
  aSnapshot,
  changed,
  follow,
  held,
  showing,
} from './testing/shown-case.ts';

type Answer = CallResult<'command/run'>;

describe('a large case', () => {
  test('has one document on show until the whole is there, with what changed meanwhile', () => {
    const replica = new CaseReplica();
    const builder = new CaseBuilder();
    const preview = builder.document('words');
    const records = [...builder.view().records()];
    builder.document('more words');
    const all = [...builder.view().records()];
    replica.replace(aSnapshot(records, { preview, rest: 7 }));
    expect(held(replica).reading).toEqual({ done: 0, total: 0 });
    replica.takeIn({ records: all.slice(0, 2), done: 2, total: all.length, complete: null });
    expect(held(replica).reading).toEqual({ done: 2, total: all.length });
    expect([...held(replica).view.all('document')]).toHaveLength(1);
    const late = builder.source('Reuters');
    const source = builder.view().get(late);
    if (source === undefined) throw new Error('There is no source');
    replica.followChange(aChange(2, { ...emptyDiff, created: [source] }));
    const complete = aHeader({ seq: 2 });
    replica.takeIn({ records: all.slice(2), done: all.length, total: all.length, complete });
    expect(held(replica).reading).toBeNull();
    expect([...held(replica).view.all('document')]).toHaveLength(2);
    expect(held(replica).view.get(late)).toEqual(source);
  });

  test('that was left meanwhile takes no more in', () => {
    const replica = new CaseReplica();
    const records = [...new CaseBuilder().view().records()];
    replica.replace(aSnapshot(records));
    const before = held(replica);
    replica.takeIn({ records, done: 1, total: 1, complete: aHeader() });
    expect(held(replica)).toBe(before);
  });

  test('that is shown as of another moment before all of it was here begins anew', () => {
    const replica = new CaseReplica();
    const builder = new CaseBuilder();
    builder.document('words');
    const past = [...builder.view().records()];
    builder.document('more words');
    const all = [...builder.view().records()];
    replica.replace(aSnapshot([], { rest: 1 }));
    replica.takeIn({ records: all, done: all.length, total: all.length + 1, complete: null });
    expect([replica.isReading(1), replica.isReading(2)]).toEqual([true, false]);
    replica.replace(aSnapshot([], { rest: 2 }));
    expect([replica.isReading(1), replica.isReading(2)]).toEqual([false, true]);
    const { length } = past;
    replica.takeIn({ records: past, done: length, total: length, complete: aHeader() });
    expect([...held(replica).view.records()]).toEqual(past);
    expect(replica.isReading(2)).toBe(false);
  });
});

test('a case that was opened once more as it was keeps its records', () => {
  const replica = new CaseReplica();
  replica.replace(aSnapshot(new CaseBuilder().view().records()));
  const { view } = held(replica);
  const reading = { writer: null, mayWrite: true, lost: false, error: null };
  replica.replaceHeader(aHeader({ health: { state: 'reading', ...reading } }));
  expect(held(replica).view).toBe(view);
  expect(held(replica).health.state).toBe('reading');
});

test('while no case is on show nothing is followed', () => {
  const replica = new CaseReplica();
  replica.followChange(aChange(1, emptyDiff));
  replica.followHealth({ state: 'well' });
  replica.replaceHeader(aHeader());
  expect(replica.isReading(1)).toBe(false);
  expect(replica.store.getState().replica).toBeNull();
});

test('a change that the copy has already is not taken in again', () => {
  const replica = new CaseReplica();
  const builder = new CaseBuilder();
  const source = builder.the(builder.source('Reuters'));
  replica.replace(aSnapshot([], { seq: 3 }));
  for (const seq of [2, 3]) replica.followChange(aChange(seq, { ...emptyDiff, created: [source] }));
  expect(held(replica)).toMatchObject({ seq: 3, diff: null, seen: [] });
  expect(held(replica).view.get(source.id)).toBeUndefined();
  replica.followChange(aChange(4, { ...emptyDiff, created: [source] }));
  expect(held(replica).view.get(source.id)).toEqual(source);
});

test('what was touched since a look at the case is known, as far as the changes are', () => {
  const builder = new CaseBuilder();
  const renamed = changed(builder.the(builder.source('Reuters')), { name: 'Agence' });
  const retitled = changed(builder.the(builder.document('words')), { title: 'Anew' });
  const replica = showing(builder.view().records());
  const look = held(replica);
  expect(touchedSince(look, held(replica))).toEqual(new Set());
  follow(replica, renamed);
  expect(touchedSince(look, held(replica))).toEqual(readsTouchedBy(renamed));
  follow(replica, retitled);
  const both = new Set([...readsTouchedBy(renamed), ...readsTouchedBy(retitled)]);
  expect(touchedSince(look, held(replica))).toEqual(both);
  expect(touchedSince({ ...look, seq: 0 }, held(replica))).toBeNull();
  expect(touchedSince(look, held(showing([])))).toBeNull();
});

function outcome(seq: number | null): Answer {
  return ok({ seq, label: '', created: [] });
}

const refused: Answer = err(appError('command/nothing-to-undo', {}));

// A case on show, and changes that follow, each of which adds a source of one of the names.
function shownWith(...added: readonly string[]) {
  const replica = new CaseReplica();
  const builder = new CaseBuilder();
  replica.replace(aSnapshot(builder.view().records()));
  function change(index: number) {
    const name = added[index];
    if (name === undefined) throw new Error('There is no such change');
    const id = builder.source(name);
    const source = builder.view().get(id);
    if (source === undefined) throw new Error('There is no source');
    return aChange(index + 2, { ...emptyDiff, created: [source] });
  }
  const changes = added.map((_, index) => change(index));
  return {
    replica,
    follow: (index: number) => {
      const change = changes[index];
      if (change !== undefined) replica.followChange(change);
    },
    names: () => Array.from(held(replica).view.all('source'), ({ name }) => name),
  };
}

function aCommand(replica: CaseReplica) {
  const { promise, resolve } = Promise.withResolvers<Answer>();
  return { answer: resolve, answered: replica.answerTo(promise) };
}

/** Lets everything happen that waits for nothing but its turn. */
function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

describe('a command of this window', () => {
  test('shows what it made no earlier than the answer that says so, and then at once', async () => {
    const { replica, follow, names } = shownWith('Reuters');
    const { answer, answered } = aCommand(replica);
    const shown: string[] = [];
    replica.store.subscribe(() => shown.push('made'));
    const done = answered.then(() => shown.push('selected'));
    follow(0);
    // A key pressed now must not come between what was made and its selection.
    await settled();
    expect(shown).toEqual([]);
    answer(outcome(2));
    // All of it happens before anything else can.
    setTimeout(() => shown.push('next task'));
    await done;
    expect(names()).toEqual(['Reuters']);
    await settled();
    expect(shown).toEqual(['made', 'selected', 'next task']);
  });

  test('shows what it made when it is answered, also while others are on their way', async () => {
    const { replica, follow, names } = shownWith('Reuters', 'AFP', 'AP');
    const [first, second, third] = [aCommand(replica), aCommand(replica), aCommand(replica)];
    follow(0);
    follow(1);
    expect(names()).toEqual([]);
    first.answer(outcome(2));
    await first.answered;
    expect(names()).toEqual(['Reuters']);
    second.answer(outcome(4));
    // Its change is still to come.
    await settled();
    follow(2);
    await second.answered;
    expect(names()).toEqual(['Reuters', 'AFP', 'AP']);
    third.answer(refused);
    expect(await third.answered).toBe(refused);
  });

  test('is answered no earlier than its change is here', async () => {
    const { replica, follow, names } = shownWith('Reuters', 'AFP');
    const { answer, answered } = aCommand(replica);
    let shown: string[] | null = null;
    const done = answered.then(() => (shown = names()));
    answer(outcome(3));
    await settled();
    follow(0);
    await settled();
    expect(shown).toBeNull();
    follow(1);
    await done;
    expect(shown).toEqual(['Reuters', 'AFP']);
  });

  test('that is refused lets show what others changed meanwhile', async () => {
    const { replica, follow, names } = shownWith('Reuters');
    const { answer, answered } = aCommand(replica);
    follow(0);
    expect(names()).toEqual([]);
    answer(refused);
    await answered;
    expect(names()).toEqual(['Reuters']);
  });

  test('that changed nothing is answered without a change', async () => {
    const { answer, answered } = aCommand(shownWith().replica);
    answer(outcome(null));
    expect(await answered).toEqual(outcome(null));
  });
});

// What may become of a case while a command is on its way.
const goings: Record<string, (replica: CaseReplica) => void> = {
  'is closed': (replica) => {
    replica.replace(null);
  },
  'is shown as of another moment': (replica) => {
    replica.replace(aSnapshot([], { past: { seq: 1, at: '2026-03-15T12:00:00.000Z' } }));
  },
  'gives way to another': (replica) => {
    replica.replace(aSnapshot([], { path: '/b.assay' }));
  },
};

describe.each(Object.entries(goings))('when the case %s', (_, go) => {
  test('a command that waits for its change is told that it does not show', async () => {
    const { replica } = shownWith();
    const { answer, answered } = aCommand(replica);
    answer(outcome(2));
    await settled();
    go(replica);
    expect(await answered).toBeNull();
  });

  test('a command that is answered afterwards is told so too, unless it was refused', async () => {
    const { replica } = shownWith();
    const commands = [aCommand(replica), aCommand(replica), aCommand(replica)];
    go(replica);
    for (const [index, answer] of [outcome(2), outcome(null), refused].entries()) {
      commands[index]?.answer(answer);
    }
    const answers = await Promise.all(commands.map(({ answered }) => answered));
    expect(answers).toEqual([null, null, refused]);
  });

  test('what was on its way to it neither shows in the next nor keeps anything from showing there', async () => {
    const { replica, follow, names } = shownWith('Reuters', 'AFP', 'AP');
    const before = aCommand(replica);
    follow(2);
    go(replica);
    replica.replace(aSnapshot([], { path: '/next.assay' }));
    follow(0);
    expect(names()).toEqual(['Reuters']);
    const now = aCommand(replica);
    before.answer(outcome(9));
    await before.answered;
    follow(1);
    expect(names()).toEqual(['Reuters']);
    now.answer(outcome(3));
    await now.answered;
    expect(names()).toEqual(['Reuters', 'AFP']);
  });
});

test('a command that waits for its change is answered when the rest of a large case has brought it', async () => {
  const replica = new CaseReplica();
  replica.replace(aSnapshot([], { rest: 1 }));
  const { answer, answered } = aCommand(replica);
  answer(outcome(2));
  await settled();
  replica.takeIn({ records: [], done: 0, total: 0, complete: aHeader({ seq: 2 }) });
  expect(await answered).toEqual(outcome(2));
});

test('a command that waits for its change is answered when the case was opened once more with it', async () => {
  const { replica } = shownWith();
  const { answer, answered } = aCommand(replica);
  answer(outcome(2));
  await settled();
  replica.replaceHeader(aHeader({ seq: 2 }));
  expect(await answered).toEqual(outcome(2));
});

test('what is held back while the case is opened once more is not lost', async () => {
  const { replica, follow, names } = shownWith('Reuters');
  const { answer, answered } = aCommand(replica);
  follow(0);
  expect(names()).toEqual([]);
  replica.replaceHeader(aHeader({ seq: 2 }));
  expect(names()).toEqual(['Reuters']);
  answer(outcome(2));
  expect(await answered).toEqual(outcome(2));
});

test('a command where no case is on show gives only its refusal', async () => {
  const replica = new CaseReplica();
  expect(await replica.answerTo(Promise.resolve(refused))).toBe(refused);
  expect(await replica.answerTo(Promise.resolve(outcome(2)))).toBeNull();
});
