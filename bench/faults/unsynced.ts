/**
 * A disk cache that loses power: remembers how to take back every change to files that no sync has covered yet. Written
 * bytes are safe once their file is synced, names once their folder is, as POSIX promises it and not a bit more.
 */
import fs from 'node:fs';
import { dirname, join, sep } from 'node:path';
import type { CutLoss } from './operations.ts';

// The functions as they were before anybody replaced them.
const real = { ...fs };

/** Bytes that were written or cut off. */
interface DataEffect {
  readonly kind: 'data';
  readonly file: string;
  readonly descriptor: number;
  readonly position: number;
  /** Bytes written; 0 for a truncation. */
  readonly length: number;
  /** What stood there. */
  readonly before: Buffer;
  readonly sizeBefore: number;
  /** A sync of these bytes failed: no later one brings them back. */
  doomed: boolean;
}

/** A name that came, went, or took the place of another. */
interface NameEffect {
  readonly kind: 'name';
  /** Where something was before; null if it is new. */
  from: string | null;
  /** Where it is now; null if it is gone. */
  to: string | null;
  /** Where what is gone is kept. */
  readonly kept: string | null;
}

/** What a power cut would take. */
export class UnsyncedEffects {
  readonly #attic: string;
  #effects: (DataEffect | NameEffect)[] = [];
  #keptFiles = 0;

  /** `attic` is an empty folder on the same file system, for what is gone but may come back. */
  constructor(attic: string) {
    this.#attic = attic;
  }

  /** To be called before bytes are written or a file is cut. */
  data(descriptor: number, position: number, length: number): void {
    const { size } = real.fstatSync(descriptor);
    const lost = length === 0 ? size - position : Math.min(length, size - position);
    const before = Buffer.alloc(Math.max(0, lost));
    real.readSync(descriptor, before, 0, before.length, position);
    const file = identityOf(descriptor);
    const where = { file, descriptor, position, length, before, sizeBefore: size };
    this.#effects.push({ kind: 'data', ...where, doomed: false });
  }

  /** To be called once a file or folder is new at a path. */
  added(path: string): void {
    this.#effects.push({ kind: 'name', from: null, to: path, kept: null });
  }

  /** Takes a file or folder away. */
  remove(path: string): void {
    const kept = this.#nextKept();
    real.renameSync(path, kept);
    this.#effects.push({ kind: 'name', from: path, to: null, kept });
  }

  /** Gives something another name, over what has that name already. */
  rename(from: string, to: string): void {
    if (dirname(from) !== dirname(to)) {
      this.#move(from, to);
      return;
    }
    const replaced = real.existsSync(to) ? this.#nextKept() : null;
    if (replaced !== null && real.statSync(to).isFile()) real.linkSync(to, replaced);
    real.renameSync(from, to);
    this.#rebase(from, to);
    this.#effects.push({ kind: 'name', from, to, kept: replaced });
  }

  /** Makes the bytes of a file safe. */
  syncFile(descriptor: number): void {
    const file = identityOf(descriptor);
    this.#effects = this.#effects.filter(
      (effect) => effect.kind === 'name' || effect.file !== file || effect.doomed,
    );
  }

  /** What a failed sync leaves: written bytes that are in memory and never come to the disk. */
  failFile(descriptor: number): void {
    const file = identityOf(descriptor);
    for (const effect of this.#effects)
      if (effect.kind === 'data' && effect.file === file && effect.length > 0) effect.doomed = true;
  }

  /** Makes the names in a folder safe. */
  syncFolder(path: string): void {
    this.#effects = this.#effects.filter(
      (effect) => effect.kind === 'data' || dirname(effect.to ?? effect.from ?? '') !== path,
    );
  }

  /** Leaves what the disk has when the power goes now, the latest change taken back first. */
  cut(loss: CutLoss): void {
    for (const [index, effect] of [...this.#effects.entries()].reverse()) {
      if (effect.kind === 'data') takeBackData(effect, loss);
      else if (loss === 'all' || loss === 'names') {
        takeBackName(effect);
        if (effect.from !== null && effect.to !== null)
          this.#rebase(effect.to, effect.from, this.#effects.slice(0, index));
      }
    }
  }

  // To another folder: there it is safe once that is synced, and here it is gone once this is.
  #move(from: string, to: string): void {
    if (!real.lstatSync(from).isFile() || real.existsSync(to))
      throw new Error('Moving a folder, or over something, to another folder is not modelled');
    const kept = this.#nextKept();
    real.linkSync(from, kept);
    real.renameSync(from, to);
    this.added(to);
    this.#effects.push({ kind: 'name', from, to: null, kept });
  }

  #nextKept(): string {
    this.#keptFiles += 1;
    return join(this.#attic, String(this.#keptFiles));
  }

  // What is in a folder moves along with it.
  #rebase(from: string, to: string, effects: readonly (DataEffect | NameEffect)[] = this.#effects) {
    for (const effect of effects) {
      if (effect.kind === 'data') continue;
      effect.from = rebased(effect.from, from, to);
      effect.to = rebased(effect.to, from, to);
    }
  }
}

function rebased(path: string | null, from: string, to: string): string | null {
  return path?.startsWith(from + sep) === true ? to + path.slice(from.length) : path;
}

function takeBackData(effect: DataEffect, loss: CutLoss): void {
  const { descriptor, position, length, before, sizeBefore } = effect;
  if (loss === 'names') return;
  if (loss === 'torn') {
    // Sectors that were set aside for a file but never written read as zeros.
    const half = Math.ceil(length / 2);
    const end = Math.min(position + length, real.fstatSync(descriptor).size);
    const zeros = Buffer.alloc(Math.max(0, end - position - half));
    real.writeSync(descriptor, zeros, 0, zeros.length, position + half);
    return;
  }
  if (real.fstatSync(descriptor).size > sizeBefore) real.ftruncateSync(descriptor, sizeBefore);
  real.writeSync(descriptor, before, 0, before.length, position);
}

function takeBackName({ from, to, kept }: NameEffect): void {
  if (to !== null && from !== null) renameIfThere(to, from);
  else if (to !== null) real.rmSync(to, { recursive: true, force: true });
  if (kept !== null) renameIfThere(kept, to ?? from ?? kept);
}

// It may have been in a folder that is not there any more either.
function renameIfThere(from: string, to: string): void {
  if (real.existsSync(from) && real.existsSync(dirname(to))) real.renameSync(from, to);
}

function identityOf(descriptor: number): string {
  const { dev, ino } = real.fstatSync(descriptor);
  return `${dev}:${ino}`;
}
