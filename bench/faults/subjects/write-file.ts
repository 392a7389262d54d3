import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Subject } from './subject.ts';

const Notes = z.array(z.string());

/** The whole list written over itself by `writeFile`. */
export const plainWriteFile: Subject = {
  name: 'plain writeFile',
  create: (folder) => writeFile(pathIn(folder), '[]'),
  open: async (folder) => {
    const notes = await load(folder);
    return {
      save: async (note) => {
        await writeFile(pathIn(folder), JSON.stringify([...notes, note]));
        notes.push(note);
      },
    };
  },
  load,
};

async function load(folder: string): Promise<string[]> {
  return Notes.parse(JSON.parse(await readFile(pathIn(folder), 'utf8')));
}

function pathIn(folder: string): string {
  return join(folder, 'notes.json');
}
