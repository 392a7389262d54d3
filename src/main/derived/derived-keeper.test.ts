import { readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test, vi } from 'vitest';
import { CaseState } from '../../domain/core/case-state.ts';
import { copyOf, walkStore } from '../store/testing/spoiled-case.ts';
import {
  codeOf,
  reopen,
  run,
  temporaryCase,
  temporaryFolder,
  theLast,
} from '../store/testing/temporary-case.ts';
import type { CaseStore } from '../store/store-interface.ts';
import { DerivedKeeper } from './derived-keeper.ts';
import { type DerivedPlace, type Derivation, DerivedValue } from './derived-value.ts';
import { type Tally, tallyOf } from './testing/tally.ts';

// Each makes cases with files; a busy machine may take its time over them.
vi.setConfig({ testTimeout: 60_000 });

interface Kept {
  readonly keeper: DerivedKeeper;
  readonly value: DerivedValue<Tally>;
  /** How many times it was rebuilt, and how many changes it took in. */
  readonly work: { rebuilds: number; changes: number };
}

/** A tally of a case under its keeper, which also tells how it came about. */
async function keep(
  store: CaseStore,
  place: DerivedPlace | null = null,
  tally: Derivation<Tally> = tallyOf(),
): Promise<Kept> {
  const work = { rebuilds: 0, changes: 0 };
  const counting: Derivation<Tally> = {
    ...tally,
    rebuild: (view) => {
      work.rebuilds += 1;
      return tally.rebuild(view);
    },
    apply: (before, diff) => {
      work.changes += 1;
      return tally.apply(before, diff);
    },
  };
  const value = await DerivedValue.open(counting, place);
  const keeper = new DerivedKeeper(store, value);
  onTestFinished(() => keeper.close());
  return { keeper, value, work };
}

async function aPlace(store: CaseStore): Promise<DerivedPlace> {
  return { appFolder: await temporaryFolder(), caseId: theLast(store, 'case').id };
}

/** What the tally of a case is when it is worked out of all of it. */
function tallied(store: CaseStore): Promise<Tally> {
  return tallyOf().rebuild(new CaseState(store.view.records()));
}

async function expectCurrent({ keeper, value }: Kept, store: CaseStore): Promise<void> {
  expect(await keeper.current()).toEqual({ ok: true, value: null });
  expect(value.upTo).toEqual({ seq: store.seq, hash: store.head });
  expect(value.value).toEqual(await tallied(store));
}

test('it is as of every change, whatever was done, and is rebuilt only once', async () => {
  const steps = fc.array(
    fc.record({ command: fc.nat(), choices: fc.array(fc.nat(), { minLength: 8, maxLength: 8 }) }),
    { minLength: 5, maxLength: 30 },
  );
  await fc.assert(
    fc.asyncProperty(steps, async (taken) => {
      const store = await temporaryCase();
      const kept = await keep(store);
      await expectCurrent(kept, store);
      await walkStore(store, taken, () => expectCurrent(kept, store));
      expect(kept.work.rebuilds).toBe(1);
      await kept.keeper.close();
      await store.close();
    }),
    { numRuns: 6 },
  );
});

test('it follows by itself, without being asked', async () => {
  const store = await temporaryCase();
  const kept = await keep(store);
  await run(store, 'tag/create', { name: 'Cause' });
  await expect.poll(() => kept.value.upTo?.hash, { timeout: 30_000 }).toBe(store.head);
});

test('changes that come while it is being rebuilt are taken in afterwards, once', async () => {
  const store = await temporaryCase();
  await run(store, 'tag/create', { name: 'Cause' });
  const tally = tallyOf();
  const kept = await keep(store, null, {
    ...tally,
    rebuild: async (view) => {
      await run(store, 'tag/create', { name: 'Effect' });
      await run(store, 'source/create', { name: 'Reuters', kind: 'outlet' });
      return tally.rebuild(view);
    },
  });
  await expectCurrent(kept, store);
  expect(kept.work).toEqual({ rebuilds: 1, changes: 2 });
});

test('opened again, it takes in what was changed without it, and nothing else', async () => {
  const store = await temporaryCase();
  const place = await aPlace(store);
  const first = await keep(store, place);
  await expectCurrent(first, store);
  await first.keeper.close();
  for (const name of ['Cause', 'Effect']) await run(store, 'tag/create', { name });
  const changed = store.seq - (first.value.upTo?.seq ?? 0);
  await store.close();

  const again = await reopen(store.path);
  const second = await keep(again, place);
  await expectCurrent(second, again);
  expect(second.work).toEqual({ rebuilds: 0, changes: changed });
});

test('closed at any moment, it is right when it is opened again', async () => {
  const store = await temporaryCase();
  const place = await aPlace(store);
  for (let count = 0; count < 5; count += 1) {
    const kept = await keep(store, place);
    const following = kept.keeper.current();
    const made = run(store, 'tag/create', { name: `tag ${count}` });
    for (let turn = 0; turn < count; turn += 1) await new Promise(setImmediate);
    await kept.keeper.close();
    await Promise.all([following, made]);
    await run(store, 'source/create', { name: `source ${count}`, kind: 'outlet' });
  }
  await expectCurrent(await keep(store, place), store);
});

test('it does not follow any more once it is closed', async () => {
  const store = await temporaryCase();
  const kept = await keep(store);
  await expectCurrent(kept, store);
  const { upTo } = kept.value;
  await kept.keeper.close();
  await run(store, 'tag/create', { name: 'Cause' });
  await kept.keeper.current();
  expect(kept.value.upTo).toEqual(upTo);
});

test.each([
  ['as far along', 1],
  ['further along', 2],
])('what was worked out of a fork that is %s is rebuilt', async (_, ahead) => {
  const made = await temporaryCase();
  await run(made, 'tag/create', { name: 'Cause' });
  const place = await aPlace(made);
  await made.close();
  const fork = await reopen(await copyOf(made.path));
  const store = await reopen(made.path);
  await run(fork, 'tag/create', { name: 'Only in the fork' });
  const first = await keep(fork, place);
  await expectCurrent(first, fork);
  await first.keeper.close();

  for (let count = 0; count < ahead; count += 1)
    await run(store, 'tag/create', { name: `Only here ${count}` });
  const second = await keep(store, place);
  await expectCurrent(second, store);
  expect(second.work).toEqual({ rebuilds: 1, changes: 0 });
});

test('of an older copy that was put back it is rebuilt', async () => {
  const store = await temporaryCase();
  const place = await aPlace(store);
  await run(store, 'tag/create', { name: 'Cause' });
  const older = await copyOf(store.path);
  await run(store, 'tag/create', { name: 'Effect' });
  const first = await keep(store, place);
  await expectCurrent(first, store);
  await first.keeper.close();
  const copy = await reopen(older, { readOnly: true });
  const second = await keep(copy, place);
  await expectCurrent(second, copy);
  expect(second.work).toEqual({ rebuilds: 1, changes: 0 });
});

test('that is far behind it is rebuilt', async () => {
  const store = await temporaryCase();
  const kept = await keep(store, await aPlace(store));
  await expectCurrent(kept, store);
  await kept.keeper.close();
  await Promise.all(
    Array.from({ length: 1_001 }, (_, index) => run(store, 'tag/create', { name: `tag ${index}` })),
  );
  const again = new DerivedKeeper(store, kept.value);
  expect(await again.current()).toEqual({ ok: true, value: null });
  await again.close();
  expect(kept.work).toEqual({ rebuilds: 2, changes: 0 });
  expect(kept.value.value).toEqual(await tallied(store));
});

test('of a case that somebody else writes it follows as that is followed', async () => {
  const writer = await temporaryCase();
  const reader = await reopen(writer.path, { readOnly: true });
  await reader.follow();
  const kept = await keep(reader);
  await expectCurrent(kept, reader);
  await run(writer, 'tag/create', { name: 'Cause' });
  await expect.poll(() => reader.head, { timeout: 30_000 }).toBe(writer.head);
  await expectCurrent(kept, reader);
  expect(kept.work.rebuilds).toBe(1);
  await reader.close();
});

test('what the system refuses while a change is taken in costs a rebuild', async () => {
  const store = await temporaryCase();
  const tally = tallyOf();
  let isBroken = false;
  const kept = await keep(store, null, {
    ...tally,
    apply: async (before, diff) => {
      if (isBroken) await readFile(join(store.path, 'no such file'));
      return tally.apply(before, diff);
    },
  });
  await expectCurrent(kept, store);
  isBroken = true;
  await run(store, 'tag/create', { name: 'Cause' });
  await expectCurrent(kept, store);
  expect(kept.work.rebuilds).toBe(2);
});

test('where neither changes nor the case can be told that is said, and tried again when asked', async () => {
  const store = await temporaryCase();
  await run(store, 'tag/create', { name: 'Cause' });
  const path = await copyOf(store.path);
  const reader = await reopen(path, { readOnly: true });
  const kept = await keep(reader);
  await rename(path, `${path} away`);
  expect(codeOf(await kept.keeper.current())).toBe('store/not-found');
  expect(kept.value.upTo).toBeNull();
  await rename(`${path} away`, path);
  await expectCurrent(kept, reader);
});
