import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, mkdir, readFile, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test, vi } from 'vitest';
import { currentFormat } from '../../migrations/registry.ts';
import { openCase } from '../case-store.ts';
import { canMount, mountReadOnly } from '../testing/mounts.ts';
import {
  closedCase,
  copyOf,
  fingerprint,
  journalFile,
  linesOf,
  spoil,
} from '../testing/spoiled-case.ts';
import {
  codeOf,
  filesOf,
  importText,
  allRecords,
  layoutOf,
  reopen,
  run,
  temporaryCase,
  temporaryFolder,
  valueOf,
} from '../testing/temporary-case.ts';

// Many cases, each with files or long sequences; a busy machine may take its time over them.
vi.setConfig({ testTimeout: 60_000 });

const writing = { readOnly: false, analyst: 'Ada' };
const reading = { readOnly: true, analyst: 'Ada' };

describe('a path that holds no case', () => {
  test('is refused with the reason', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'file'), '');
    await mkdir(join(folder, 'empty'));
    await mkdir(join(folder, 'other'));
    await mkdir(join(folder, 'papers', 'documents'), { recursive: true });
    await writeFile(join(folder, 'papers', 'documents', 'notes.json'), '{}');
    await writeFile(join(folder, 'other', 'case.json'), '{"name":"not ours"}');
    for (const options of [writing, reading]) {
      expect(codeOf(await openCase(join(folder, 'gone'), options))).toBe('store/not-found');
      expect(codeOf(await openCase(join(folder, 'file'), options))).toBe('store/not-a-case');
      expect(codeOf(await openCase(join(folder, 'file', 'below'), options))).toBe(
        'store/not-found',
      );
      expect(codeOf(await openCase(join(folder, 'empty'), options))).toBe('store/not-a-case');
      expect(codeOf(await openCase(join(folder, 'other'), options))).toBe('store/not-a-case');
      expect(codeOf(await openCase(join(folder, 'papers'), options))).toBe('store/not-a-case');
    }
    expect(await readdir(join(folder, 'empty'))).toEqual([]);
    expect(await readdir(join(folder, 'other'))).toEqual(['case.json']);
  });

  test('is a moved case, which opens in its new place', async () => {
    const path = await closedCase();
    await rename(path, `${path} moved`);
    expect(codeOf(await openCase(path, writing))).toBe('store/not-found');
    expect((await reopen(`${path} moved`)).view.count('claim')).toBe(1);
  });
});

describe('a case in use', () => {
  test('is locked for a second writer, and readable', async () => {
    const store = await temporaryCase();
    await run(store, 'tag/create', { name: 'a' });
    expect(codeOf(await openCase(store.path, writing))).toBe('store/locked');
    const reader = await reopen(store.path, { readOnly: true });
    expect(allRecords(reader)).toEqual(allRecords(store));
    await store.close();
    await (await reopen(store.path)).close();
  });

  test('of a newer format opens for reading only, with a word why', async () => {
    const path = await closedCase();
    await spoil(path, 'case.json', (bytes) => {
      const [, ...rest] = bytes
        .toString('utf8')
        .replace(/"format":\d+/u, '"format":99')
        .split('\n');
      const body = Buffer.from(rest.join('\n'));
      return Buffer.concat([Buffer.from(`{"hash":"${hashOf(body)}",\n`), body]);
    });
    const before = await fingerprint(path);
    expect(await openCase(path, writing)).toMatchObject({
      error: { code: 'store/newer-format', facts: { found: 99, supported: currentFormat } },
    });
    const reader = await reopen(path, { readOnly: true });
    expect(reader.report).toMatchObject({ newerFormat: 99, found: [] });
    expect(reader.view.count('claim')).toBe(1);
    expect(await fingerprint(path)).toEqual(before);
  });

  test('of a newer format that makes no sense is refused', async () => {
    const path = await closedCase();
    await writeFile(join(path, 'case.json'), '{"format":7,"records":[{"type":"hypothesis"}]}');
    for (const options of [writing, reading])
      expect(codeOf(await openCase(path, options))).toBe('store/newer-format');
  });
});

describe('reading only', () => {
  test('writes nothing, not even to mend what a crash left', async () => {
    const store = await temporaryCase();
    await importText(store, 'NATO left Baghdad.');
    const path = await copyOf(store.path);
    await spoil(path, journalFile, (bytes) => bytes.subarray(0, -20));
    await spoil(path, 'case.json', (bytes) => bytes.subarray(0, -20));
    const before = await fingerprint(path);
    const reader = await reopen(path, { readOnly: true });
    expect(reader.report).toMatchObject({ outcome: 'reported', keptIn: null });
    expect(reader.report?.found).toHaveLength(2);
    expect(codeOf(await reader.run('tag/create', { name: 'a' }))).toBe('store/read-only');
    expect(codeOf(await reader.undo())).toBe('store/read-only');
    expect(codeOf(await reader.putImports([filesOf('a')]))).toBe('store/read-only');
    await reader.verify();
    await reader.close();
    expect(await fingerprint(path)).toEqual(before);
  });

  test.skipIf(!canMount)('is what a read-only disk allows', async () => {
    const path = await closedCase();
    mountReadOnly(path);
    expect(codeOf(await openCase(path, writing))).toBe('store/read-only');
    const reader = await reopen(path, { readOnly: true });
    expect(reader.view.count('claim')).toBe(1);
    expect(valueOf(await reader.verify()).findings).toEqual([]);
  });

  // Root may do anything, so another user has to try.
  test.skipIf(process.getuid?.() !== 0)(
    'is what a folder of another user allows, if anything',
    async () => {
      const path = await closedCase();
      for (const folder of [join(path, '..'), path]) await chmod(folder, 0o755);
      expect(asNobody(path, writing)).toBe('store/no-permission');
      // Nor may they read what an earlier repair has kept, on which nothing depends.
      const kept = join(path, 'damaged-2026');
      await mkdir(kept, { mode: 0o700 });
      await writeFile(join(kept, 'report.json'), '{}');
      expect(asNobody(path, reading)).toBe('opened');
      await chmod(path, 0o700);
      expect(asNobody(path, reading)).toBe('store/no-permission');
    },
  );
});

describe('after a crash', () => {
  test('a lock that was left and files that were not finished do not stay', async () => {
    const store = await temporaryCase();
    await importText(store, 'NATO left Baghdad.');
    const path = await copyOf(store.path);
    await spoil(path, 'lock', (bytes) =>
      Buffer.from(bytes.toString().replace(/"pid":\d+/, '"pid":999999999')),
    );
    for (const place of ['', 'texts', 'layouts', 'documents', 'journal', 'originals'])
      await writeFile(join(path, place, 'a.json.1.unfinished'), 'half');
    const opened = await reopen(path);
    expect(opened.report).toBeNull();
    const left = (await readdir(path, { recursive: true })).filter((name) =>
      name.endsWith('.unfinished'),
    );
    expect(left).toEqual([]);
  });

  test('wherever the last line is cut, it is cut off, kept and told; all before it is there', async () => {
    const path = await closedCase();
    const lines = await linesOf(path);
    const last = lines.at(-1)?.length ?? 0;
    const whole = allRecords(await reopen(path, { readOnly: true })).length;
    // The checkpoints are of the end, so they must go: a journal shorter than they are is damage, not a crash.
    for (const name of ['case.json', 'documents']) await rm(join(path, name), { recursive: true });
    for (const cut of [2, 40, 80, last - 1, last]) {
      const copy = await copyOf(path);
      await spoil(copy, journalFile, (bytes) => bytes.subarray(0, -cut));
      const store = await reopen(copy);
      expect(allRecords(store)).toHaveLength(whole - 1);
      const { found = [], keptIn } = store.report ?? {};
      expect(found).toContainEqual({
        ...{ file: 'journal/000001.jsonl', line: lines.length, problem: 'incomplete' },
      });
      const aside = join(copy, keptIn ?? '', 'journal', '000001.jsonl.last-line');
      expect((await readFile(aside)).length).toBe(last + 1 - cut);
      await run(store, 'tag/create', { name: 'after' });
      await store.close();
      const again = await reopen(copy);
      expect([again.report, again.view.count('tag')]).toEqual([null, 1]);
      expect(valueOf(await again.verify()).findings).toEqual([]);
      await again.close();
    }
  });

  test('a last line of garbage is cut off as well', async () => {
    const path = await closedCase();
    const expected = allRecords(await reopen(path, { readOnly: true }));
    const file = 'journal/000001.jsonl';
    for (const garbage of ['garbage', 'garbage\n', '\0\0\0\0', '{"seq":6}\n']) {
      const isEnded = garbage.endsWith('\n');
      const copy = await copyOf(path);
      await spoil(copy, journalFile, (bytes) => Buffer.concat([bytes, Buffer.from(garbage)]));
      const store = await reopen(copy);
      expect(allRecords(store)).toEqual(expected);
      // With its end it may have been a change that somebody made; without, it was never acknowledged.
      expect(store.report).toMatchObject({
        found: [{ file, line: 6, problem: isEnded ? 'damaged' : 'incomplete' }],
        missing: { changes: isEnded ? [{ from: 6, to: 6, isHeld: false }] : [] },
      });
      await store.close();
    }
  });
});

test('a folder of the case that is a link elsewhere is refused', async () => {
  const path = await closedCase();
  const elsewhere = await temporaryFolder();
  await rm(join(path, 'texts'), { recursive: true });
  await symlink(elsewhere, join(path, 'texts'));
  expect(codeOf(await openCase(path, writing))).toBe('store/damaged');
});

test('empty folders that a copying program left out are made again', async () => {
  const store = await temporaryCase();
  await store.close();
  for (const name of ['documents', 'texts', 'layouts', 'originals'])
    await rm(join(store.path, name), { recursive: true });
  expect((await reopen(store.path, { readOnly: true })).seq).toBe(1);
  const again = await reopen(store.path);
  await importText(again, 'NATO left Baghdad.', { pages: layoutOf('NATO left Baghdad.') });
});

function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function asNobody(path: string, options: { readOnly: boolean; analyst: string }): string {
  const script = fileURLToPath(new URL('../testing/open-as-nobody.ts', import.meta.url));
  const { stdout, stderr } = spawnSync(process.execPath, [script, path, JSON.stringify(options)], {
    encoding: 'utf8',
  });
  return stdout.trim() || stderr;
}
