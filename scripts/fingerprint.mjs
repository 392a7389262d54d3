/** Hashes of files' contents, to know whether something built or installed is still up to date. */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/**
 * Hashes the names and contents of files, never their times: a fresh checkout of the same files has the same hash.
 * @param {string} root folder that names are relative to
 * @param {string[]} paths files and folders under `root`; one that does not exist counts as absent
 * @param {(name: string) => boolean} [include] decides by the name relative to `root`, with `/`; default all
 * @returns {string} SHA-256 in hexadecimal digits
 */
export function fingerprint(root, paths, include = () => true) {
  const hash = createHash('sha256');
  for (const file of paths.flatMap((path) => filesUnder(join(root, path))).sort()) {
    const name = relative(root, file).split(sep).join('/');
    if (!include(name)) continue;
    const content = readFileSync(file);
    // The length keeps a name and a content from being read as another pair.
    hash.update(`${name}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesUnder(path) {
  const status = statSync(path, { throwIfNoEntry: false });
  if (status === undefined) return [];
  if (!status.isDirectory()) return [path];
  return readdirSync(path).flatMap((name) => filesUnder(join(path, name)));
}
