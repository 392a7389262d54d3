import { createHash } from 'node:crypto';
import { link, mkdir, open, readdir, readlink, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { kindAt, openIfThere, writeFully } from './durable-files.ts';

const chunkBytes = 1 << 20;

/** How a file is copied. */
interface CopyOptions {
  /** Bytes to copy at most; all of them unless given. */
  readonly length?: number;
  /** Told of every piece, in bytes. */
  readonly onBytes?: (count: number) => void;
}

/**
 * Copies a plain file durably to where nothing is; its name there lasts once its folder is synced. Answers the SHA-256 of
 * what was copied, or null where there is no such file.
 */
export async function copyFile(
  source: string,
  target: string,
  { length = Infinity, onBytes = () => undefined }: CopyOptions = {},
): Promise<string | null> {
  const from = await openIfThere(source);
  if (from === undefined) return null;
  try {
    const to = await open(target, 'wx');
    try {
      const hash = createHash('sha256');
      const chunk = Buffer.allocUnsafe(Math.min(chunkBytes, length));
      for (let position = 0; position < length;) {
        const wanted = Math.min(chunk.length, length - position);
        const { bytesRead } = await from.read(chunk, 0, wanted, position);
        if (bytesRead === 0) break;
        const bytes = chunk.subarray(0, bytesRead);
        hash.update(bytes);
        await writeFully(to, bytes, position);
        position += bytesRead;
        onBytes(bytesRead);
      }
      await to.sync();
      return hash.digest('hex');
    } finally {
      await to.close();
    }
  } finally {
    await from.close();
  }
}

/**
 * Copies parts of a folder, as paths in it, into another, whose new folders are then to be synced; parts that are not there
 * are passed over, and links copied as links. A part in `shared` shares its files with the original, where the file system
 * can do that: for files that are never written to again.
 */
export async function copyParts(
  from: string,
  to: string,
  { copied = [], shared = [] }: { copied?: readonly string[]; shared?: readonly string[] },
): Promise<void> {
  for (const part of [...copied, ...shared]) {
    await mkdir(dirname(join(to, part)), { recursive: true });
    await copyTree(join(from, part), join(to, part), shared.includes(part));
  }
}

async function copyTree(from: string, to: string, mayShare: boolean): Promise<void> {
  switch (await kindAt(from)) {
    case 'folder':
      await mkdir(to);
      for (const name of await readdir(from))
        await copyTree(join(from, name), join(to, name), mayShare);
      break;
    case 'file':
      if (!mayShare || !(await isShared(from, to))) await copyFile(from, to);
      break;
    case 'other':
      await symlink(await readlink(from), to);
      break;
    case 'nothing':
  }
}

async function isShared(from: string, to: string): Promise<boolean> {
  return link(from, to).then(
    () => true,
    () => false,
  );
}
