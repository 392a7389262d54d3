/** Compares what npm installed with what the lockfile asks for. */
import process from 'node:process';

/**
 * @typedef {object} LockedPackage
 * @property {string} [version]
 * @property {string} [integrity]
 * @property {boolean} [optional]
 * @property {boolean} [devOptional]
 * @property {string[]} [os]
 * @property {string[]} [cpu]
 * @property {string[]} [libc]
 */

/** @typedef {{ packages: Record<string, LockedPackage> }} Lockfile a lockfile of version 2 or 3 */

/**
 * Tells whether an installation is exactly what the lockfile asks for on this system.
 * @param {Lockfile} wanted `package-lock.json`
 * @param {Lockfile} installed `node_modules/.package-lock.json`, which npm writes when an installation is complete
 * @returns {boolean}
 */
export function matchesLockfile(wanted, installed) {
  const superfluous = Object.keys(installed.packages).some((path) => !(path in wanted.packages));
  if (superfluous) return false;
  return Object.entries(wanted.packages).every(([path, locked]) => {
    // The empty path is the project itself, which is not installed.
    if (path === '') return true;
    const actual = installed.packages[path];
    if (actual === undefined) return mayBeAbsent(locked);
    return actual.version === locked.version && actual.integrity === locked.integrity;
  });
}

/** @param {LockedPackage} locked */
function mayBeAbsent(locked) {
  if (locked.optional !== true) return false;
  // An optional package without a stated system can depend on one that has it, so its absence says nothing.
  if (locked.os === undefined && locked.cpu === undefined && locked.libc === undefined) return true;
  // The C library cannot be told here, so a package that names one may always be absent.
  if (locked.libc !== undefined) return true;
  return !(allows(locked.os, process.platform) && allows(locked.cpu, process.arch));
}

/**
 * @param {string[] | undefined} names
 * @param {string} actual
 */
function allows(names, actual) {
  if (names === undefined) return true;
  if (names.includes(`!${actual}`)) return false;
  const positive = names.filter((name) => !name.startsWith('!'));
  return positive.length === 0 || positive.includes(actual);
}
