import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { DocumentMetadata } from '../../../domain/records/document/record.ts';
import { DocumentText } from '../../../domain/core/text.ts';
import { readBytes } from './read-bytes.ts';
import { FileToRead } from './file-to-read.ts';
import { documentFormats } from './formats.ts';
import type { ReadContent } from './read-document.ts';

// Hundreds of texts each; a busy machine may take its time over them.
vi.setConfig({ testTimeout: 60_000 });

const markup = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          '\n',
          '\n\n',
          ' ',
          '\t',
          '# ',
          '> ',
          '- ',
          '1. ',
          '  - ',
          '```',
          '`',
          '*',
          '**',
          '|',
          '|-|',
          '[',
          '](',
          ')',
          '---\n',
          '<br>',
          '&#0;',
          '&nbsp;',
          '\u00A0',
          '\uFEFF',
        ],
        ...[
          '<p>',
          '</p>',
          '<div>',
          '</div>',
          '<h2>',
          '</h2>',
          '<li>',
          '<ul>',
          '</ul>',
          '<pre>',
          '</pre>',
          '<td>',
          '<tr>',
          '<table>',
          '<blockquote>',
          '<!--',
          '-->',
          '<html>',
          '<body>',
          '<q>',
        ],
        ...[
          'word',
          'A sentence, with a comma.',
          'السلام عليكم',
          '停航。',
          '👨‍👩‍👧‍👦',
          'e\u0301',
          '\uD83D',
          '\u2028',
          '\u0085',
          '\f',
        ],
      ),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

// With its byte order mark a text is decoded as it is, also one that is called binary without it.
const byteOrderMark = [0xef, 0xbb, 0xbf];

function expectLawsOfAll(documents: readonly ReadContent[]): void {
  expect(documents.length).toBeGreaterThan(0);
  for (const document of documents) expectLaws(document);
}

function expectLaws({ text, metadata }: ReadContent): void {
  expect(DocumentText.safeParse(text).success).toBe(true);
  expect(DocumentMetadata.safeParse(metadata).success).toBe(true);
  expect(text.text).not.toMatch(/[\0\r]/);
  expect(text.blocks.length).toBeGreaterThan(0);
  let previous = 0;
  for (const { start, end } of text.blocks) {
    expect(start).toBeGreaterThanOrEqual(previous);
    expect(end).toBeGreaterThan(start);
    expect(text.text.slice(previous, start).trim()).toBe('');
    expect(text.text.slice(start, end)).not.toMatch(/^\n|\n$/);
    previous = end;
  }
  expect(text.text.slice(previous).trim()).toBe('');
}

describe.each(documentFormats.map((format) => [format.id, format] as const))('%s', (_, format) => {
  it('keeps blocks in order, inside the text, and all words inside blocks', async () => {
    const { importer } = await format.load();
    await fc.assert(
      fc.asyncProperty(markup, async (text) => {
        const bytes = Uint8Array.of(...byteOrderMark, ...new TextEncoder().encode(text));
        const read = () => importer.read(new FileToRead(bytes, { name: 'x', mediaType: null }));
        const result = await read();
        expect(await read()).toEqual(result);
        if (result.ok) {
          expectLawsOfAll(result.value);
        } else {
          expect(['import/no-text', 'import/too-complex']).toContain(result.error.code);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('any bytes', () => {
  it('are read by the laws or refused, and never throw', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom('a.txt', 'a.md', 'a.html', 'a'),
        async (bytes, name) => {
          const result = await readBytes(bytes, { name, mediaType: null });
          if (result.ok) {
            expectLawsOfAll(result.value);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each(documentFormats.map(({ id, extensions: [usual] }) => `${id}.${usual}`))(
    'hold for %s with bytes changed, cut out and doubled',
    async (name) => {
      const original = readFileSync(
        new URL(`../../../../e2e/fixtures/import/${name}`, import.meta.url),
      );
      const place = fc.nat({ max: original.length - 1 });
      const change = fc.tuple(
        place,
        fc.nat({ max: 60 }),
        fc.constantFrom('cut', 'double', 'change'),
        fc.nat({ max: 255 }),
      );
      await fc.assert(
        fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 5 }), async (changes) => {
          const result = await readBytes(changes.reduce(mutate, original), {
            name,
            mediaType: null,
          });
          if (result.ok) {
            expectLawsOfAll(result.value);
          }
        }),
        { numRuns: 150 },
      );
    },
  );
});

function mutate(
  bytes: Uint8Array,
  [at, length, kind, value]: [number, number, string, number],
): Uint8Array {
  const [before, middle, after] = [
    bytes.subarray(0, at),
    bytes.subarray(at, at + length),
    bytes.subarray(at + length),
  ];
  const middles = {
    cut: [],
    double: [...middle, ...middle],
    change: middle.length === 0 ? [value] : [value, ...middle.subarray(1)],
  };
  const chosen = kind === 'cut' || kind === 'double' ? middles[kind] : middles.change;
  return Uint8Array.from([...before, ...chosen, ...after]);
}
