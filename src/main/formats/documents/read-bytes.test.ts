import { describe, expect, it, test } from 'vitest';
import { appError } from '../../../contract/errors.ts';
import type { DocumentLayout } from '../../../domain/core/layout.ts';
import { err, ok } from '../../../domain/core/result.ts';
import type { DocumentFormat, Importer, Recognition } from './format.ts';
import { FileToRead } from './file-to-read.ts';
import { readBytes } from './read-bytes.ts';
import type { ReadDocument } from './read-document.ts';

const facts = { name: 'a.bin', mediaType: null };

function words(text: string, layout?: DocumentLayout): Omit<ReadDocument, 'format'> {
  return {
    encoding: 'utf-8',
    text: { text, blocks: [{ kind: 'paragraph', start: 0, end: text.length }] },
    ...(layout === undefined ? {} : { layout }),
    metadata: { title: text, authors: [], date: null, language: null, url: null },
    publisher: null,
  };
}

/** A format that recognises every file as well as is said, and finds these documents in it. */
function aFormat(
  id: string,
  recognition: Recognition | null,
  documents: readonly Omit<ReadDocument, 'format'>[] = [],
): DocumentFormat {
  const [first = words(`Read as ${id}`), ...others] = documents;
  const importer = { recognise: () => recognition, read: () => ok([first, ...others] as const) };
  return {
    ...{ id, label: id, plural: id, meaning: id, extensions: [id], mediaTypes: [], position: 0 },
    load: () => Promise.resolve({ importer }),
  };
}

async function titles(
  formats: readonly DocumentFormat[],
  bytes = Uint8Array.of(0, 1, 2),
): Promise<string[] | string> {
  const read = await readBytes(bytes, facts, formats);
  return read.ok ? read.value.map(({ metadata }) => metadata.title) : read.error.code;
}

describe('a file', () => {
  it('is read as the format that recognises it best', async () => {
    const [certain, named, possible] = [
      aFormat('certain', 'certain'),
      aFormat('named', 'named'),
      aFormat('possible', 'possible'),
    ];
    expect(await titles([possible, named, certain])).toEqual(['Read as certain']);
    expect(await titles([possible, named, aFormat('none', null)])).toEqual(['Read as named']);
    expect(await titles([aFormat('none', null), possible])).toEqual(['Read as possible']);
  });

  it('is read as the first of those that recognise it equally well', async () => {
    const formats = ['first', 'second'].map((id) => aFormat(id, 'named'));
    expect(await titles(formats)).toEqual(['Read as first']);
    expect(await titles(formats.toReversed())).toEqual(['Read as second']);
  });

  it('may be recognised and read by its bytes, whether they are text or not', async () => {
    const bytes = Uint8Array.of(0x89, 0, 0xff);
    expect(await titles([aFormat('bytes', 'certain')], bytes)).toEqual(['Read as bytes']);
  });

  it('is decoded once, however many ask for its text', () => {
    const file = new FileToRead(new TextEncoder().encode('Words.'), facts);
    expect(file.text).toBe(file.text);
  });

  it('may give several documents, all of its format and in its order', async () => {
    const mail = aFormat(
      'mail',
      'certain',
      ['Letter', 'Map', 'List'].map((name) => words(name)),
    );
    const read = await readBytes(Uint8Array.of(1), facts, [mail]);
    expect(read).toMatchObject({
      value: ['Letter', 'Map', 'List'].map((title) => ({ format: 'mail', metadata: { title } })),
    });
  });

  it('is refused where nothing recognises it, with what is known of it', async () => {
    const none = [aFormat('none', null)];
    expect(await readBytes(new TextEncoder().encode('Words.'), facts, none)).toMatchObject({
      error: { code: 'import/unsupported', facts: { kind: 'text of an unknown format' } },
    });
    const pdf = new TextEncoder().encode('%PDF-1.7\n\0\0');
    expect(await readBytes(pdf, facts, none)).toMatchObject({
      error: { code: 'import/unsupported', facts: { kind: 'a PDF document' } },
    });
    // Cyrillic letters in KOI8-R, which nothing tells from those of other languages.
    const letters = Uint8Array.from({ length: 64 }, (_, index) => 0xc0 + index);
    expect(await titles(none, letters)).toBe('import/encoding');
    expect(await titles(none, Uint8Array.of(0, 1, 2))).toBe('import/binary');
    const portable = Uint8Array.of(...new TextEncoder().encode('%PDF-1.7\n'), ...letters);
    expect(await titles(none, portable)).toBe('import/unsupported');
    expect(await readBytes(new Uint8Array(), facts, [aFormat('any', 'certain')])).toMatchObject({
      error: { code: 'import/empty', facts: { name: facts.name } },
    });
  });
});

test.each([
  // The recogniser of other kinds would call it a picture.
  ['a drawing in PostScript', '%!PS-Adobe-3.0 EPSF-3.0\n', 'import/unsupported'],
  ['a file with a mark that its bytes belie', '\uFEFFGIF89a\uFFFF', 'import/malformed'],
])('of %s is said what its beginning says', async (_, text, code) => {
  const bytes = new TextEncoder().encode(text);
  // No text in UTF-8 has this byte.
  const broken = code === 'import/malformed' ? Uint8Array.of(...bytes, 0xff) : bytes;
  expect(await titles([aFormat('none', null)], broken)).toBe(code);
});

test('what an importer says of a file that it cannot read is the answer', async () => {
  const error = appError('import/no-text', { name: facts.name });
  const importer: Importer = { recognise: () => 'certain', read: () => err(error) };
  const format = { ...aFormat('any', null), load: () => Promise.resolve({ importer }) };
  expect(await readBytes(Uint8Array.of(1), facts, [format])).toEqual(err(error));
});

describe('pages', () => {
  const box = { start: 0, end: 4, x: 0, y: 0, width: 10, height: 10 };
  const page = { start: 0, end: 4, width: 595, height: 842, boxes: [box] };

  async function read(pages: DocumentLayout['pages'], ...others: string[]) {
    const documents = [...others.map((text) => words(text)), words('Word', { version: 1, pages })];
    return readBytes(Uint8Array.of(1), facts, [aFormat('pages', 'certain', documents)]);
  }

  it('come with the text they show', async () => {
    expect(await read([page])).toMatchObject({ value: [{ layout: { pages: [page] } }] });
  });

  it.each([
    ['speak of more than the text', [{ ...page, end: 5 }]],
    ['overlap', [page, { ...page, start: 3 }]],
    ['have boxes of other pages', [{ ...page, end: 3 }]],
    ['have no size', [{ ...page, width: Number.NaN }]],
  ])('that %s are damage', async (_, pages) => {
    expect(await read(pages, 'Another document')).toMatchObject({
      error: { code: 'import/malformed', facts: { reason: 'its pages do not fit its text' } },
    });
  });
});
