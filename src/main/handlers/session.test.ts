import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import type { MoreRecords } from '../../contract/calls.ts';
import { Preferences } from '../store/preferences.ts';
import { makeLargeCase } from '../store/testing/large-case.ts';
import { flipped, journalFile, spoil } from '../store/testing/spoiled-case.ts';
import { codeOf, temporaryFolder, valueOf } from '../store/testing/temporary-case.ts';
import { Session } from './session.ts';

// Files by the hundred are made for this.
vi.setConfig({ testTimeout: 60_000 });

async function aSession(): Promise<Session> {
  const userData = await temporaryFolder();
  return new Session({
    ...{ preferences: await Preferences.open(userData), userData, sampleCase: '' },
    send: () => undefined,
    showMenu: () => undefined,
  });
}

test('a large case whose damage shows only when all of it is read asks what opening would have asked', async () => {
  const path = join(await temporaryFolder(), 'Large.assay');
  await makeLargeCase(path, { documents: 200, highlights: 1 });
  const [, second = ''] = (await readdir(join(path, 'documents'))).sort();
  await spoil(path, join('documents', second), flipped);
  await spoil(path, journalFile, (bytes) => bytes.fill('x', 0, 100));
  const session = await aSession();

  const shown = valueOf(await session.open(path, { readOnly: false }));
  expect(shown.preview).not.toBeNull();
  // Also for a window that asks late.
  for (let time = 0; time < 2; time += 1)
    expect(await session.more()).toMatchObject({
      error: { code: 'store/recoverable', facts: { report: { outcome: 'recoverable' } } },
    });

  valueOf(await session.open(path, { readOnly: true, recover: true }));
  let more: MoreRecords;
  do more = valueOf(await session.more());
  while (more.complete === null);
  expect(more.complete).toMatchObject({
    health: { state: 'reading', mayWrite: false, error: null },
    report: { outcome: 'recoverable', found: [{ file: `documents/${second}` }, { line: 1 }] },
  });
  await session.close();
  expect(codeOf(await session.more())).toBe('store/no-case-open');
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
