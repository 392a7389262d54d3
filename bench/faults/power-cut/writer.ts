/** Saves notes through a subject without end: `writer.ts SUBJECT FOLDER`. Prints the number of each note once it is said to be saved. */
import { writeSync } from 'node:fs';
import process from 'node:process';
import { subjects } from '../subjects/registry.ts';
import { noteOf } from '../subjects/subject.ts';

const [name, folder = ''] = process.argv.slice(2);
const subject = subjects.find((known) => known.name === name);
if (subject === undefined) throw new Error(`There is no subject ${name ?? ''}`);
const writer = await subject.open(folder);
for (let number = 0; ; number += 1) {
  await writer.save(noteOf(number));
  writeSync(1, `${number}\n`);
}
