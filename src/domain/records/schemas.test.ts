import { describe, expect, test } from 'vitest';
import { CaseBuilder } from '../testing/case-builder.ts';
import { fixedId } from '../testing/fixed-ids.ts';
import { DocumentId, isDocumentId } from './document/record.ts';
import { type AnyRecord, AnyRecord as Schema } from './registry.ts';
import { sourceKinds, termOf } from './vocabulary.ts';

const made = new CaseBuilder();
const paper = made.the(made.source('Paper'));
const tag = made.the(made.tag('War'));
const document = made.the(made.document('It burned on Monday.'));
const claim = made.the(made.claim(document.id, 'burned', [paper.id]));
const other = made.claim(document.id, 'Monday');
const link = made.the(made.link(claim.id, 'updates', other));
const rating = made.the(made.rate(paper.id, 'admiralty-reliability', 'B'));
const { original } = document;

describe('a record of a case', () => {
  const valid: readonly AnyRecord[] = [
    { ...tag, key: '0', colour: 8, position: -0.5 },
    { ...tag, key: '9', colour: 1 },
    { ...document, url: 'https://example.org', language: 'pt-BR', authors: ['A. B.'] },
    { ...document, format: 'a', original: { ...original, extension: 'a', size: 0 } },
    {
      ...document,
      format: `a${'-1'.repeat(15)}z`,
      original: { ...original, extension: 'markdown' },
    },
    { ...paper, aliases: ['The Paper'] },
    { ...rating, subject: claim.id, scale: 'admiralty-credibility', value: '2' },
  ];

  test.each(valid)('may be %o', (record) => {
    expect(Schema.safeParse(record).success).toBe(true);
  });

  const invalid: readonly object[] = [
    { ...tag, name: '' },
    { ...tag, key: 'a' },
    { ...tag, key: '10' },
    { ...tag, key: 'a1' },
    { ...tag, key: '1a' },
    { ...tag, colour: 0 },
    { ...tag, colour: 9 },
    { ...tag, colour: 1.5 },
    { ...document, title: '' },
    { ...document, authors: [''] },
    { ...document, url: '' },
    { ...document, language: '' },
    { ...document, length: 0 },
    ...['', 'A', '1a', 'a b', '-a', ' a', 'a!', 'a'.repeat(33)].map((format) => ({
      ...document,
      format,
    })),
    ...['', 'PDF', '.pdf', 'pdf ', 'a'.repeat(9)].map((extension) => ({
      ...document,
      original: { ...original, extension },
    })),
    { ...document, original: { ...original, size: -1 } },
    { ...paper, name: '' },
    { ...paper, aliases: [''] },
    { ...claim, statement: '' },
    { ...claim, highlights: [] },
    { ...claim, id: paper.id },
    ...[tag, document, paper, claim, link, rating].map((record) => ({ ...record, more: 1 })),
    { ...document, original: { ...original, more: 1 } },
    { ...paper, descriptor: { ...paper.descriptor, more: '' } },
  ];

  test.each(invalid)('may not be %o', (record) => {
    expect(Schema.safeParse(record).success).toBe(false);
  });

  test.each([
    [{ ...link, to: link.from }, 'a claim cannot be linked to itself'],
    [{ ...rating, value: '2' }, 'the scale has no such grade'],
    [{ ...rating, subject: claim.id }, 'the scale does not rate this kind of record'],
  ])('is told what is wrong with %o', (record, message) => {
    expect(Schema.safeParse(record).error?.issues.map((issue) => issue.message)).toEqual([message]);
  });
});

const id = fixedId('document', 1);

test.each([id, '', 'document-1', `a${id}`, `${id}0`, fixedId('claim', 1), null, 7, [id]])(
  'whether %j is the id of a document is told as the schema tells it',
  (value) => {
    expect(isDocumentId(value)).toBe(DocumentId.safeParse(value).success);
    expect(isDocumentId(value)).toBe(value === id);
  },
);

test('a value that a vocabulary has not has no term', () => {
  expect(termOf(sourceKinds, 'outlet').label).toBe('Outlet');
  // As it may stand in what was not checked by a schema.
  expect(() => termOf(sourceKinds, 'village' as 'outlet')).toThrow('No term "village"');
});
