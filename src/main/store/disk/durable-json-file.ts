import { basename, dirname } from 'node:path';
import type { Adapter } from 'lowdb';
import { placeFile, readPlainFile, syncFolder, writeFully } from './durable-files.ts';

/**
 * A lowdb adapter for one JSON file that survives a power cut at any moment: the old content or the new one is there. Whoever
 * writes waits for the write before, so that none overtakes another.
 */
export class DurableJsonFile<T> implements Adapter<T> {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  /** The file's content, unchecked; null if there is none. Throws where it is no JSON. */
  async read(): Promise<T | null> {
    const bytes = await readPlainFile(this.#path);
    // Whoever reads checks the shape before using it.
    return bytes === undefined ? null : (JSON.parse(bytes.toString('utf8')) as T);
  }

  async write(data: T): Promise<void> {
    const bytes = Buffer.from(`${JSON.stringify(data, null, 2)}\n`);
    const folder = dirname(this.#path);
    await placeFile(folder, basename(this.#path), (handle) => writeFully(handle, bytes, 0));
    await syncFolder(folder);
  }
}
