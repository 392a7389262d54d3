import { type FileHandle, open } from 'node:fs/promises';
import { onTestFinished, vi } from 'vitest';

/** Makes a disk not give back the sector of a file at a place, until the end of the test; answers how to mend it before. */
export async function failingReads(path: string, place: number): Promise<() => void> {
  const handle = await open(path, 'r');
  const { ino } = await handle.stat();
  // The class itself is not exported; every handle has it.
  const prototype = Object.getPrototypeOf(handle) as { read: Read };
  await handle.close();
  const { read } = prototype;
  const error = Object.assign(new Error('EIO: made by a test'), { code: 'EIO', syscall: 'read' });
  const sector = Math.floor(place / 4_096) * 4_096;
  const spy = vi.spyOn(prototype, 'read').mockImplementation(async function (
    this: FileHandle,
    ...args
  ) {
    const [, , length, position] = args;
    const isBad = position < sector + 4_096 && position + length > sector;
    if (isBad && (await this.stat()).ino === ino) throw error;
    return read.apply(this, args);
  });
  const restore = (): void => {
    spy.mockRestore();
  };
  onTestFinished(restore);
  return restore;
}

type Read = (
  this: FileHandle,
  bytes: Buffer,
  offset: number,
  length: number,
  position: number,
) => Promise<{ bytesRead: number }>;
