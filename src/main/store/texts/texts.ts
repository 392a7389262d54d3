import { rmSync } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { type AppError, appError } from '../../../contract/errors.ts';
import { DocumentRecord } from '../../../domain/records/document/record.ts';
import type { Sha256 } from '../../../domain/core/ids.ts';
import { DocumentText } from '../../../domain/core/text.ts';
import { type Result, err, ok } from '../../../domain/core/result.ts';
import { type CaseFolder, originalFile, textFile } from '../disk/case-folder.ts';
import { FolderSync, kindAt, placeFile, readPlainFile, writeFully } from '../disk/durable-files.ts';
import { attempt } from '../disk/file-errors.ts';
import { sha256 } from '../journal/journal-line.ts';

/** What a document record says of its stored text. */
interface StoredText {
  readonly hash: Sha256;
  /** UTF-16 units of the text. */
  readonly length: number;
}

/** What a document record says of the file it came from. */
export type StoredOriginal = DocumentRecord['original'];

/** A document on its way into the case: what was read, and the file as it was. */
export interface ImportFiles {
  readonly text: DocumentText;
  readonly original: { readonly bytes: Uint8Array; readonly extension: string };
}

/** Where the two files of an imported document are kept. */
export interface StoredImport {
  readonly text: StoredText;
  readonly original: StoredOriginal;
}

// A day's reading of long articles; texts are small beside the records of a large case.
const cacheUnits = 32_000_000;

// Enough to keep a disk busy without holding many documents in memory twice.
const filesAtOnce = 8;

const Extension = DocumentRecord.shape.original.shape.extension;

/**
 * The immutable files of a case, named by their content. A text is stored as JSON of `{text, blocks}`, and its hash is
 * the SHA-256 of those bytes; an original is stored as it is. What is there already is not written again.
 */
export class TextStore {
  readonly #folder: CaseFolder;
  readonly #texts: FolderSync;
  readonly #originals: FolderSync;
  // In the order of last use, the longest unused first.
  readonly #cache = new Map<Sha256, DocumentText>();
  #cachedUnits = 0;
  // How often each file was asked to be stored since the case was opened, and which of them were not there before.
  readonly #wanted = new Map<string, number>();
  readonly #fresh = new Set<string>();

  constructor(folder: CaseFolder) {
    this.#folder = folder;
    this.#texts = new FolderSync(folder.texts);
    this.#originals = new FolderSync(folder.originals);
  }

  /**
   * Stores the files of many documents at the price of two folder syncs, durable when it resolves; answers in the order
   * given. An extension is up to eight lower-case letters and digits. Of what fails
   * nothing stays, so that a disk that filled up has its room back.
   */
  async putImports(files: readonly ImportFiles[]): Promise<Result<StoredImport[], AppError>> {
    const asked: string[] = [];
    const outcome = await attempt(this.#folder.path, async () => {
      const stored: StoredImport[] = [];
      for (let index = 0; index < files.length; index += filesAtOnce) {
        const slice = files.slice(index, index + filesAtOnce);
        stored.push(
          ...(await settled(
            slice.map(async ({ text, original }) => ({
              text: await this.#placeText(text, asked),
              original: await this.#placeOriginal(original.bytes, original.extension, asked),
            })),
          )),
        );
      }
      await Promise.all([this.#texts.sync(), this.#originals.sync()]);
      return stored;
    });
    if (!outcome.ok) this.#letGo(asked);
    return outcome;
  }

  /** Removes what `putImports` stored, except what was there before it or was stored by another as well. */
  discardImports(imports: readonly StoredImport[]): void {
    this.#letGo(
      imports.flatMap(({ text, original }) => [
        join(this.#folder.texts, textFile(text.hash)),
        join(this.#folder.originals, originalFile(original.hash, original.extension)),
      ]),
    );
  }

  /** Reads a text and checks it against its hash; `store/damaged` if it is missing or not what was stored. */
  async get(hash: Sha256): Promise<Result<DocumentText, AppError>> {
    const cached = this.#cache.get(hash);
    if (cached !== undefined) {
      this.#remember(hash, cached);
      return ok(cached);
    }
    const read = await this.#read(this.#folder.texts, textFile(hash));
    if (!read.ok) return read;
    const text = read.value === undefined ? null : parseText(read.value, hash);
    if (text === null) return this.#damaged(`texts/${textFile(hash)}`);
    this.#remember(hash, text);
    return ok(text);
  }

  /** Reads the file a document came from and checks it against its hash and size. */
  async getOriginal({ hash, extension, size }: StoredOriginal): Promise<Result<Buffer, AppError>> {
    const name = originalFile(hash, extension);
    const read = await this.#read(this.#folder.originals, name);
    if (!read.ok) return read;
    const bytes = read.value;
    const intact = bytes?.length === size && sha256(bytes) === hash;
    return intact ? ok(bytes) : this.#damaged(`originals/${name}`);
  }

  // Where the whole case is gone, with the drive it was on, no single file is damaged.
  #read(folder: string, name: string): Promise<Result<Buffer | undefined, AppError>> {
    return attempt(this.#folder.path, async () => {
      const bytes = await readPlainFile(join(folder, name));
      if (bytes === undefined && (await kindAt(folder)) === 'nothing')
        await lstat(this.#folder.journal);
      return bytes;
    });
  }

  async #placeText(text: DocumentText, asked: string[]): Promise<StoredText> {
    const bytes = Buffer.from(JSON.stringify({ text: text.text, blocks: text.blocks }));
    const hash = sha256(bytes);
    asked.push(await this.#placeOnce(this.#folder.texts, textFile(hash), bytes, hash));
    return { hash, length: text.text.length };
  }

  async #placeOriginal(
    bytes: Uint8Array,
    extension: string,
    asked: string[],
  ): Promise<StoredOriginal> {
    const hash = sha256(bytes);
    const name = originalFile(hash, Extension.parse(extension));
    asked.push(await this.#placeOnce(this.#folder.originals, name, bytes, hash));
    return { hash, extension, size: bytes.length };
  }

  // A file that is there under the name of its content is trusted only if it has that content.
  async #placeOnce(folder: string, name: string, bytes: Uint8Array, hash: Sha256): Promise<string> {
    const path = join(folder, name);
    // Said before the first look, so that nobody removes what is found.
    this.#wanted.set(path, (this.#wanted.get(path) ?? 0) + 1);
    try {
      const kind = await kindAt(path);
      if (kind === 'nothing') this.#fresh.add(path);
      const present = kind === 'file' ? await readPlainFile(path) : undefined;
      if (present === undefined || sha256(present) !== hash)
        await placeFile(folder, name, (handle) => writeFully(handle, bytes, 0));
      return path;
    } catch (error) {
      this.#letGo([path]);
      throw error;
    }
  }

  #letGo(paths: readonly string[]): void {
    for (const path of paths) {
      const wanted = (this.#wanted.get(path) ?? 1) - 1;
      this.#wanted.set(path, wanted);
      if (wanted > 0 || !this.#fresh.delete(path)) continue;
      try {
        // At once, because in the next moment somebody may want it again and find it.
        rmSync(path, { force: true });
      } catch {
        // Nothing refers to it, so where it cannot be removed it does no harm.
      }
    }
  }

  #remember(hash: Sha256, text: DocumentText): void {
    if (!this.#cache.delete(hash)) this.#cachedUnits += text.text.length;
    this.#cache.set(hash, text);
    for (const [oldest, { text: units }] of this.#cache) {
      if (this.#cachedUnits <= cacheUnits || oldest === hash) break;
      this.#cache.delete(oldest);
      this.#cachedUnits -= units.length;
    }
  }

  #damaged(place: string): Result<never, AppError> {
    return err(appError('store/damaged', { path: this.#folder.path, place }));
  }
}

function parseText(bytes: Buffer, hash: Sha256): DocumentText | null {
  if (sha256(bytes) !== hash) return null;
  try {
    const text = DocumentText.safeParse(JSON.parse(bytes.toString('utf8')));
    return text.success ? text.data : null;
  } catch {
    return null;
  }
}

// Waits for all, so that nothing is still being written when a failure is reported.
async function settled<T>(running: readonly Promise<T>[]): Promise<T[]> {
  await Promise.allSettled(running);
  return Promise.all(running);
}
