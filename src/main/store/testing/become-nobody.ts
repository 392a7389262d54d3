import process from 'node:process';

/** Gives up the rights of root for good, in a program of its own that a test starts. */
export function becomeNobody(): void {
  process.setgid?.(65_534);
  process.setuid?.(65_534);
}
