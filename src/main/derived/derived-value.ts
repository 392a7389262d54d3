import { mkdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import type { CaseView } from '../../domain/core/case-state.ts';
import type { Diff } from '../../domain/core/diff.ts';
import { placeFile, readPlainFile, writeFully } from '../store/disk/durable-files.ts';
import { attempt, isSystemError } from '../store/disk/file-errors.ts';
import { Moment, sha256 } from '../store/journal/journal-line.ts';
import type { CaseId } from '../../domain/records/case/record.ts';
import type { Derived } from './derived.ts';

/** How a small value follows from a case: one that is written as a whole, and fast enough to be so on the main thread. */
export interface Derivation<T> {
  readonly name: string;
  readonly version: number;
  /** Its shape; it is kept as JSON. */
  readonly schema: z.ZodType<T>;
  /** Works it out of a whole case. */
  rebuild(view: CaseView): Promise<T>;
  /** What it is after a change; may alter the value it gets. */
  apply(value: T, diff: Diff): T | Promise<T>;
}

/** Where a case's derived values are kept. */
export interface DerivedPlace {
  /** The app's own folder. */
  readonly appFolder: string;
  readonly caseId: CaseId;
}

interface Held<T> {
  readonly value: T;
  readonly upTo: Moment;
}

/** A value that follows a case, in memory, and in a file between two openings if it has a place. */
export class DerivedValue<T> implements Derived {
  readonly #derivation: Derivation<T>;
  readonly #path: string | null;
  #held: Held<T> | null = null;

  private constructor(derivation: Derivation<T>, path: string | null) {
    this.#derivation = derivation;
    this.#path = path;
  }

  /** Opens what was kept, as far as it can be used; without a place nothing is kept. */
  static async open<T>(
    derivation: Derivation<T>,
    place: DerivedPlace | null,
  ): Promise<DerivedValue<T>> {
    const path = place === null ? null : fileOf(place, derivation.name);
    const opened = new DerivedValue(derivation, path);
    if (path !== null) opened.#held = await readHeld(path, derivation);
    return opened;
  }

  get name(): string {
    return this.#derivation.name;
  }

  get version(): number {
    return this.#derivation.version;
  }

  get upTo(): Moment | null {
    return this.#held?.upTo ?? null;
  }

  /** The value as of `upTo`; undefined where it has to be rebuilt. */
  get value(): T | undefined {
    return this.#held?.value;
  }

  async apply(diff: Diff, upTo: Moment): Promise<void> {
    const held = this.#held;
    if (held === null) throw new Error(`“${this.name}” has to be rebuilt first`);
    // What throws halfway may have altered the value.
    this.#held = null;
    this.#held = { value: await this.#derivation.apply(held.value, diff), upTo };
  }

  async rebuild(view: CaseView, upTo: Moment): Promise<void> {
    this.#held = null;
    this.#held = { value: await this.#derivation.rebuild(view), upTo };
  }

  async close(): Promise<void> {
    const [path, held] = [this.#path, this.#held];
    if (path === null || held === null) return;
    const { version } = this;
    await attempt(path, () => writeHeld(path, { version, ...held }));
  }

  async dispose(): Promise<void> {
    this.#held = null;
    if (this.#path !== null) await rm(this.#path, { force: true });
  }
}

function fileOf({ appFolder, caseId }: DerivedPlace, name: string): string {
  return join(appFolder, 'derived', caseId, `${name}.json`);
}

// The first line is the hash of all bytes after it.
const sealLength = 65;

async function writeHeld(path: string, kept: object): Promise<void> {
  const body = JSON.stringify(kept);
  const bytes = Buffer.from(`${sha256(body)}\n${body}`);
  await mkdir(dirname(path), { recursive: true });
  await placeFile(dirname(path), basename(path), (handle) => writeFully(handle, bytes, 0));
}

async function readHeld<T>(
  path: string,
  { version, schema }: Derivation<T>,
): Promise<Held<T> | null> {
  const bytes = await readKept(path);
  if (bytes === null) return null;
  const [seal, body] = [bytes.subarray(0, sealLength), bytes.subarray(sealLength)];
  if (seal.toString('latin1') !== `${sha256(body)}\n`) return null;
  const Kept = z.strictObject({ version: z.literal(version), upTo: Moment, value: z.unknown() });
  const kept = Kept.safeParse(JSON.parse(body.toString('utf8')));
  const value = schema.safeParse(kept.data?.value);
  return kept.success && value.success ? { value: value.data, upTo: kept.data.upTo } : null;
}

// Whatever the disk does not give back is worked out again.
async function readKept(path: string): Promise<Buffer | null> {
  try {
    return (await readPlainFile(path)) ?? null;
  } catch (error) {
    if (isSystemError(error)) return null;
    throw error;
  }
}
