import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../testing/temporary-case.ts';
import { attempt, isMissing, isSystemError, storeError } from './file-errors.ts';

function failure(code: string, syscall = 'write'): Error {
  return Object.assign(new Error(`${code}: it failed`), { code, syscall });
}

test.each([
  ['ENOSPC', 'store/disk-full'],
  ['EDQUOT', 'store/disk-full'],
  ['EACCES', 'store/no-permission'],
  ['EPERM', 'store/no-permission'],
  ['EROFS', 'store/read-only'],
  ['ENOENT', 'store/not-found'],
  ['ENOTDIR', 'store/not-found'],
])('%s is %s, of the case as a whole', (code, told) => {
  expect(storeError(failure(code), '/a case')).toMatchObject({
    ...{ code: told, facts: { path: '/a case' } },
  });
});

test.each(['read', 'stat', 'fstat', 'lstat', 'scandir'])(
  'anything else is a failure to read where it was met in %s, and says what the system says',
  (syscall) => {
    const facts = { path: '/a case', reason: 'EIO: it failed' };
    expect(storeError(failure('EIO', syscall), '/a case')).toMatchObject({
      ...{ code: 'store/read-failed', facts },
    });
    expect(storeError(failure('EIO', 'fsync'), '/a case')).toMatchObject({
      ...{ code: 'store/write-failed', facts },
    });
  },
);

test.each([
  ['an error', new Error('a bug')],
  ['an error of Node', Object.assign(new Error('a bug'), { code: 'ERR_INVALID_ARG_TYPE' })],
  ['an error with a number', Object.assign(new Error('a bug'), { code: 2, syscall: 'read' })],
  ['no error at all', { code: 'ENOENT', syscall: 'open' }],
])('%s that is no failure of the system is a bug, and thrown on', (_, thrown) => {
  expect([isSystemError(thrown), isMissing(thrown)]).toEqual([false, false]);
  expect(() => storeError(thrown, '/a case')).toThrow();
});

test('what is not there is told from what cannot be had', () => {
  const codes = ['ENOENT', 'ENOTDIR', 'EACCES', 'EIO'];
  expect(codes.map((code) => isMissing(failure(code)))).toEqual([true, true, false, false]);
  expect(codes.every((code) => isSystemError(failure(code)))).toBe(true);
});

test('operations on files answer what they give, or what the system refuses', async () => {
  const path = await temporaryFolder();
  expect(await attempt(path, () => Promise.resolve(7))).toEqual({ ok: true, value: 7 });
  expect(await attempt(path, () => readFile(join(path, 'gone')))).toMatchObject({
    error: { code: 'store/not-found', facts: { path } },
  });
  await expect(attempt(path, () => Promise.reject(new Error('a bug')))).rejects.toThrow('a bug');
});
