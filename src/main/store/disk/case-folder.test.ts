import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Sha256 } from '../../../domain/core/record-id.ts';
import {
  caseFolder,
  dataFile,
  documentFile,
  documentOfFile,
  documentPlace,
  isDataFile,
  isOriginalFile,
  originalFile,
  partNames,
  timeInName,
} from './case-folder.ts';
import { IdSource } from './ids.ts';

const hash = Sha256.parse('0123456789abcdef'.repeat(4));
const document = new IdSource(() => new Date('2026-03-15T12:00:00.000Z')).next('document');

test('a case keeps its path while its files are elsewhere', () => {
  const root = '/cases/A.assay.unfinished';
  expect(caseFolder('/cases/A.assay', root)).toEqual({
    ...{ path: '/cases/A.assay', root, lock: join(root, 'lock') },
    ...Object.fromEntries(partNames.map((name) => [name, join(root, name)])),
  });
  expect(caseFolder('/cases/A.assay').root).toBe('/cases/A.assay');
});

test('names that are made are recognised, and no others', () => {
  expect(documentOfFile(documentFile(document))).toBe(document);
  expect(documentPlace(document)).toBe(`documents/${document}.json`);
  for (const name of [document, `${document}.txt`, `${document}.json.json`, 'notes.json', ''])
    expect(documentOfFile(name)).toBeNull();

  expect(isDataFile(dataFile(hash))).toBe(true);
  for (const name of [
    hash,
    `a${hash}.json`,
    `${hash}.jsonl`,
    `${hash}xjson`,
    `${hash.slice(1)}.json`,
  ])
    expect(isDataFile(name)).toBe(false);
  expect(isDataFile(dataFile(hash).toUpperCase())).toBe(false);

  for (const extension of ['txt', 'mp3'])
    expect(isOriginalFile(originalFile(hash, extension))).toBe(true);
  for (const name of [
    hash,
    `${hash}.`,
    `a${hash}.txt`,
    `${hash}.txt.bak`,
    `${hash}.TXT`,
    `${hash}xtxt`,
  ])
    expect(isOriginalFile(name)).toBe(false);
});

test('a moment can be part of a name on every file system', () => {
  expect(timeInName(new Date('2026-03-15T21:40:00.000Z'))).toBe('2026-03-15T21-40-00-000Z');
});
