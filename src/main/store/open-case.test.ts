import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmod,
  mkdir,
  readFile,
  readdir,
  rename,
  rm,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fixedSteps } from '../../domain/testing/random-walk.ts';
import { openCase } from './case-store.ts';
import { sealLine, readLine, journalStart } from './journal-line.ts';
import { canMount, mountReadOnly } from './testing/mounts.ts';
import {
  closedCase,
  copyOf,
  fingerprint,
  journalFile,
  spoil,
  walkStore,
} from './testing/spoiled-case.ts';
import {
  codeOf,
  importText,
  recordsOf,
  reopen,
  run,
  temporaryCase,
  temporaryFolder,
  valueOf,
} from './testing/temporary-case.ts';

const writing = { readOnly: false, analyst: 'Ada' };
const reading = { readOnly: true, analyst: 'Ada' };

async function linesOf(path: string): Promise<Buffer[]> {
  const text = await readFile(join(path, journalFile), 'latin1');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => Buffer.from(line, 'latin1'));
}

describe('a path that holds no case', () => {
  test('is refused with the reason', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'file'), '');
    await mkdir(join(folder, 'empty'));
    await mkdir(join(folder, 'other'));
    await writeFile(join(folder, 'other', 'case.json'), '{"name":"not ours"}');
    for (const options of [writing, reading]) {
      expect(codeOf(await openCase(join(folder, 'gone'), options))).toBe('store/not-found');
      expect(codeOf(await openCase(join(folder, 'file'), options))).toBe('store/not-a-case');
      expect(codeOf(await openCase(join(folder, 'file', 'below'), options))).toBe(
        'store/not-found',
      );
      expect(codeOf(await openCase(join(folder, 'empty'), options))).toBe('store/not-a-case');
      expect(codeOf(await openCase(join(folder, 'other'), options))).toBe('store/not-a-case');
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
    expect(recordsOf(reader)).toEqual(recordsOf(store));
    await store.close();
    await (await reopen(store.path)).close();
  });

  test('of a newer format opens for reading only, with a word why', async () => {
    const path = await closedCase();
    await spoil(path, 'case.json', (bytes) => {
      const [, ...rest] = bytes.toString('utf8').replace('"format":1', '"format":2').split('\n');
      const body = Buffer.from(rest.join('\n'));
      return Buffer.concat([Buffer.from(`{"hash":"${hashOf(body)}",\n`), body]);
    });
    const before = await fingerprint(path);
    expect(await openCase(path, writing)).toMatchObject({
      error: { code: 'store/newer-format', facts: { found: 2, supported: 1 } },
    });
    const reader = await reopen(path, { readOnly: true });
    expect(reader.notices).toEqual([expect.stringContaining('format 2')]);
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
    expect(reader.notices).toHaveLength(2);
    expect(codeOf(await reader.run('tag/create', { name: 'a' }))).toBe('store/read-only');
    expect(codeOf(await reader.undo())).toBe('store/read-only');
    expect(codeOf(await reader.putText({ text: 'a', blocks: [] }))).toBe('store/read-only');
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
      expect(asNobody(path, reading)).toBe('opened');
      await chmod(path, 0o700);
      expect(asNobody(path, reading)).toBe('store/no-permission');
    },
  );
});

describe('after a crash', () => {
  test('the checkpoints and the journal after them give what the whole journal gives', async () => {
    const store = await temporaryCase();
    const steps = fixedSteps(400);
    await walkStore(store, steps.slice(0, 200));
    await store.close();
    const again = await reopen(store.path);
    await walkStore(again, steps.slice(200));
    expect(recordsOf(again).length).toBeGreaterThan(20);
    const crashed = await copyOf(again.path);
    const expected = recordsOf(again);
    expect(recordsOf(await reopen(crashed, { readOnly: true }))).toEqual(expected);
    await rm(join(crashed, 'case.json'));
    await rm(join(crashed, 'documents'), { recursive: true });
    expect(recordsOf(await reopen(crashed, { readOnly: true }))).toEqual(expected);
    await again.close();
    expect(recordsOf(await reopen(again.path))).toEqual(expected);
  });

  test('a lock that was left and files that were not finished do not stay', async () => {
    const store = await temporaryCase();
    await importText(store, 'NATO left Baghdad.');
    const path = await copyOf(store.path);
    await spoil(path, 'lock', (bytes) =>
      Buffer.from(bytes.toString().replace(/"pid":\d+/, '"pid":999999999')),
    );
    for (const place of ['', 'texts', 'documents', 'journal', 'originals'])
      await writeFile(join(path, place, 'a.json.1.unfinished'), 'half');
    const opened = await reopen(path);
    expect(opened.notices).toEqual([]);
    const left = (await readdir(path, { recursive: true })).filter((name) =>
      name.endsWith('.unfinished'),
    );
    expect(left).toEqual([]);
  });

  test('wherever the last line is cut, it is cut off, kept and told; all before it is there', async () => {
    const path = await closedCase();
    const lines = await linesOf(path);
    const last = lines.at(-1)?.length ?? 0;
    const whole = recordsOf(await reopen(path, { readOnly: true })).length;
    // The checkpoints are of the end, so they must go: a journal shorter than they are is damage, not a crash.
    await rm(join(path, 'case.json'));
    for (const cut of [1, 2, 40, 80, last - 1, last]) {
      const copy = await copyOf(path);
      await spoil(copy, journalFile, (bytes) => bytes.subarray(0, -cut));
      const store = await reopen(copy);
      expect(recordsOf(store)).toHaveLength(whole - 1);
      expect(store.notices.join()).toContain(`after change ${lines.length - 1}`);
      const [aside] = (await readdir(join(copy, 'journal'))).filter((name) =>
        name.includes('.torn-'),
      );
      expect((await readFile(join(copy, 'journal', aside ?? ''))).length).toBe(last + 1 - cut);
      await run(store, 'tag/create', { name: 'after' });
      await store.close();
      const again = await reopen(copy);
      expect([again.notices, again.view.count('tag')]).toEqual([[], 1]);
      expect(valueOf(await again.verify()).findings).toEqual([]);
      await again.close();
    }
  });

  test('a last line of garbage is cut off as well', async () => {
    const path = await closedCase();
    const expected = recordsOf(await reopen(path, { readOnly: true }));
    for (const garbage of ['garbage', 'garbage\n', '\0\0\0\0', '{"seq":6}\n']) {
      const copy = await copyOf(path);
      await spoil(copy, journalFile, (bytes) => Buffer.concat([bytes, Buffer.from(garbage)]));
      const store = await reopen(copy);
      expect([recordsOf(store), store.notices.length]).toEqual([expected, 1]);
      await store.close();
    }
  });
});

describe('a damaged journal', () => {
  test('is named with file and line, and nothing is changed', async () => {
    const path = await closedCase();
    await rm(join(path, 'case.json'));
    const lines = await linesOf(path);
    for (const [index, line] of lines.slice(0, -1).entries()) {
      // Altered, left out, and altered with a hash of its own that fits: then the next line gives it away.
      const spoilt: [number, Buffer[]][] = [
        [index + 1, [flipped(line)]],
        [index + 1, []],
        [index + 2, [resealed(line)]],
      ];
      for (const [place, replacement] of spoilt) {
        const copy = await copyOf(path);
        const content = [...lines.slice(0, index), ...replacement, ...lines.slice(index + 1)];
        await writeFile(
          join(copy, journalFile),
          Buffer.concat(content.map((part) => Buffer.concat([part, Buffer.from('\n')]))),
        );
        const before = await fingerprint(copy);
        expect(await openCase(copy, writing)).toMatchObject({
          error: { code: 'store/damaged', facts: { place: `journal/000001.jsonl, line ${place}` } },
        });
        expect(await fingerprint(copy)).toEqual(before);
      }
    }
  });

  test('that ends before the checkpoints do is damage', async () => {
    const path = await closedCase();
    const lines = await linesOf(path);
    await truncate(join(path, journalFile), lines.slice(0, -1).join('\n').length + 1);
    expect(codeOf(await openCase(path, writing))).toBe('store/damaged');
  });

  test('that is missing, a link, or of another case is damage', async () => {
    const [path, other] = [await closedCase(), await closedCase()];
    const missing = await copyOf(path);
    await rm(join(missing, 'journal'), { recursive: true });
    expect(codeOf(await openCase(missing, writing))).toBe('store/damaged');
    await symlink(join(path, 'journal'), join(missing, 'journal'));
    expect(codeOf(await openCase(missing, writing))).toBe('store/damaged');
    const linked = await copyOf(path);
    await rename(join(linked, journalFile), join(linked, 'elsewhere'));
    await symlink(join(linked, 'elsewhere'), join(linked, journalFile));
    expect(codeOf(await openCase(linked, writing))).toBe('store/damaged');
    const emptied = await copyOf(path);
    await truncate(join(emptied, journalFile), 0);
    expect(codeOf(await openCase(emptied, writing))).toBe('store/damaged');
    const swapped = await copyOf(path);
    await writeFile(join(swapped, journalFile), await readFile(join(other, journalFile)));
    expect(codeOf(await openCase(swapped, writing))).toBe('store/damaged');
  });
});

describe('a damaged checkpoint', () => {
  test.each([
    'case.json',
    'a document',
    'missing case.json',
    'a missing document',
    'an old document',
  ])('(%s) is set aside and rebuilt from the journal, and told', async (which) => {
    const store = await temporaryCase();
    const document = await importText(store, 'NATO left Baghdad.');
    await store.close();
    const name = which.includes('document') ? `documents/${document}.json` : 'case.json';
    const old = await readFile(join(store.path, name));
    const again = await reopen(store.path);
    await run(again, 'highlight/create', { document, ranges: [{ start: 5, end: 9 }] });
    await again.close();
    const expected = recordsOf(await reopen(store.path, { readOnly: true }));
    if (which.includes('missing')) await rm(join(store.path, name));
    else if (which.includes('old')) await writeFile(join(store.path, name), old);
    else await spoil(store.path, name, (bytes) => flipped(bytes));

    const rebuilt = await reopen(store.path);
    expect(recordsOf(rebuilt)).toEqual(expected);
    expect(rebuilt.notices).toEqual([expect.stringContaining(name)]);
    const folder = join(store.path, which.includes('document') ? 'documents' : '');
    const aside = (await readdir(folder)).filter((entry) => entry.includes('.damaged-'));
    expect(aside).toHaveLength(which.includes('missing') ? 0 : 1);
    await rebuilt.close();
    const last = await reopen(store.path);
    expect([recordsOf(last), last.notices]).toEqual([expected, []]);
    expect(valueOf(await last.verify()).findings).toEqual([]);
  });

  test('with records that do not fit together is not believed', async () => {
    const path = await closedCase();
    const expected = recordsOf(await reopen(path, { readOnly: true }));
    const [name] = await readdir(join(path, 'documents'));
    await spoil(path, `documents/${name ?? ''}`, (bytes) => {
      // Without its highlight, and with a hash that fits.
      const lines = bytes
        .toString('utf8')
        .split('\n')
        .filter((line) => !line.includes('"type":"highlight"'));
      const body = Buffer.from(lines.slice(1).join('\n'));
      return Buffer.concat([Buffer.from(`{"hash":"${hashOf(body)}",\n`), body]);
    });
    const store = await reopen(path);
    expect(recordsOf(store)).toEqual(expected);
    expect(store.notices.length).toBeGreaterThan(0);
  });

  test('of a document that is gone is removed', async () => {
    const store = await temporaryCase();
    const document = await importText(store, 'NATO left Baghdad.');
    await store.close();
    const again = await reopen(store.path);
    expect(await readdir(join(store.path, 'documents'))).toEqual([`${document}.json`]);
    await run(again, 'document/remove', { documents: [document] });
    await again.close();
    expect(await readdir(join(store.path, 'documents'))).toEqual([]);
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
  for (const name of ['documents', 'texts', 'originals'])
    await rm(join(store.path, name), { recursive: true });
  expect((await reopen(store.path, { readOnly: true })).seq).toBe(1);
  const again = await reopen(store.path);
  await importText(again, 'NATO left Baghdad.');
});

function flipped(bytes: Buffer): Buffer {
  const changed = Buffer.from(bytes);
  const middle = Math.floor(bytes.length / 2);
  changed[middle] = (changed[middle] ?? 0) ^ 1;
  return changed;
}

// The same line with another label and a hash of its own that fits: only the next line's `prev` gives it away.
function resealed(line: Buffer): Buffer {
  const read = readLine(line);
  if (read === null) throw new Error('Not a line');
  const { seq, prev, ...entry } = read;
  const after = { ...journalStart, seq: seq - 1, hash: prev };
  return sealLine(after, { ...entry, label: 'Something else' }).bytes.subarray(0, -1);
}

function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function asNobody(path: string, options: { readOnly: boolean; analyst: string }): string {
  const script = join(import.meta.dirname, 'testing', 'open-as-nobody.ts');
  const { stdout, stderr } = spawnSync(process.execPath, [script, path, JSON.stringify(options)], {
    encoding: 'utf8',
  });
  return stdout.trim() || stderr;
}
