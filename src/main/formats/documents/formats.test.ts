import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DocumentFormatId, DocumentRecord } from '../../../domain/records/document/record.ts';
import type { DocumentFormat } from './format.ts';
import { FileToRead } from './file-to-read.ts';
import { documentFormats, usualExtension } from './formats.ts';
import { readBytes, recogniseFormat } from './read-bytes.ts';

const byId = documentFormats.map((format) => [format.id, format] as const);

function fixture({ id, extensions }: DocumentFormat): { name: string; bytes: Uint8Array } {
  const name = `${id}.${extensions[0]}`;
  const bytes = readFileSync(new URL(`../../../../e2e/fixtures/import/${name}`, import.meta.url));
  return { name, bytes };
}

async function formatOf(
  name: string,
  content: string | Uint8Array,
  mediaType: string | null = null,
): Promise<string | undefined> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return (await recogniseFormat(new FileToRead(bytes, { name, mediaType })))?.id;
}

describe('the formats', () => {
  it('are those of which there is a folder', () => {
    const folders = readdirSync(import.meta.dirname).filter((name) =>
      existsSync(join(import.meta.dirname, name, 'format.ts')),
    );
    expect(documentFormats.map(({ id }) => id).toSorted()).toEqual(folders.toSorted());
  });

  it('are told apart by their ids, labels, extensions and places in lists', () => {
    for (const facts of [
      documentFormats.map(({ id }) => id),
      documentFormats.map(({ label }) => label),
      documentFormats.map(({ position }) => position),
      documentFormats.flatMap(({ extensions }) => extensions),
      documentFormats.flatMap(({ mediaTypes }) => mediaTypes),
    ])
      expect(new Set<unknown>(facts).size).toBe(facts.length);
  });

  it.each(byId)('of which %s is one: a record and the name of a file can say so', (_, format) => {
    const Extension = DocumentRecord.shape.original.shape.extension;
    expect(DocumentFormatId.safeParse(format.id).success).toBe(true);
    for (const extension of format.extensions)
      expect(Extension.safeParse(extension).success).toBe(true);
    expect(format.meaning).toMatch(/[^.]$/);
  });

  it.each(byId)('of which %s is one: it has a test of its own', (id) => {
    const names = readdirSync(join(import.meta.dirname, id));
    expect(names.filter((name) => name.endsWith('.test.ts'))).not.toEqual([]);
  });

  it.each(byId)('of which %s is one: its fixture is read', async (id, format) => {
    const { name, bytes } = fixture(format);
    const result = await readBytes(bytes, { name, mediaType: null });
    expect(result).toMatchSnapshot();
    expect(result).toMatchObject({ ok: true, value: [{ format: id }] });
  });

  it.each(byId)('of which %s is one: it is known without its extension', async (id, format) => {
    const { bytes } = fixture(format);
    expect(await formatOf('saved', bytes)).toBe(id);
    expect(await formatOf('saved.txt', bytes)).toBe(id);
  });

  it('give a file the extension that it usually has', () => {
    expect(['html', 'markdown', 'text', 'hologram'].map(usualExtension)).toEqual([
      ...['html', 'md', 'txt', 'bin'],
    ]);
  });
});

describe('choosing by content', () => {
  it.each([
    ['page.txt', '<!-- saved -->\n<!DOCTYPE html>\n<p>Hi', 'html'],
    ['page.md', '<!DOCTYPE html>\n<p>Hi', 'html'],
    ['part.txt', '<div><p>One</p><p>Two</p></div>', 'html'],
    ['PART.HTM', 'One<br>two', 'html'],
    ['notes.html', 'No tags at all here.', 'text'],
    ['readme.md', '<p align="center">Logo</p>\n<p>b</p><p>c</p>\n\n# Title', 'markdown'],
    ['Notes.MD', 'No markup at all here.', 'markdown'],
    ['notes.md.txt', 'No markup at all here.', 'text'],
    ['.md', 'A hidden file without an extension.', 'text'],
    ['post.txt', '#Narsova #EastBasin\nNo * markup * here - at all', 'text'],
    ['code.txt', 'if (a < b) return;\n# a comment', 'text'],
    ['dash.txt', '---\nA line between dashes\n---\nText', 'text'],
    ['plain', 'Just text.', 'text'],
  ])('takes %s for what it is', async (name, text, format) => {
    expect(await formatOf(name, text)).toBe(format);
  });

  it('trusts what the clipboard says', async () => {
    const words = 'Some <b>bold</b> words';
    expect(await formatOf('Pasted text', words)).toBe('text');
    expect(await formatOf('Pasted text', words, 'text/html')).toBe('html');
    expect(await formatOf('Pasted text', words, 'text/markdown')).toBe('markdown');
  });
});
