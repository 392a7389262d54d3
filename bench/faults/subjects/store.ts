import { join } from 'node:path';
import { createCase, openCase } from '../../../src/main/store/case-store.ts';
import type { Subject } from './subject.ts';

const options = { readOnly: false, analyst: 'Ada' };

/** Assay's case folder; a note is the note of a source. */
export const store: Subject = {
  name: 'Assay’s store',
  create: async (folder) => {
    const made = await createCase(pathIn(folder), { name: 'Notes', analyst: 'Ada' });
    if (!made.ok) throw new Error(made.error.message);
    await made.value.close();
  },
  open: async (folder) => {
    const opened = await openCase(pathIn(folder), options);
    if (!opened.ok) throw new Error(opened.error.message);
    return {
      save: async (note) => {
        const input = { name: note.slice(0, 2), kind: 'outlet', note };
        const done = await opened.value.run('source/create', input);
        if (!done.ok) throw new Error(done.error.message);
      },
    };
  },
  load: async (folder) => {
    const opened = await openCase(pathIn(folder), options);
    if (!opened.ok) throw new Error(opened.error.message);
    const notes = [...opened.value.view.all('source')].map(({ note }) => note);
    const verified = await opened.value.verify();
    await opened.value.close();
    if (!verified.ok || verified.value.findings.length > 0) throw new Error('It is not in order');
    return notes;
  },
};

function pathIn(folder: string): string {
  return join(folder, 'Notes.assay');
}
