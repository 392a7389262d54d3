import { expect, test } from 'vitest';
import { appError } from '../contract/errors.ts';
import type { ImportOutcome } from '../contract/imports.ts';
import type { OneOrMore } from '../domain/core/one-or-more.ts';
import { importOutcome } from './import-outcome.ts';
import { DocumentId } from '../domain/records/document/record.ts';

function idOf(number: number): DocumentId {
  return DocumentId.parse(`document-00000000-0000-7000-8000-${String(number).padStart(12, '0')}`);
}

const mail: OneOrMore<DocumentId> = [idOf(1), idOf(2), idOf(3)];
const outcomes: ImportOutcome[] = [
  { name: 'mail.eml', status: 'imported', documents: mail },
  { name: 'note.txt', status: 'imported', documents: [idOf(4)] },
  { name: 'copy.eml', status: 'known', documents: mail },
  { name: 'empty.txt', status: 'failed', error: appError('import/empty', { name: 'empty.txt' }) },
];
const report = { cancelled: false, outcomes };

test('every document that a file gave is counted and named', () => {
  const { lines, json, ending } = importOutcome(report, ['in/mail.eml', 'note.txt']);
  expect(ending).toBe('someNotImported');
  expect(lines).toEqual([
    'imported: in/mail.eml (3 documents)',
    'imported: note.txt',
    'already in the case: copy.eml (3 documents)',
    'not imported: empty.txt',
    '4 documents imported from 2 files, 1 already in the case, 1 not imported.',
  ]);
  expect(json).toMatchObject({
    ...{ imported: 2, documents: 4, known: 1, failed: 1, interrupted: false },
    files: [
      { path: 'in/mail.eml', status: 'imported', document: mail[0], documents: mail },
      { path: 'note.txt', document: idOf(4), documents: [idOf(4)] },
      { path: 'copy.eml', status: 'known', document: mail[0], documents: mail },
      { path: 'empty.txt', status: 'failed', error: { code: 'import/empty' } },
    ],
  });
});

test('where every file gave one document, nothing is said of files', () => {
  const { lines } = importOutcome({ ...report, outcomes: outcomes.slice(1, 2) }, ['note.txt']);
  expect(lines).toEqual(['imported: note.txt', '1 document imported.']);
});
