import { basename, dirname } from 'node:path';
import type { Adapter } from 'lowdb';
import { placeFile, readPlainFile, syncFolder, writeFully } from './durable-files.ts';
import { isMissing } from './file-errors.ts';

/** A lowdb adapter for one JSON file that survives a power cut at any moment: the old content or the new one is there. */
export class DurableJsonFile<T> implements Adapter<T> {
  readonly #path: string;
  // lowdb writes whenever it is told to; two writes of one file must not overtake each other.
  #last: Promise<void> = Promise.resolve();

  constructor(path: string) {
    this.#path = path;
  }

  /** The file's content, unchecked; null if there is none. Throws where it is no JSON. */
  async read(): Promise<T | null> {
    try {
      const bytes = await readPlainFile(this.#path);
      // Whoever reads checks the shape before using it.
      return bytes === undefined ? null : (JSON.parse(bytes.toString('utf8')) as T);
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  async write(data: T): Promise<void> {
    const bytes = Buffer.from(`${JSON.stringify(data, null, 2)}\n`);
    const before = this.#last.catch(() => undefined);
    this.#last = before.then(() => this.#place(bytes));
    await this.#last;
  }

  async #place(bytes: Buffer): Promise<void> {
    const folder = dirname(this.#path);
    await placeFile(folder, basename(this.#path), (handle) => writeFully(handle, bytes, 0));
    await syncFolder(folder);
  }
}
