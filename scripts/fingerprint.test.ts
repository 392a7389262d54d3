import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fingerprint } from './fingerprint.mjs';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'assay-fingerprint-'));
  mkdirSync(join(folder, 'src', 'deep'), { recursive: true });
  writeFileSync(join(folder, 'src', 'one.ts'), 'one');
  writeFileSync(join(folder, 'src', 'deep', 'two.ts'), 'two');
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('fingerprint', () => {
  it('stays the same when only times change', () => {
    const before = fingerprint(folder, ['src']);
    utimesSync(join(folder, 'src', 'one.ts'), 0, 0);
    expect(fingerprint(folder, ['src'])).toBe(before);
  });

  it('changes with a content, a name, a new file, and a removed file', () => {
    const seen = [fingerprint(folder, ['src'])];
    writeFileSync(join(folder, 'src', 'deep', 'two.ts'), 'two and more');
    seen.push(fingerprint(folder, ['src']));
    renameSync(join(folder, 'src', 'one.ts'), join(folder, 'src', 'uno.ts'));
    seen.push(fingerprint(folder, ['src']));
    writeFileSync(join(folder, 'src', 'empty.ts'), '');
    seen.push(fingerprint(folder, ['src']));
    rmSync(join(folder, 'src', 'deep'), { recursive: true });
    seen.push(fingerprint(folder, ['src']));
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('leaves out what the caller leaves out, and takes what does not exist as absent', () => {
    const before = fingerprint(folder, ['src', 'missing'], (name) => !name.startsWith('src/deep/'));
    writeFileSync(join(folder, 'src', 'deep', 'two.ts'), 'changed');
    expect(fingerprint(folder, ['src', 'missing'], (name) => name === 'src/one.ts')).toBe(before);
  });
});
