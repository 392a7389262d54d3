import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { appError } from '../../contract/errors.ts';
import type { Events } from '../../contract/events.ts';
import { err, ok } from '../../domain/core/result.ts';
import type { CaseStore } from '../store/case-store.ts';
import { copyCase } from '../store/copies/copy-case.ts';
import { Preferences } from '../preferences/preferences.ts';
import { reopen, run, temporaryCase, temporaryFolder } from '../store/testing/temporary-case.ts';
import { Copies } from './copies.ts';
import type { Environment } from './environment.ts';

const hour = 3_600_000;

afterEach(() => vi.restoreAllMocks());

/** What a test can have otherwise. */
interface Otherwise {
  readonly open?: (store: CaseStore) => Promise<CaseStore>;
  readonly copy?: Environment['copy'];
}

/** Copies of a new case every hour, by a clock that the test moves. */
async function hourlyCopies(
  keep: number,
  { open = (store) => Promise.resolve(store), copy = (job) => copyCase(job) }: Otherwise = {},
) {
  const store = await temporaryCase();
  const shown = await open(store);
  const userData = await temporaryFolder();
  const preferences = await Preferences.open(userData);
  const folder = await temporaryFolder();
  await preferences.changeCopyFolder(folder);
  await preferences.changeSettings({ copies: { every: 'hour', keep } });
  const clock = { now: Date.parse('2026-03-15T12:00:00.000Z') };
  const failures: string[] = [];
  const environment = {
    ...{ preferences, copy },
    send: (event: keyof Events, payload: unknown) =>
      failures.push(`${event} ${JSON.stringify(payload)}`),
  };
  const copies = new Copies(
    environment,
    () => Promise.resolve(ok(shown)),
    () => new Date(clock.now),
  );
  async function made(): Promise<string[]> {
    await copies.look();
    return (await readdir(folder)).toSorted();
  }
  return { store, copies, folder, userData, preferences, clock, failures, made };
}

test('a copy is due once the case has changed and the time has come', async () => {
  const { store, clock, made } = await hourlyCopies(10);
  expect(await made()).toHaveLength(1);
  clock.now += 2 * hour;
  // Nothing has changed.
  expect(await made()).toHaveLength(1);
  await run(store, 'tag/create', { name: 'one' });
  expect(await made()).toHaveLength(2);
  await run(store, 'tag/create', { name: 'two' });
  clock.now += hour - 1;
  expect(await made()).toHaveLength(2);
  clock.now += 1;
  expect(await made()).toHaveLength(3);
});

test('a clock that was set back does not put the next copy off', async () => {
  const { store, clock, made } = await hourlyCopies(10);
  await made();
  await run(store, 'tag/create', { name: 'one' });
  clock.now -= 1_000 * hour;
  expect(await made()).toHaveLength(2);
});

test('the oldest goes when there is a newer one, unless somebody works in it', async () => {
  const { store, clock, folder, made } = await hourlyCopies(2);
  const [first = ''] = await made();
  const restored = await reopen(join(folder, first));
  await run(restored, 'tag/create', { name: 'gone on from here' });
  await restored.close();
  const seen = new Set<string>();
  for (const name of ['one', 'two', 'three']) {
    await run(store, 'tag/create', { name });
    // Also when by the clock a later copy is the older one.
    clock.now += name === 'two' ? -50 * hour : hour;
    for (const copy of await made()) seen.add(copy);
  }
  const kept = await made();
  expect(seen.size).toBe(4);
  expect(kept).toHaveLength(3);
  expect(kept).toContain(first);
  const names = await Promise.all(
    kept.map(async (copy) => {
      const opened = await reopen(join(folder, copy), { readOnly: true });
      return [...opened.view.all('tag')].map(({ name }) => name).join();
    }),
  );
  expect(names.toSorted()).toEqual(['gone on from here', 'one,two', 'one,two,three']);
});

test('a copy that fails is told, takes none away, and is tried again at the next time', async () => {
  const { store, clock, folder, failures, made } = await hourlyCopies(1);
  await made();
  await run(store, 'tag/create', { name: 'one' });
  clock.now += hour;
  const [first = ''] = await readdir(folder);
  // A file in the place of the next copy.
  await writeFile(join(folder, first.replace(/\d\d\.(?=\d\d\.\d\d\.assay)/, nextHourOf)), '');
  await made();
  expect(failures).toEqual([expect.stringContaining('There is already something at')]);
  expect(await made()).toHaveLength(2);
  expect(failures).toHaveLength(1);
  clock.now += hour;
  await made();
  expect(failures).toHaveLength(1);
  expect(await readdir(folder)).not.toContain(first);
});

test('whatever is thrown fails the copy that it hinders, and is tried again at the next time', async () => {
  vi.spyOn(console, 'error').mockReturnValue();
  const copy = vi.fn<Environment['copy']>().mockRejectedValue(new Error('No thread is left'));
  const { store, copies, folder, clock, failures, made } = await hourlyCopies(1, { copy });
  expect(await copies.copy(store, join(folder, 'Asked for.assay'))).toMatchObject({
    error: { code: 'call/failed', facts: { call: 'case/copy', reason: 'No thread is left' } },
  });
  for (let time = 0; time < 2; time += 1) expect(await made()).toEqual([]);
  expect(failures).toEqual([expect.stringContaining('No thread is left')]);
  clock.now += hour;
  await made();
  expect(failures).toHaveLength(2);
});

test('a copy that cannot be remembered is made, and the window is told', async () => {
  const told = vi.spyOn(console, 'error').mockReturnValue();
  const { userData, failures, made } = await hourlyCopies(1);
  const path = join(userData, 'preferences.json');
  await rm(path);
  await mkdir(join(path, 'in the way'), { recursive: true });
  expect(await made()).toHaveLength(1);
  expect(failures).toEqual([expect.stringMatching(/^copies\/failed \{"reason":".+"\}$/)]);
  expect(told.mock.calls).toEqual([['A copy could not be remembered:', expect.any(Error)]]);
});

test('no copy is due where none is wanted, or where no folder was chosen for them', async () => {
  const { preferences, failures, made, clock } = await hourlyCopies(1);
  await preferences.changeSettings({ copies: { every: 'never', keep: 1 } });
  expect(await made()).toEqual([]);
  const copy = vi.fn<Environment['copy']>();
  const unplaced = await Preferences.open(await temporaryFolder());
  await unplaced.changeSettings({ copies: { every: 'hour', keep: 1 } });
  const store = await temporaryCase();
  const send = (event: keyof Events) => failures.push(event);
  const environment = { preferences: unplaced, copy, send };
  await new Copies(environment, () => Promise.resolve(ok(store))).look();
  expect(copy).not.toHaveBeenCalled();
  expect(failures).toEqual([]);
  clock.now += hour;
  await preferences.changeSettings({ copies: { every: 'hour', keep: 1 } });
  expect(await made()).toHaveLength(1);
});

test('without another clock a copy is named by that of the machine', async () => {
  const { preferences, folder, store } = await hourlyCopies(1);
  const environment = {
    ...{ preferences, send: () => undefined },
    copy: (job: Parameters<Environment['copy']>[0]) => copyCase(job),
  };
  await new Copies(environment, () => Promise.resolve(ok(store))).look();
  expect(await readdir(folder)).toEqual([
    expect.stringMatching(/^A case \d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d\.assay$/),
  ]);
});

/** Copies of which each goes on until it is cancelled, and what was told of them. */
async function endlessCopies() {
  const told: unknown[] = [];
  const preferences = await Preferences.open(await temporaryFolder());
  const copy: Environment['copy'] = (_job, { signal, onProgress }) => {
    onProgress({ done: 1, total: 2 });
    if (signal.aborted) return Promise.resolve(null);
    return new Promise((resolve) => {
      signal.addEventListener('abort', () => {
        resolve(null);
      });
    });
  };
  const send = (...event: unknown[]) => told.push(event);
  const none = err(appError('store/no-case-open', {}));
  const openCase = vi.fn(() => Promise.resolve(none));
  return { copies: new Copies({ preferences, copy, send }, openCase), openCase, told };
}

test('a copy that was asked for tells how far it is, until it is cancelled or another is asked for', async () => {
  const { copies, told } = await endlessCopies();
  copies.cancel();
  const store = await temporaryCase();
  const first = copies.copy(store, '/first');
  expect(told).toEqual([['copy/progress', { done: 1, total: 2 }]]);
  const second = copies.copy(store, '/second');
  expect(await first).toEqual(ok(null));
  copies.cancel();
  expect(await second).toEqual(ok(null));
  const third = copies.copy(store, '/third');
  await copies.close();
  expect(await third).toEqual(ok(null));
  expect(await copies.copy(store, '/late')).toEqual(ok(null));
});

test('it is looked every half minute whether a copy is due, until all copies are closed', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  onTestFinished(() => void vi.useRealTimers());
  const { copies, openCase } = await endlessCopies();
  copies.start();
  vi.advanceTimersByTime(29_999);
  expect(openCase).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(openCase).toHaveBeenCalledOnce();
  // A look that is under way is not begun again.
  const looking = copies.look();
  expect(openCase).toHaveBeenCalledOnce();
  await looking;
  vi.advanceTimersByTime(30_000);
  expect(openCase).toHaveBeenCalledTimes(2);
  await copies.close();
  vi.advanceTimersByTime(90_000);
  expect(openCase).toHaveBeenCalledTimes(2);
});

function nextHourOf(found: string): string {
  return `${String((Number.parseInt(found, 10) + 1) % 24).padStart(2, '0')}.`;
}

test('a case that is only read is not copied: that is its writer’s to do', async () => {
  const { made } = await hourlyCopies(1, {
    open: (store) => reopen(store.path, { readOnly: true }),
  });
  expect(await made()).toEqual([]);
});

test('preferences of a version that knew no copies are kept', async () => {
  const folder = await temporaryFolder();
  const settings = { theme: 'dark', analyst: 'Ada' };
  const path = join(folder, 'preferences.json');
  await writeFile(path, JSON.stringify({ settings, recent: [], views: {} }));
  const preferences = await Preferences.open(folder);
  expect(preferences.settings).toMatchObject({ ...settings, copies: { every: 'never' } });
  await preferences.changeSettings({ copies: { every: 'day', keep: 3 } });
  await preferences.changeSettings({ theme: 'light' });
  expect((await Preferences.open(folder)).settings).toEqual({
    ...{ theme: 'light', analyst: 'Ada', copies: { every: 'day', keep: 3 } },
  });
  await rm(folder, { recursive: true });
});
