import { mkdir, readFile, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { ActionState } from '../../contract/actions.ts';
import type { CaseSnapshot, MoreRecords } from '../../contract/calls.ts';
import type { AnyRecord } from '../../domain/records/registry.ts';
import { Preferences } from '../preferences/preferences.ts';
import { makeLargeCase } from '../store/testing/large-case.ts';
import { flipped, journalFile, spoil } from '../store/testing/spoiled-case.ts';
import {
  reopen,
  temporaryCase,
  temporaryFolder,
  valueOf,
} from '../store/testing/temporary-case.ts';
import type { Environment } from './environment.ts';
import { menuSections } from './menu.ts';
import { Session } from './session.ts';

// Files by the hundred are made for this.
vi.setConfig({ testTimeout: 60_000 });

/** What the window and the machine may be like. */
interface Around {
  readonly showMenu?: (state: ActionState) => void;
  readonly send?: Environment['send'];
  readonly userData?: string;
}

async function aSession({
  showMenu = () => undefined,
  send = () => undefined,
  userData,
}: Around = {}): Promise<Session> {
  const preferences = await Preferences.open(userData ?? (await temporaryFolder()));
  return new Session({ preferences, send, showMenu });
}

/** A session, and whether the application menu offers to import files and folders. */
async function aSessionWithMenu() {
  const enabled = new Map<string, boolean>();
  const session = await aSession({
    showMenu: (state) => {
      for (const entry of menuSections(state).flatMap(({ items }) => items))
        if (typeof entry === 'object' && 'action' in entry)
          enabled.set(entry.action, entry.enabled);
    },
  });
  const offersImport = () => ['import/files', 'import/folder'].map((id) => enabled.get(id));
  return { session, offersImport };
}

test('a large case whose damage shows only when all of it is read asks what opening would have asked', async () => {
  const path = join(await temporaryFolder(), 'Large.assay');
  await makeLargeCase(path, { documents: 200, highlights: 1 });
  // Not the one that is shown first.
  const last = (await readdir(join(path, 'documents'))).sort().at(-1) ?? '';
  await spoil(path, join('documents', last), flipped);
  await spoil(path, journalFile, (bytes) => bytes.fill('x', 0, 100));
  const session = await aSession();

  const shown = valueOf(await session.open(path, { readOnly: false }));
  expect(shown.preview).not.toBeNull();
  // Also for a window that asks late.
  for (let time = 0; time < 2; time += 1)
    expect(await session.more(restOf(shown))).toMatchObject({
      error: { code: 'store/recoverable', facts: { report: { outcome: 'recoverable' } } },
    });

  const again = valueOf(await session.open(path, { readOnly: true, recover: true }));
  const { complete } = await theRestOf(session, again);
  expect(complete).toMatchObject({
    health: { state: 'reading', mayWrite: false, error: null },
    report: { outcome: 'recoverable', found: [{ file: `documents/${last}` }, { line: 1 }] },
  });
  await session.close();
  expect(valueOf(await session.more(restOf(again)))).toBeNull();
});

test('a large case comes to the window in parts also as of another moment, opened once more, or after a reload', async () => {
  const path = join(await temporaryFolder(), 'Large.assay');
  await makeLargeCase(path, { documents: 200, highlights: 20 });
  const session = await aSession();
  await theRestOf(session, valueOf(await session.open(path, { readOnly: false })));
  const past = valueOf(await session.lookBack({ seq: 180 }));
  expect(past).toMatchObject({ past: { seq: 180 }, preview: past.records.find(isDocument)?.id });
  const reloaded = await session.snapshot();
  if (reloaded === null) throw new Error('No case is open');
  // What was asked for before the window showed something else must not mix with it.
  expect(valueOf(await session.more(restOf(past)))).toBeNull();
  const then = await theRestOf(session, reloaded);
  expect(then.complete).toMatchObject({ past: { seq: 180 } });
  expect(then.records.filter(isDocument)).toHaveLength(178);

  const present = valueOf(await session.returnToNow());
  expect(present.records.filter(isDocument)).toHaveLength(1);
  const { records, complete } = await theRestOf(session, present);
  expect(records.filter(isDocument)).toHaveLength(200);
  expect(complete).toMatchObject({ past: null });
  await session.close();
});

test('a case that is opened once more comes anew only if somebody changed it', async () => {
  const path = join(await temporaryFolder(), 'A case.assay');
  const made = await aSession();
  valueOf(await made.create(path, 'A case'));
  await made.close();
  const session = await aSession();
  valueOf(await session.open(path, { readOnly: true }));
  expect(valueOf(await session.reopen('reader'))).not.toHaveProperty('records');
  const writer = await aSession();
  valueOf(await writer.open(path, { readOnly: false }));
  valueOf(await valueOf(await writer.store()).run('tag/create', { name: 'New' }));
  await writer.close();
  const reopened = valueOf(await session.reopen('writer'));
  expect(reopened).toMatchObject({ seq: 2, health: { state: 'well' }, rest: null });
  expect(reopened).toHaveProperty('records');
  await session.close();
});

test('the menu offers to import only into a case that takes changes here', async () => {
  const path = join(await temporaryFolder(), 'A case.assay');
  const { session, offersImport } = await aSessionWithMenu();
  valueOf(await session.create(path, 'A case'));
  expect(offersImport()).toEqual([true, true]);
  valueOf(await session.lookBack({ seq: 1 }));
  expect(offersImport()).toEqual([false, false]);
  valueOf(await session.returnToNow());
  expect(offersImport()).toEqual([true, true]);
  valueOf(await session.reopen('reader'));
  expect(offersImport()).toEqual([false, false]);
  valueOf(await session.reopen('writer'));
  expect(offersImport()).toEqual([true, true]);
  const lock = JSON.parse(await readFile(join(path, 'lock'), 'utf8')) as { token: string };
  await reopen(path, { analyst: 'Bela', takeOver: lock.token });
  const store = valueOf(await session.store());
  expect(await store.run('tag/create', { name: 'Too late' })).toMatchObject({ ok: false });
  expect(offersImport()).toEqual([false, false]);
  await session.close();
  expect(offersImport()).toEqual([false, false]);
});

test('the menu offers no import while a large case is on its way to the window', async () => {
  const path = join(await temporaryFolder(), 'Large.assay');
  await makeLargeCase(path, { documents: 200, highlights: 20 });
  const { session, offersImport } = await aSessionWithMenu();
  valueOf(await session.create(join(await temporaryFolder(), 'Before.assay'), 'Before'));
  const shown = valueOf(await session.open(path, { readOnly: false }));
  expect(offersImport()).toEqual([false, false]);
  await session.store();
  expect(offersImport()).toEqual([false, false]);
  await theRestOf(session, shown);
  expect(offersImport()).toEqual([true, true]);
  await session.close();
});

test('a case that is closed twice at once is closed when either says so', async () => {
  const session = await aSession();
  const path = join(await temporaryFolder(), 'A case.assay');
  valueOf(await session.create(path, 'A case'));
  const closings = [session.close(), session.close()];
  for (const closing of closings.toReversed()) {
    await closing;
    expect(await readdir(path)).not.toContain('lock');
  }
});

test('a case opens also where it cannot be put among the recent ones', async () => {
  const store = await temporaryCase();
  const { path } = store;
  await store.close();
  const userData = await temporaryFolder();
  await mkdir(join(userData, 'preferences.json', 'in the way'), { recursive: true });
  const session = await aSession({ userData });
  const told = vi.spyOn(console, 'error').mockReturnValue();
  expect(valueOf(await session.open(path, { readOnly: false }))).toMatchObject({ path });
  expect(told).toHaveBeenCalledOnce();
  valueOf(await session.store());
  await session.close();
});

describe('where something is thrown that nobody expected', () => {
  // The system refuses such a path by throwing what no file operation fails with.
  const impossible = join(tmpdir(), 'A\0case.assay');

  /** A session whose window cannot be given a menu once it `breaks`; what it logs is kept from the output. */
  async function aBreakingSession() {
    vi.spyOn(console, 'error').mockReturnValue();
    let broken = false;
    const session = await aSession({
      showMenu: () => {
        if (broken) throw new Error('The window is gone');
      },
    });
    return { session, breaks: (isBroken: boolean) => void (broken = isBroken) };
  }

  /** Nothing is open, nobody is kept out of the case, and it can be opened as if nothing had been. */
  async function expectLetGo(session: Session, path: string): Promise<void> {
    expect(await session.store()).toMatchObject({ error: { code: 'store/no-case-open' } });
    expect(await readdir(path)).not.toContain('lock');
    expect(valueOf(await session.open(path, { readOnly: false }))).toMatchObject({ path });
    const store = valueOf(await session.store());
    valueOf(await store.run('tag/create', { name: 'After' }));
    valueOf(await store.undo());
    await session.close();
  }

  function failedWith(call: string, reason: string): object {
    const containing: unknown = expect.stringContaining(reason);
    return { error: { code: 'call/failed', facts: { call, reason: containing } } };
  }

  afterEach(() => vi.restoreAllMocks());

  test('by the system, the call is answered and the open case stays open', async () => {
    const { session } = await aBreakingSession();
    const path = join(await temporaryFolder(), 'A case.assay');
    valueOf(await session.create(path, 'A case'));
    const opened = await session.open(impossible, { readOnly: false });
    expect(opened).toMatchObject(failedWith('case/open', 'null bytes'));
    const created = await session.create(impossible, 'Another');
    expect(created).toMatchObject(failedWith('case/create', 'null bytes'));
    expect(valueOf(await session.store()).path).toBe(path);
    await session.close();
  });

  test('as a case is created, opened, or opened once more, the call is answered and the case let go', async () => {
    const { session, breaks } = await aBreakingSession();
    const path = join(await temporaryFolder(), 'A case.assay');
    breaks(true);
    const created = await session.create(path, 'A case');
    expect(created).toMatchObject(failedWith('case/create', 'The window is gone'));
    breaks(false);
    await expectLetGo(session, path);
    breaks(true);
    const opened = await session.open(path, { readOnly: false });
    expect(opened).toMatchObject(failedWith('case/open', 'The window is gone'));
    breaks(false);
    await expectLetGo(session, path);
    valueOf(await session.open(path, { readOnly: true }));
    breaks(true);
    const reopened = await session.reopen('writer');
    expect(reopened).toMatchObject(failedWith('case/reopen', 'The window is gone'));
    breaks(false);
    await expectLetGo(session, path);
  });

  test('as the first document of a large case is shown, the call is answered and the case let go', async () => {
    const { session, breaks } = await aBreakingSession();
    const path = join(await temporaryFolder(), 'Large.assay');
    await makeLargeCase(path, { documents: 200, highlights: 20 });
    breaks(true);
    const opened = await session.open(path, { readOnly: false });
    expect(opened).toMatchObject(failedWith('case/open', 'The window is gone'));
    breaks(false);
    await expectLetGo(session, path);
  });

  test('after the first document of a large case was shown, whoever waits for the rest is answered', async () => {
    const { session, breaks } = await aBreakingSession();
    const path = join(await temporaryFolder(), 'Large.assay');
    await makeLargeCase(path, { documents: 200, highlights: 20 });
    const shown = valueOf(await session.open(path, { readOnly: false }));
    breaks(true);
    const rest = await session.more(restOf(shown));
    expect(rest).toMatchObject(failedWith('case/open', 'The window is gone'));
    expect(await session.store()).toMatchObject(rest);
    expect(await readdir(path)).not.toContain('lock');
    breaks(false);
    expect(valueOf(await session.open(path, { readOnly: false }))).toMatchObject({ path });
    await session.close();
  });
});

test('changes of a case are not the window’s any more once a document of another is on show', async () => {
  const path = join(await temporaryFolder(), 'Large.assay');
  await makeLargeCase(path, { documents: 200, highlights: 20 });
  const sent: string[] = [];
  const session = await aSession({ send: (event) => void sent.push(event) });
  valueOf(await session.create(join(await temporaryFolder(), 'Before.assay'), 'Before'));
  const before = valueOf(await session.store());
  valueOf(await before.run('tag/create', { name: 'Seen' }));
  expect(sent).toEqual(['case/changed']);
  const shown = valueOf(await session.open(path, { readOnly: false }));
  valueOf(await before.run('tag/create', { name: 'An import that goes on' }));
  await theRestOf(session, shown);
  expect(sent).toEqual(['case/changed']);
  await session.close();
});

function isDocument({ type }: AnyRecord): boolean {
  return type === 'document';
}

function restOf({ rest }: CaseSnapshot): number {
  if (rest === null) throw new Error('The case came as a whole');
  return rest;
}

/** Everything that follows a snapshot, and how the case stood at its end. */
async function theRestOf(session: Session, begun: CaseSnapshot): Promise<MoreRecords> {
  const records: AnyRecord[] = [];
  for (;;) {
    const more = valueOf(await session.more(restOf(begun)));
    if (more === null) throw new Error('Something else is on show');
    records.push(...more.records);
    if (more.complete !== null) return { ...more, records };
  }
}
