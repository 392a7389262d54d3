import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import { z } from 'zod';
import type { Subject } from './subject.ts';

const Notes = z.object({ notes: z.array(z.string()) });

/** lowdb as its readme has it: the whole list in one JSON file, written beside it and renamed. */
export const lowdb: Subject = {
  name: 'lowdb, one file',
  create: async (folder) => {
    const database = await databaseIn(folder);
    await database.write();
  },
  open: async (folder) => {
    const database = await databaseIn(folder);
    return {
      save: async (note) => {
        database.data.notes.push(note);
        await database.write();
      },
    };
  },
  load: async (folder) => Notes.parse(JSON.parse(await readFile(pathIn(folder), 'utf8'))).notes,
};

// What its `JSONFilePreset` does, except in tests, where that keeps everything in memory.
async function databaseIn(folder: string): Promise<Low<z.infer<typeof Notes>>> {
  const adapter = new JSONFile<z.infer<typeof Notes>>(pathIn(folder));
  const database = new Low(adapter, { notes: [] });
  await database.read();
  return database;
}

function pathIn(folder: string): string {
  return join(folder, 'notes.json');
}
