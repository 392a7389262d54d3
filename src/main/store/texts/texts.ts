import { rmSync } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { type AppError, appError } from '../../../contract/errors.ts';
import { DocumentRecord } from '../../../domain/records/document/record.ts';
import { DocumentLayout } from '../../../domain/core/layout.ts';
import { DocumentText } from '../../../domain/core/text.ts';
import { type Result, err, ok } from '../../../domain/core/result.ts';
import { type CaseFolder, dataFile, originalFile } from '../disk/case-folder.ts';
import type { Sha256 } from '../../../domain/core/record-id.ts';
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

/** What was read of one document. */
interface DocumentFiles {
  readonly text: DocumentText;
  /** Where the text stands on pages; absent for a document without pages. */
  readonly layout?: DocumentLayout | undefined;
}

/** A file on its way into the case: as it was, and the documents that were read from it. */
export interface ImportFiles {
  readonly original: { readonly bytes: Uint8Array; readonly extension: string };
  readonly documents: readonly DocumentFiles[];
}

/** Where the files of one document are kept, besides the original. */
interface StoredDocument {
  readonly text: StoredText;
  readonly layout: Sha256 | null;
}

/** Where an imported file is kept, and what was read from it, in the order given. */
export interface StoredImport {
  readonly original: StoredOriginal;
  readonly documents: readonly StoredDocument[];
}

// A day's reading of long articles; texts are small beside the records of a large case.
const cacheUnits = 32_000_000;

// Enough to keep a disk busy without holding many documents in memory twice.
const filesAtOnce = 8;

const Extension = DocumentRecord.shape.original.shape.extension;

/**
 * The immutable files of a case, named by their content. A text is stored as JSON of `{text, blocks}` and a layout as JSON
 * of `{version, pages}`, and the hash of each is the SHA-256 of those bytes; an original is stored as it is. What is there
 * already is not written again.
 */
export class TextStore {
  readonly #folder: CaseFolder;
  readonly #texts: FolderSync;
  readonly #layouts: FolderSync;
  readonly #originals: FolderSync;
  // The texts stand in the order of their last use, so that the first is the one to let go of.
  readonly #cache = new Map<Sha256, DocumentText>();
  #cachedUnits = 0;
  // How often each file was asked to be stored since the case was opened, and which of them were not there before.
  readonly #wanted = new Map<string, number>();
  readonly #fresh = new Set<string>();

  constructor(folder: CaseFolder) {
    this.#folder = folder;
    this.#texts = new FolderSync(folder.texts);
    this.#layouts = new FolderSync(folder.layouts);
    this.#originals = new FolderSync(folder.originals);
  }

  /**
   * Stores many files and what was read from them at the price of two folder syncs, three where there are layouts; durable
   * when it resolves; answers in the order given. An extension is up to eight lower-case letters and digits. Of what fails
   * nothing stays, so that a disk that filled up has its room back.
   */
  async putImports(files: readonly ImportFiles[]): Promise<Result<StoredImport[], AppError>> {
    const asked: string[] = [];
    const outcome = await attempt(this.#folder.path, async () => {
      const stored: StoredImport[] = [];
      for (let index = 0; index < files.length; index += filesAtOnce) {
        const slice = files.slice(index, index + filesAtOnce);
        stored.push(...(await settled(slice.map((file) => this.#placeImport(file, asked)))));
      }
      const hasLayouts = stored.some(({ documents }) =>
        documents.some(({ layout }) => layout !== null),
      );
      const folders = [this.#texts, this.#originals, ...(hasLayouts ? [this.#layouts] : [])];
      await Promise.all(folders.map((folder) => folder.sync()));
      return stored;
    });
    if (!outcome.ok) this.#letGo(asked);
    return outcome;
  }

  /** Removes what `putImports` stored, except what was there before it or was stored by another as well. */
  discardImports(imports: readonly StoredImport[]): void {
    const { originals, texts, layouts } = this.#folder;
    for (const { original, documents } of imports) {
      this.#letGo([join(originals, originalFile(original.hash, original.extension))]);
      for (const { text, layout } of documents) {
        this.#letGo([join(texts, dataFile(text.hash))]);
        if (layout !== null) this.#letGo([join(layouts, dataFile(layout))]);
      }
    }
  }

  /** Reads a text and checks it against its hash; `store/damaged` if it is missing or not what was stored. */
  async get(hash: Sha256): Promise<Result<DocumentText, AppError>> {
    const cached = this.#cache.get(hash);
    if (cached !== undefined) {
      this.#remember(hash, cached);
      return ok(cached);
    }
    const text = await this.#readData('texts', hash, DocumentText);
    if (text.ok) this.#remember(hash, text.value);
    return text;
  }

  /** Reads a layout and checks it against its hash; `store/damaged` if it is missing or not what was stored. */
  async getLayout(hash: Sha256): Promise<Result<DocumentLayout, AppError>> {
    return this.#readData('layouts', hash, DocumentLayout);
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

  async #readData<T>(
    part: 'texts' | 'layouts',
    hash: Sha256,
    schema: z.ZodType<T>,
  ): Promise<Result<T, AppError>> {
    const read = await this.#read(this.#folder[part], dataFile(hash));
    if (!read.ok) return read;
    const data = read.value === undefined ? null : parseData(read.value, hash, schema);
    return data === null ? this.#damaged(`${part}/${dataFile(hash)}`) : ok(data);
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

  // One after the other, because the documents of a file may have the same text, which is then written once.
  async #placeImport({ original, documents }: ImportFiles, asked: string[]): Promise<StoredImport> {
    const placed: StoredDocument[] = [];
    for (const { text, layout } of documents) {
      const stored = await this.#placeText(text, asked);
      const ofPages = layout && (await this.#placeLayout(layout, asked));
      placed.push({ text: stored, layout: ofPages ?? null });
    }
    const { bytes, extension } = original;
    return { original: await this.#placeOriginal(bytes, extension, asked), documents: placed };
  }

  async #placeText({ text, blocks }: DocumentText, asked: string[]): Promise<StoredText> {
    const hash = await this.#placeData(this.#folder.texts, { text, blocks }, asked);
    return { hash, length: text.length };
  }

  #placeLayout({ version, pages }: DocumentLayout, asked: string[]): Promise<Sha256> {
    return this.#placeData(this.#folder.layouts, { version, pages }, asked);
  }

  async #placeData(
    folder: string,
    data: DocumentText | DocumentLayout,
    asked: string[],
  ): Promise<Sha256> {
    const bytes = Buffer.from(JSON.stringify(data));
    const hash = sha256(bytes);
    asked.push(await this.#placeOnce(folder, dataFile(hash), bytes, hash));
    return hash;
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
    // Counted before the first look at the file: another import that is discarded in between leaves it then.
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

function parseData<T>(bytes: Buffer, hash: Sha256, schema: z.ZodType<T>): T | null {
  if (sha256(bytes) !== hash) return null;
  try {
    const data = schema.safeParse(JSON.parse(bytes.toString('utf8')));
    return data.success ? data.data : null;
  } catch {
    return null;
  }
}

// Waits for all, so that nothing is still being written when a failure is reported.
async function settled<T>(running: readonly Promise<T>[]): Promise<T[]> {
  await Promise.allSettled(running);
  return Promise.all(running);
}
