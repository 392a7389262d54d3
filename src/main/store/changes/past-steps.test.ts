import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { WalkStep } from '../../../domain/testing/random-walk.ts';
import { IdSource } from '../disk/ids.ts';
import { type KeptCase, keptCases } from '../testing/kept-cases.ts';
import type { ChangingCase } from '../testing/memory-case.ts';
import { walkStore } from '../testing/spoiled-case.ts';
import {
  allRecords,
  codeOf,
  importText,
  run,
  theLast,
  valueOf,
} from '../testing/temporary-case.ts';

// Cases by the dozen are made for this, and changed again and again.
vi.setConfig({ testTimeout: 60_000 });

describe.each(keptCases)('of a case %s', (_, make) => {
  describe('undo after reopening', () => {
    test('goes on where the last session left it', async () => {
      const first = await make();
      for (const name of ['a', 'b', 'c']) await run(first.store, 'tag/create', { name });
      valueOf(await first.store.undo());
      const second = await first.reopen();
      expect(second.store.undoState).toEqual({ undo: 'Add the tag “b”', redo: 'Add the tag “c”' });
      expect(valueOf(await second.store.redo()).label).toBe('Add the tag “c”');
      const { store: third } = await second.reopen();
      expect(third.undoState).toEqual({ undo: 'Add the tag “c”', redo: null });
      for (const name of ['c', 'b', 'a'])
        expect(valueOf(await third.undo()).label).toBe(`Add the tag “${name}”`);
      expect(codeOf(await third.undo())).toBe('command/nothing-to-undo');
      expect(third.view.count('tag')).toBe(0);
    });

    test('takes back a large edit, and what was done before and after it', async () => {
      const kept = await make();
      const { store: first } = kept;
      const document = await importText(first, 'NATO left Baghdad.');
      const on = { document, ranges: [{ start: 0, end: 4 }] };
      for (let made = 0; made < 300; made += 1) await run(first, 'claim/create', { on });
      const claims = [...first.view.all('claim')].map(({ id }) => id);
      await run(first, 'tag/create', { name: 'War' });
      const states = [allRecords(first)];
      await run(first, 'claim/tag', { claims, add: [theLast(first, 'tag').id] });
      states.push(allRecords(first));
      await run(first, 'tag/create', { name: 'After' });
      states.push(allRecords(first));
      let again = await kept.reopen();
      for (const expected of states.slice(0, -1).toReversed()) {
        valueOf(await again.store.undo());
        expect(allRecords(again.store)).toEqual(expected);
      }
      expect(again.store.undoState.undo).toBe('Add the tag “War”');
      // What was undone is as large, and is made again from its own line.
      for (const expected of states.slice(1)) {
        again = await again.reopen();
        valueOf(await again.store.redo());
        expect(allRecords(again.store)).toEqual(expected);
      }
      expect(again.store.undoState).toEqual({ undo: 'Add the tag “After”', redo: null });
    });

    test('takes back exactly what a merge, a bulk edit, an import and a tag’s deletion did', async () => {
      const kept = await make();
      const { store } = kept;
      const document = await importText(store, 'NATO left Baghdad.');
      await run(store, 'highlight/create', { document, ranges: [{ start: 5, end: 9 }] });
      await run(store, 'claim/create', { on: { document, ranges: [{ start: 0, end: 4 }] } });
      const claim = theLast(store, 'claim').id;
      await run(store, 'source/create', { name: 'Reuters', kind: 'outlet' });
      const keep = theLast(store, 'source').id;
      await run(store, 'source/create', { name: 'Reuters Ltd', kind: 'outlet' });
      const merge = theLast(store, 'source').id;
      await run(store, 'claim/update', {
        claim,
        changes: { attribution: [{ source: merge, manner: 'on-record', anchor: null }] },
      });
      await run(store, 'rating/add', {
        subjects: [merge],
        scale: 'admiralty-reliability',
        value: 'B',
      });
      await run(store, 'tag/create', { name: 'War' });
      const tag = theLast(store, 'tag').id;
      const before: unknown[] = [allRecords(store)];
      const steps: (() => Promise<unknown>)[] = [
        () => run(store, 'claim/tag', { claims: [claim], add: [tag] }),
        () => run(store, 'source/merge', { keep, merge }),
        () => importText(store, 'A second text.'),
        () => run(store, 'tag/remove', { tag, children: 'remove' }),
      ];
      for (const step of steps) {
        await step();
        before.push(allRecords(store));
      }
      const { store: again } = await kept.reopen();
      for (const expected of before.slice(0, -1).reverse()) {
        valueOf(await again.undo());
        expect(allRecords(again)).toEqual(expected);
      }
      for (const expected of before.slice(1)) {
        valueOf(await again.redo());
        expect(allRecords(again)).toEqual(expected);
      }
    });

    test('takes a rating back with its reason, and makes both again', async () => {
      const kept = await make();
      const { store: first } = kept;
      await run(first, 'source/create', { name: 'Reuters', kind: 'outlet' });
      const subjects = [theLast(first, 'source').id];
      await run(first, 'rating/add', { subjects, scale: 'admiralty-reliability', value: 'B' });
      const rating = theLast(first, 'rating').id;
      await run(first, 'rating/explain', { rating, reason: 'Was right before' });
      const again = await kept.reopen();
      const { store: second } = again;
      expect(second.undoState.undo).toBe('Rate “Reuters” B');
      valueOf(await second.undo());
      expect(second.view.count('rating')).toBe(0);
      const { store: third } = await again.reopen();
      expect(third.undoState).toEqual({
        undo: 'Add the source “Reuters”',
        redo: 'Rate “Reuters” B',
      });
      valueOf(await third.redo());
      expect(third.view.get(rating)?.reason).toBe('Was right before');
    });

    test('leads where it would have led without it, whatever was done before', async () => {
      const step = fc.record({
        command: fc.nat(),
        choices: fc.array(fc.nat(), { minLength: 8, maxLength: 8 }),
      });
      await fc.assert(
        fc.asyncProperty(
          fc.array(step, { minLength: 5, maxLength: 40 }),
          fc.array(fc.boolean(), { minLength: 4, maxLength: 20 }),
          async (steps, moves) => expectSameAfterReopening(await make(), steps, moves),
        ),
        { numRuns: 12 },
      );
    });

    test('reaches back at most a hundred changes', async () => {
      const kept = await make();
      for (let index = 0; index < 110; index += 1)
        await run(kept.store, 'tag/create', { name: `Tag ${index}` });
      const { store: again } = await kept.reopen();
      let undone = 0;
      while ((await again.undo()).ok) undone += 1;
      expect(undone).toBe(100);
    });
  });

  describe('undo after reopening, of what is no ordinary change', () => {
    test('never takes away the analyst who came with their first change, but what they said of analysts', async () => {
      const taken = await (await make()).reopen('Bob');
      const { store: bob } = taken;
      await run(bob, 'tag/create', { name: 'His' });
      const { id } = theLast(bob, 'analyst');
      await run(bob, 'analyst/put', { type: 'analyst', id, name: 'Robert' });
      const carol = new IdSource(() => new Date()).next('analyst');
      await run(bob, 'analyst/put', { type: 'analyst', id: carol, name: 'Carol' });
      const { store: again } = await taken.reopen('Robert');
      for (const label of ['Work as “Carol”', 'Work as “Robert”', 'Add the tag “His”'])
        expect(valueOf(await again.undo()).label).toBe(label);
      expect(again.undoState.undo).toBeNull();
    });

    test('takes a name back whatever its length', async () => {
      const kept = await make();
      const { id } = theLast(kept.store, 'analyst');
      // Such a line is so large that only its outline is read at first.
      const name = 'a'.repeat(300_000);
      await run(kept.store, 'analyst/put', { type: 'analyst', id, name });
      const { store: again } = await kept.reopen(name);
      valueOf(await again.undo());
      expect(again.view.get(id)?.name).toBe('Ada');
    });

    test('makes nothing again over an old change that was taken back since', async () => {
      const kept = await make();
      const { store } = kept;
      await run(store, 'tag/create', { name: 'a' });
      valueOf(await store.undo());
      await run(store, 'tag/create', { name: 'b' });
      valueOf(await store.revert(4));
      const { store: again } = await kept.reopen();
      expect(again.undoState).toEqual({ undo: 'Take back: Add the tag “b”', redo: null });
      for (const tags of [1, 0]) {
        valueOf(await again.undo());
        expect(again.view.count('tag')).toBe(tags);
      }
      expect(again.undoState).toEqual({ undo: null, redo: 'Add the tag “b”' });
    });
  });

  describe('undo after reopening where a line is not what was written', () => {
    test('reaches back to that line', async () => {
      const kept = await make();
      for (const name of ['a', 'b', 'c']) await run(kept.store, 'tag/create', { name });
      await kept.spoil('tag “b”', 'tag “B”');
      const { store: again } = await kept.reopen();
      valueOf(await again.undo());
      expect(again.undoState).toEqual({ undo: null, redo: 'Add the tag “c”' });
    });

    test('reaches back to a large line of which only the number is another', async () => {
      const kept = await make();
      const { id } = theLast(kept.store, 'analyst');
      const name = 'a'.repeat(300_000);
      await run(kept.store, 'tag/create', { name: 'a' });
      await run(kept.store, 'analyst/put', { type: 'analyst', id, name });
      await run(kept.store, 'tag/create', { name: 'b' });
      await kept.spoil('{"seq":3,', '{"seq":7,');
      const { store: again } = await kept.reopen(name);
      valueOf(await again.undo());
      expect(again.undoState).toEqual({ undo: null, redo: 'Add the tag “b”' });
    });

    test('reaches beyond it where it was taken back already', async () => {
      const kept = await make();
      for (const name of ['a', 'b', 'c']) await run(kept.store, 'tag/create', { name });
      for (let undone = 0; undone < 2; undone += 1) valueOf(await kept.store.undo());
      await kept.spoil('tag “b”', 'tag “B”');
      const { store: again } = await kept.reopen();
      expect(again.undoState).toEqual({ undo: 'Add the tag “a”', redo: 'Add the tag “b”' });
    });
  });

  describe('undo after somebody else', () => {
    test('takes back one’s own changes only', async () => {
      const { store: ada } = await afterAdaAndBob(await make());
      expect(ada.undoState.undo).toBe('Add the tag “Hers”');
      valueOf(await ada.undo());
      expect([...ada.view.all('tag')].map(({ name }) => name)).toEqual(['Shared by Bob', 'His']);
    });

    test('is refused where they have changed the same since, and says by what', async () => {
      const { store: ada } = await afterAdaAndBob(await make());
      valueOf(await ada.undo());
      const before = allRecords(ada);
      const refused = await ada.undo();
      expect(codeOf(refused)).toBe('history/built-on');
      expect(refused.ok ? '' : refused.error.message).toContain(
        '“Rename the tag “Shared” to “Shared by Bob”” (change 6, Bob)',
      );
      expect(allRecords(ada)).toEqual(before);
    });
  });
});

// Ada adds two tags; Bob renames the first and adds one of his own; Ada opens the case again.
async function afterAdaAndBob(kept: KeptCase): Promise<KeptCase> {
  const ada = kept.store;
  await run(ada, 'tag/create', { name: 'Shared' });
  const tag = theLast(ada, 'tag').id;
  await run(ada, 'tag/create', { name: 'Hers' });
  const taken = await kept.reopen('Bob');
  const bob = taken.store;
  await run(bob, 'tag/create', { name: 'His' });
  await run(bob, 'tag/update', { tag, changes: { name: 'Shared by Bob' } });
  return taken.reopen('Ada');
}

// Moves through the history of a case and of a copy of it that is closed and opened again before and amidst the moves.
async function expectSameAfterReopening(
  kept: KeptCase,
  steps: readonly WalkStep[],
  moves: readonly boolean[],
): Promise<void> {
  const original = kept.store;
  await walkStore(original, steps);
  // The analyst may have renamed themselves on the way, and is known by name.
  const analyst = (): string => theLast(original, 'analyst').name;
  let copy = await kept.copy(analyst());
  for (const [index, isUndo] of moves.entries()) {
    const results = await Promise.all([original, copy.store].map((store) => move(store, isUndo)));
    expect(results[1]).toEqual(results[0]);
    expect(allRecords(copy.store)).toEqual(allRecords(original));
    if (index === Math.floor(moves.length / 2)) copy = await copy.reopen(analyst());
    expect(copy.store.undoState).toEqual(original.undoState);
  }
}

async function move(store: ChangingCase, isUndo: boolean): Promise<string> {
  const result = await (isUndo ? store.undo() : store.redo());
  return result.ok ? result.value.label : result.error.code;
}
