import { describe, expect, test } from 'vitest';
import type { CaseChange } from '../../../domain/core/change.ts';
import { CaseState } from '../../../domain/core/case-state.ts';
import { emptyDiff } from '../../../domain/core/diff.ts';
import { appError } from '../../../contract/errors.ts';
import { type Analyst, AnalystId } from '../../../domain/records/analyst/record.ts';
import { err, ok } from '../../../domain/core/result.ts';
import { type ChangePlan, ChangeQueue } from './change-queue.ts';
import { type JournalLine, journalStart } from '../journal/journal-line.ts';
import { MemoryJournal } from '../testing/memory-journal.ts';
import { codeOf, valueOf } from '../testing/temporary-case.ts';
import { UndoHistory } from './undo-history.ts';

const ada: Analyst = { type: 'analyst', id: analystId(1), name: 'Ada' };

function analystId(number: number): Analyst['id'] {
  return AnalystId.parse(`analyst-00000000-0000-7000-8000-${String(number).padStart(12, '0')}`);
}

// Adds an analyst; any record that refers to nothing would do.
function adding(number: number): ChangePlan {
  const record: Analyst = { type: 'analyst', id: analystId(number), name: `Analyst ${number}` };
  const diff = { created: [record], updated: [], removed: [] };
  return () =>
    Promise.resolve(
      ok({
        ...{ command: 'test', label: record.name, diff },
        history: (before, seq) => before.afterChange({ seq, label: record.name, diff }),
      }),
    );
}

function setUp(known: readonly Analyst[] = [ada]) {
  const state = new CaseState(known);
  const journal = new MemoryJournal();
  const changes: CaseChange[] = [];
  const clock = { moment: new Date('2026-03-15T12:00:00.000Z') };
  const queue = new ChangeQueue({
    ...{ state, journal, analyst: ada, now: () => clock.moment, history: UndoHistory.empty },
    acknowledged: (change) => changes.push(change),
  });
  return { state, journal, changes, clock, queue };
}

async function linesOf(journal: MemoryJournal): Promise<JournalLine[]> {
  const lines: JournalLine[] = [];
  valueOf(await journal.read(journalStart, (line) => lines.push(line)));
  return lines;
}

describe('changes that wait together', () => {
  test('are made durable at once, in order, each with its own line', async () => {
    const { journal, queue, changes } = setUp();
    const results = await Promise.all([2, 3, 4, 5].map((number) => queue.submit(adding(number))));
    expect(journal.appends).toBe(1);
    expect(results.map((result) => valueOf(result).seq)).toEqual([1, 2, 3, 4]);
    expect((await linesOf(journal)).map(({ label }) => label)).toEqual(
      [2, 3, 4, 5].map((number) => `Analyst ${number}`),
    );
    expect(changes.map(({ undo }) => undo.undo)).toEqual(changes.map(({ label }) => label));
  });

  test('see one another', async () => {
    const { queue } = setUp();
    const seen: unknown[] = [];
    const looking: ChangePlan = ({ view, history }) => {
      seen.push(view.get(analystId(2))?.name, history.state.undo);
      return Promise.resolve(err(appError('command/nothing-to-undo', {})));
    };
    await Promise.all([queue.submit(adding(2)), queue.submit(looking)]);
    expect(seen).toEqual(['Analyst 2', 'Analyst 2']);
  });

  test('are all refused if they cannot be written, and then the state is what the journal has', async () => {
    const { state, journal, queue, changes } = setUp();
    valueOf(await queue.submit(adding(2)));
    journal.failure = appError('store/disk-full', { path: 'memory' });
    const nothing: ChangePlan = () =>
      Promise.resolve(ok({ command: 'test', label: '', diff: emptyDiff, history: (same) => same }));
    const plans = [adding(3), adding(4), nothing];
    const results = await Promise.all(plans.map((plan) => queue.submit(plan)));
    expect(results.map(codeOf)).toEqual(Array(3).fill('store/disk-full'));
    expect([...state.all('analyst')].map(({ name }) => name)).toEqual(['Ada', 'Analyst 2']);
    expect([queue.mark, queue.history.state.undo]).toEqual([journal.end, 'Analyst 2']);
    expect(changes).toHaveLength(1);
    journal.failure = null;
    expect(valueOf(await queue.submit(adding(3))).seq).toBe(2);
  });

  test('are not in the state before they are durable', async () => {
    const { state, queue } = setUp();
    const pending = queue.submit(adding(2));
    expect(state.count('analyst')).toBe(1);
    await pending;
    expect(state.count('analyst')).toBe(2);
  });
});

test('a plan that throws fails alone', async () => {
  const { queue } = setUp();
  const broken: ChangePlan = () => Promise.reject(new Error('a bug'));
  const outcomes = await Promise.allSettled(
    [adding(2), broken, adding(3)].map((plan) => queue.submit(plan)),
  );
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});

test('a change that changes nothing is acknowledged without a line', async () => {
  const { queue, journal } = setUp();
  const nothing: ChangePlan = () =>
    Promise.resolve(
      ok({ command: 'test', label: 'Nothing', diff: emptyDiff, history: (same) => same }),
    );
  expect(valueOf(await queue.submit(nothing))).toMatchObject({ seq: null, label: 'Nothing' });
  expect(journal.appends).toBe(0);
});

test('an analyst the case does not know comes in with the first change, which no undo takes back', async () => {
  const { queue, journal, changes } = setUp([]);
  valueOf(await queue.submit(adding(2)));
  valueOf(await queue.submit(adding(3)));
  const commands = (await linesOf(journal)).map(({ command }) => command);
  expect(commands).toEqual(['analyst/put', 'test', 'test']);
  expect(changes.map(({ undo }) => undo.undo)).toEqual([null, 'Analyst 2', 'Analyst 3']);
});

test('a clock that is set back does not disorder the journal', async () => {
  const { queue, journal, clock } = setUp();
  valueOf(await queue.submit(adding(2)));
  clock.moment = new Date('2020-01-01T00:00:00.000Z');
  valueOf(await queue.submit(adding(3)));
  clock.moment = new Date('2027-01-01T00:00:00.000Z');
  valueOf(await queue.submit(adding(4)));
  expect((await linesOf(journal)).map(({ at }) => at)).toEqual([
    '2026-03-15T12:00:00.000Z',
    '2026-03-15T12:00:00.000Z',
    '2027-01-01T00:00:00.000Z',
  ]);
});
