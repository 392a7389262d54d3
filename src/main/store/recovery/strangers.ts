import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type CaseFolder,
  caseFile,
  documentOfFile,
  isDataFile,
  isOriginalFile,
  lockFile,
  partNames,
} from '../disk/case-folder.ts';
import { kindAt, unfinished } from '../disk/durable-files.ts';
import { isSegmentName } from '../journal/segments.ts';
import { isKeptFormat } from '../opening/keep-format.ts';
import { isKeptAside } from '../opening/set-aside.ts';

// Tells for each folder of a case which names in it are the case's own; '' is the case folder itself.
const ownNames: { readonly [F in '' | (typeof partNames)[number]]: (name: string) => boolean } = {
  '': (name) => ownParts.has(name) || isKeptAside(name) || isKeptFormat(name),
  journal: isSegmentName,
  documents: (name) => documentOfFile(name) !== null,
  texts: isDataFile,
  layouts: isDataFile,
  originals: isOriginalFile,
};

const ownParts: ReadonlySet<string> = new Set([caseFile, lockFile, ...partNames]);

// What systems leave in any folder that was looked at or is kept in step; names with a dot in front say so themselves.
const litter = new Set(['Thumbs.db', 'desktop.ini']);

/**
 * What lies in a case folder and is not the case's, by its path there: the conflict copies of programs that keep folders in
 * step, above all. Only names are looked at. Nothing of the case depends on any of it.
 */
export async function strangersIn(folder: CaseFolder): Promise<string[]> {
  const found: string[] = [];
  for (const part of ['', ...partNames] as const) {
    const path = join(folder.root, part);
    if ((await kindAt(path)) !== 'folder') continue;
    for (const name of await readdir(path))
      if (!isOwn(part, name)) found.push(part === '' ? name : `${part}/${name}`);
  }
  return found.sort();
}

function isOwn(part: keyof typeof ownNames, name: string): boolean {
  if (name.startsWith('.') || litter.has(name)) return true;
  return name.endsWith(unfinished) || ownNames[part](name);
}
