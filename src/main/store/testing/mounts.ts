import { execFileSync } from 'node:child_process';
import { onTestFinished } from 'vitest';

/** Whether this process may mount file systems; tests that need one are skipped, and reported as skipped, where it may not. */
export const canMount = process.platform === 'linux' && process.getuid?.() === 0 && tryMount();

/** Mounts a file system in memory over a folder until the test ends. */
export function mountMemory(path: string, size: string): void {
  execFileSync('/bin/mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'assay-test', path]);
  onTestFinished(() => {
    execFileSync('/bin/umount', ['--lazy', path]);
  });
}

/** Makes a folder read-only until the test ends, for everybody. */
export function mountReadOnly(path: string): void {
  execFileSync('/bin/mount', ['--bind', path, path]);
  execFileSync('/bin/mount', ['-o', 'remount,ro,bind', path]);
  onTestFinished(() => {
    execFileSync('/bin/umount', ['--lazy', path]);
  });
}

/** Makes every reading of a file fail as on a disk with a bad sector, until the test ends. */
export function mountUnreadable(path: string): void {
  // The memory of a process has nothing at its beginning.
  execFileSync('/bin/mount', ['--bind', `/proc/${process.pid}/mem`, path]);
  onTestFinished(() => {
    execFileSync('/bin/umount', ['--lazy', path]);
  });
}

function tryMount(): boolean {
  try {
    execFileSync('/usr/bin/unshare', ['--mount', 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
