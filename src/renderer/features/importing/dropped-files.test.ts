import { describe, expect, test } from 'vitest';
import { readDropped } from './dropped-files.ts';

describe('what is dropped', () => {
  test('is read from folders as well, and what cannot be read is refused by its name alone', async () => {
    const { files, refused } = await readDropped([
      file('first.md', 'one'),
      file('gone.md', null),
      folder('press', [file('b.md', 'two'), file('a.md', 'three'), file('lost.md', null)]),
      folder('locked', null),
      new File(['four'], 'last.md'),
    ]);
    expect(files.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)])).toEqual([
      ['first.md', 'one'],
      ['a.md', 'three'],
      ['b.md', 'two'],
      ['last.md', 'four'],
    ]);
    expect(refused.map(({ name, status }) => [name, status])).toEqual([
      ['gone.md', 'failed'],
      ['lost.md', 'failed'],
      ['locked', 'failed'],
    ]);
  });
});

// A file as a drop holds it; null: the browser can no longer read it.
function file(name: string, content: string | null): FileSystemEntry {
  const entry: Partial<FileSystemFileEntry> = {
    name,
    isFile: true,
    isDirectory: false,
    file: (done, failed) => {
      if (content === null) failed?.(new DOMException('NotFoundError'));
      else done(new File([content], name));
    },
  };
  return entry as FileSystemEntry;
}

// A folder likewise, which hands out one entry after another.
function folder(name: string, entries: FileSystemEntry[] | null): FileSystemEntry {
  const left = [...(entries ?? [])];
  const entry: Partial<FileSystemDirectoryEntry> = {
    name,
    isFile: false,
    isDirectory: true,
    createReader: () => ({
      readEntries: (done, failed) => {
        if (entries === null) failed?.(new DOMException('SecurityError'));
        else done(left.splice(0, 1));
      },
    }),
  };
  return entry as FileSystemEntry;
}
