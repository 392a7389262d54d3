import { describe, expect, test } from 'vitest';
import type { CommandInput } from '../../commands/registry.ts';
import { aCase, describeText } from '../../testing/a-case.ts';
import { fixedHash } from '../../testing/fixed-ids.ts';
import { nth, source } from '../../testing/made-records.ts';

describe('importing', () => {
  test('makes a document without a note, of the publisher that it names', () => {
    const made = aCase();
    const id = made.addDocument('One.', 'Paper');
    const [paper] = made.view.all('source');
    expect(paper).toMatchObject({ name: 'Paper', kind: 'outlet' });
    expect(made.the(id)).toMatchObject({ note: '', publisher: paper?.id });
    expect(made.the(made.addDocument('Two.')).publisher).toBeNull();
  });

  test('makes one source of a publisher that several files name, and finds it by its names', () => {
    const made = aCase();
    const known = source(made, 'Reuters');
    const files = ['Daily', 'ＤＡＩＬＹ', 'daily', 'REUTERS'].map((publisher) => file(publisher));
    const { created } = made.run('document/import', { documents: files });
    const daily = created.find(({ type }) => type === 'source')?.id;
    const publishers = created.flatMap((record) =>
      record.type === 'document' ? [record.publisher] : [],
    );
    expect(publishers).toEqual([daily, daily, daily, known]);
  });

  test('keeps publishers apart whose names differ in more than case', () => {
    const made = aCase();
    source(made, 'Yildiz');
    made.run('document/import', { documents: [file('Yıldız')] });
    expect(made.view.count('source')).toBe(2);
  });
});

test('what a document says of itself can be corrected', () => {
  const made = aCase({ documents: ['One.'] });
  const document = nth(made.documents, 0);
  const changes = {
    ...{ title: 'A', authors: ['B'], date: '2026', language: 'ar', url: 'https://example.org' },
    ...{ note: 'C', publisher: source(made, 'Paper') },
  };
  made.run('document/update', { document, changes });
  expect(made.the(document)).toMatchObject(changes);
  made.run('document/update', { document, changes: { note: 'D' } });
  expect(made.the(document)).toMatchObject({ ...changes, note: 'D' });
  made.run('document/update', { document, changes: { publisher: null } });
  expect(made.the(document).publisher).toBeNull();
});

function file(publisher: string): CommandInput<'document/import'>['documents'][number] {
  return describeText({ hash: fixedHash(9), text: 'Words' }, { title: 'A file', publisher });
}
