/**
 * Puts faults between a program and its files: every function of `node:fs` and `node:fs/promises` that the subjects change files
 * with is replaced by a wrapper that counts its operations and lets one of them go wrong. All others that change files throw.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { setImmediate } from 'node:timers/promises';
import { type Fates, die } from './fates.ts';
import type { OperationKind } from './operations.ts';
import type { UnsyncedEffects } from './unsynced.ts';

const real = { ...fs };
const realOpen = fs.promises.open;

type Handle = fs.promises.FileHandle;

// What every function that changes files is called by. None but those modelled below may be used: a subject that begins to
// use another must have it modelled first.
const changing =
  /^(append|ch|copy|cp|createWrite|f(chmod|chown|datasync|sync|truncate|utimes)|l(ch|ink|utimes)|mk|open(Sync)?$|rename|rm|symlink|truncate|unlink|utimes|write)/;

/** Files on which one thing goes wrong, as planned. */
export class FaultyFiles {
  readonly #fates: Fates;
  readonly #unsynced: UnsyncedEffects;
  readonly #paths = new WeakMap<Handle, string>();
  // Of our own, because a program closes its handles before the power goes.
  readonly #descriptors = new WeakMap<Handle, number>();

  constructor(fates: Fates, unsynced: UnsyncedEffects) {
    this.#fates = fates;
    this.#unsynced = unsynced;
  }

  /** Replaces the functions, for good. */
  async install(): Promise<void> {
    const handle = await realOpen(import.meta.filename, 'r');
    // The class is not exported; every handle has it.
    const methods = Object.getPrototypeOf(handle) as Handle;
    await handle.close();
    for (const target of [methods, fs.promises, fs]) forbidChanging(target);
    this.#installMethods(methods);
    this.#installPromises();
    Object.assign(fs, {
      rmSync: (path: string, options: fs.RmOptions = {}) => {
        this.#remove(path, options);
      },
    });
    syncBuiltinESMExports();
  }

  #installMethods(methods: Handle): void {
    const { write, truncate, sync, writeFile } = this.#methods();
    const wrap = (work: (handle: Handle, ...rest: never[]) => unknown) =>
      async function (this: Handle, ...rest: never[]) {
        await setImmediate();
        return work(this, ...rest);
      };
    Object.assign(methods, {
      write: wrap(write),
      truncate: wrap(truncate),
      sync: wrap(sync),
      // What a file needs to be found again is synced by both.
      datasync: wrap(sync),
      writeFile: wrap(writeFile),
    });
  }

  #installPromises(): void {
    const later =
      <A extends unknown[], R>(work: (...rest: A) => R) =>
      async (...rest: A) => {
        await setImmediate();
        return work(...rest);
      };
    Object.assign(fs.promises, {
      open: this.#open.bind(this),
      writeFile: async (path: string, data: string | Uint8Array) => {
        const handle = await this.#open(path, 'w');
        try {
          await handle.writeFile(data);
        } finally {
          await handle.close();
        }
      },
      rename: later((from: string, to: string) => {
        this.#enter('rename', to);
        if (this.#fates.armed) this.#unsynced.rename(from, to);
        else real.renameSync(from, to);
      }),
      link: later((from: string, to: string) => {
        this.#enter('link', to);
        real.linkSync(from, to);
        this.#added(to);
      }),
      mkdir: later((path: string, options: fs.MakeDirectoryOptions = {}) => {
        if (options.recursive === true && real.existsSync(path)) return;
        this.#enter('make-folder', path);
        real.mkdirSync(path);
        this.#added(path);
      }),
      // Times are no content: it does no harm if a power cut takes them.
      utimes: later((path: string, accessed: Date | number, changed: Date | number) => {
        this.#enter('set-times', path);
        real.utimesSync(path, accessed, changed);
      }),
      rm: later(this.#remove.bind(this)),
      unlink: later(this.#remove.bind(this)),
      rmdir: later((path: string) => {
        if (real.readdirSync(path).length > 0) real.rmdirSync(path);
        this.#remove(path);
      }),
    });
  }

  async #open(path: string, flags: string | number = 'r', mode?: number): Promise<Handle> {
    if (!mayWrite(flags)) {
      const handle = await realOpen(path, flags, mode);
      this.#paths.set(handle, path);
      return handle;
    }
    const isThere = real.existsSync(path);
    const isNew = !isThere && flags !== 'r+';
    const empties = isThere && (flags === 'w' || flags === 'w+');
    if (isNew || empties) this.#enter('create', path);
    if (empties) this.#empty(path);
    const handle = await realOpen(path, flags, mode);
    if (isNew) this.#added(path);
    this.#paths.set(handle, path);
    this.#descriptors.set(handle, real.openSync(path, 'r+'));
    return handle;
  }

  #empty(path: string): void {
    const descriptor = real.openSync(path, 'r+');
    if (this.#fates.armed) this.#unsynced.data(descriptor, 0, 0);
    real.ftruncateSync(descriptor, 0);
  }

  #methods() {
    const write = (
      handle: Handle,
      bytes: Uint8Array,
      offset: number,
      length: number,
      position: number,
    ) => {
      const fate = this.#fates.of('write', this.#pathOf(handle));
      const share = fate.kind === 'done' ? length : Math.floor(length / 2);
      if (fate.kind !== 'failed' || fate.code === 'EIO') {
        const descriptor = this.#descriptorOf(handle);
        if (this.#fates.armed) this.#unsynced.data(descriptor, position, share);
        real.writeSync(descriptor, bytes, offset, share, position);
      }
      if (fate.kind === 'half-and-dead') die();
      if (fate.kind === 'failed') throw failure(fate.code, 'write');
      return { bytesWritten: share, buffer: bytes };
    };
    const truncate = (handle: Handle, size: number) => {
      this.#enter('truncate', this.#pathOf(handle));
      const descriptor = this.#descriptorOf(handle);
      if (this.#fates.armed) this.#unsynced.data(descriptor, size, 0);
      real.ftruncateSync(descriptor, size);
    };
    // Only what the cache model has counts as synced: a real sync would do nothing for a program that is killed.
    const sync = (handle: Handle) => {
      const path = this.#pathOf(handle);
      const isFolder = real.fstatSync(handle.fd).isDirectory();
      const fate = this.#fates.of(isFolder ? 'sync-folder' : 'sync', path);
      if (fate.kind === 'failed') {
        if (!isFolder) this.#unsynced.failFile(handle.fd);
        throw failure(fate.code, 'fsync');
      }
      if (isFolder) this.#unsynced.syncFolder(path);
      else this.#unsynced.syncFile(handle.fd);
    };
    const writeFile = (handle: Handle, data: string | Uint8Array) => {
      const bytes = Buffer.from(data);
      for (let done = 0; done < bytes.length;)
        done += write(handle, bytes, done, bytes.length - done, done).bytesWritten;
    };
    return { write, truncate, sync, writeFile };
  }

  #remove(path: string, { force = false, recursive = false }: fs.RmOptions = {}): void {
    this.#enter('remove', path);
    const isThere = real.lstatSync(path, { throwIfNoEntry: false }) !== undefined;
    if (isThere && this.#fates.armed) this.#unsynced.remove(path);
    else real.rmSync(path, { force, recursive });
  }

  #added(path: string): void {
    if (this.#fates.armed) this.#unsynced.added(path);
  }

  #pathOf(handle: Handle): string {
    return this.#paths.get(handle) ?? '';
  }

  #descriptorOf(handle: Handle): number {
    return this.#descriptors.get(handle) ?? handle.fd;
  }

  // For operations that happen as a whole or not at all.
  #enter(kind: OperationKind, path: string): void {
    const fate = this.#fates.of(kind, path);
    if (fate.kind === 'failed') throw failure(fate.code, kind);
  }
}

function mayWrite(flags: string | number): boolean {
  const { O_WRONLY, O_RDWR, O_CREAT, O_TRUNC } = fs.constants;
  if (typeof flags === 'string') {
    if (!['r', 'r+', 'w', 'w+', 'wx', 'wx+'].includes(flags))
      throw new Error(`Opening with ${flags} is not modelled`);
    return flags !== 'r';
  }
  if ((flags & (O_WRONLY | O_RDWR | O_CREAT | O_TRUNC)) !== 0)
    throw new Error('Opening for writing with numbers is not modelled');
  return false;
}

function failure(code: 'ENOSPC' | 'EIO', syscall: string): Error {
  return Object.assign(new Error(`${code}: planned, ${syscall}`), {
    code,
    syscall,
  });
}

function forbidChanging(target: object): void {
  for (const name of Object.getOwnPropertyNames(target).filter((known) => changing.test(known))) {
    Object.assign(target, {
      [name]: () => {
        throw new Error(`${name} is not modelled`);
      },
    });
  }
}
