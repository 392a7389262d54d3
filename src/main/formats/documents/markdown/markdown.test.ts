import { describe, expect, it } from 'vitest';
import { readMarkdown } from './markdown.ts';

function read(text: string) {
  const result = readMarkdown(text, { name: 'Notes.md', mediaType: null });
  if (!result.ok) {
    throw new Error(result.error.code);
  }
  return result.value;
}

function textOf(markdown: string): string {
  return read(markdown).text.text;
}

describe('canonical text', () => {
  it('drops markup and keeps words', () => {
    expect(
      textOf(
        'A *b* __c__ ~~d~~ `e` [f](http://x.example "t") ![g](h.png) <b>i</b> &amp; \\* <http://j.example>',
      ),
    ).toBe('A b c d e f  i & * http://j.example');
  });

  it('separates blocks by a blank line and list items by a newline', () => {
    expect(textOf('# One\nTwo\nthree  \nfour\n\n- five\n- six\n\nseven')).toBe(
      'One\n\nTwo three\nfour\n\nfive\nsix\n\nseven',
    );
  });

  it('keeps code verbatim', () => {
    const { text } = read('```\n  a  =  1\n\n\tb\n```');
    expect(text).toEqual({
      text: '  a  =  1\n\n\tb',
      blocks: [{ kind: 'code', start: 0, end: 13 }],
    });
  });

  it('makes a paragraph of each table row', () => {
    expect(textOf('| a | b *c* |\n|---|---|\n| d | e |')).toBe('a\tb c\n\nd\te');
  });

  it('reads embedded HTML without its markup', () => {
    expect(
      textOf('One<br>two\n\n<div align="center"><p>Three</p><script>four()</script></div>\n\nFive'),
    ).toBe('One\ntwo\n\nThree\n\nFive');
  });

  it('keeps notes and where they were called', () => {
    expect(textOf('Said so.[^a]\n\n[^a]: By whom?')).toBe('Said so.[a]\n\nBy whom?');
  });
});

describe('blocks', () => {
  it('keeps the levels of headings', () => {
    const { blocks } = read('# a\n\n### b\n\nc\n===').text;
    expect(blocks.map((block) => (block.kind === 'heading' ? block.level : 0))).toEqual([1, 3, 1]);
  });

  it('keeps markers and depth of list items', () => {
    const { blocks } = read('3. a\n   - b\n     - [x] c\n4. d').text;
    expect(
      blocks.map((block) => (block.kind === 'list-item' ? [block.marker, block.depth] : [])),
    ).toEqual([
      ['3.', 1],
      ['•', 2],
      ['☑', 3],
      ['4.', 1],
    ]);
  });

  it('marks everything quoted', () => {
    const { blocks } = read('> # a\n> b\n>\n> > c\n\nd').text;
    expect(blocks.map(({ kind }) => kind)).toEqual(['quote', 'quote', 'quote', 'paragraph']);
  });
});

describe('front matter', () => {
  it('is metadata, not text', () => {
    const { metadata, publisher, text } = read(
      '---\ntitle: T\nauthors: [A, {name: B}]\nsource: P\ndate: 2026\nlang: ar\n---\nText',
    );
    expect(metadata).toEqual({
      title: 'T',
      authors: ['A', 'B'],
      date: '2026',
      language: 'ar',
      url: null,
    });
    expect(publisher).toBe('P');
    expect(text.text).toBe('Text');
  });

  it.each([
    'title: [',
    'title: *nothing',
    '- a list',
    '"just words"',
    '!!js/function x: y',
    '__proto__: {title: P}',
  ])('says nothing where it is %s', (yaml) => {
    expect(read(`---\n${yaml}\n---\n\n# Heading\n\nText`).metadata).toEqual({
      title: 'Heading',
      authors: [],
      date: null,
      language: null,
      url: null,
    });
  });
});
