import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { documentFormats } from '../../../domain/records/document/record.ts';
import { readBytes } from './read-bytes.ts';
import { chooseImporter, importers } from './registry.ts';

const extensionOfFixture = { text: 'txt', markdown: 'md', html: 'html' } as const;

function fixture(format: keyof typeof extensionOfFixture): { name: string; bytes: Uint8Array } {
  const name = `${format}.${extensionOfFixture[format]}`;
  return {
    name,
    bytes: readFileSync(new URL(`../../../../e2e/fixtures/import/${name}`, import.meta.url)),
  };
}

describe('the registry', () => {
  it('has one importer for each format that a document can have', () => {
    expect(importers.map(({ format }) => format).toSorted()).toEqual(documentFormats.toSorted());
  });

  it.each(importers.map((importer) => importer.format))(
    'reads the fixture of %s',
    async (format) => {
      const { name, bytes } = fixture(format);
      const result = await readBytes(bytes, { name, mediaType: null });
      expect(result).toMatchSnapshot();
      expect(result).toMatchObject({ ok: true, value: { format, encoding: 'utf-8' } });
    },
  );

  it.each(importers.map((importer) => importer.format))(
    'knows %s without its extension',
    (format) => {
      const text = new TextDecoder().decode(fixture(format).bytes);
      expect(chooseImporter(text, { name: 'saved', mediaType: null }).format).toBe(format);
      expect(chooseImporter(text, { name: 'saved.txt', mediaType: null }).format).toBe(format);
    },
  );
});

describe('choosing by content', () => {
  it.each([
    ['page.txt', '<!-- saved -->\n<!DOCTYPE html>\n<p>Hi', 'html'],
    ['part.txt', '<div><p>One</p><p>Two</p></div>', 'html'],
    ['notes.html', 'No tags at all here.', 'text'],
    ['readme.md', '<p align="center">Logo</p>\n<p>b</p><p>c</p>\n\n# Title', 'markdown'],
    ['post.txt', '#Narsova #EastBasin\nNo * markup * here - at all', 'text'],
    ['code.txt', 'if (a < b) return;\n# a comment', 'text'],
    ['dash.txt', '---\nA line between dashes\n---\nText', 'text'],
    ['plain', 'Just text.', 'text'],
  ])('takes %s for what it is', (name, text, format) => {
    expect(chooseImporter(text, { name, mediaType: null }).format).toBe(format);
  });

  it('trusts what the clipboard says', () => {
    expect(
      chooseImporter('Some <b>bold</b> words', { name: 'Pasted text', mediaType: 'text/html' })
        .format,
    ).toBe('html');
  });
});
