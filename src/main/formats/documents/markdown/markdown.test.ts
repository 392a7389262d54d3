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

describe('pieces', () => {
  /** Each block in short: its kind, with the level of a heading or the depth and marker of an item, and its words. */
  function outline(markdown: string): string[] {
    const { text, blocks } = read(markdown).text;
    return blocks.map((block) => {
      const words = text.slice(block.start, block.end);
      if (block.kind === 'heading') return `h${block.level} ${words}`;
      if (block.kind === 'list-item') return `${block.depth} ${block.marker} ${words}`;
      return `${block.kind.charAt(0)} ${words}`;
    });
  }

  it.each([
    ['- [ ] a\n- [x] b\n- c', ['1 ☐ a', '1 ☑ b', '1 • c']],
    ['1. a\n2. b\n\nx\n\n7) c\n7) d', ['1 1. a', '1 2. b', 'p x', '1 7. c', '1 8. d']],
    ['- a\n\n  b\n\n  > c\n- - d', ['1 • a', 'p b', 'q c', '2 • d']],
    ['- ```\n  a\n  ```\n- # b', ['c a', 'h1 b']],
    ['> - a\n>\n>   b\n> ```\n> c\n> ```\n> | d |\n> |-|', ['1 • a', 'q b', 'c c', 'q d']],
    ['| a `b`  c | ![x](y) |\n|-|-|\n| <br>d | e<b>f</b> |', ['p a b c', 'p d\tef']],
    ['a\n   b\\\nc<BR/>d<broken>e', ['p a b\nc\nde']],
    ['a[^Note] b\n\n[^Note]: c', ['p a[Note] b', 'p c']],
    ['[a *b*][1] ![c][1] ~~**d**~~\n\n***\n\n[1]: http://x.example', ['p a b  d']],
    ['<div>\n\na\n\n</div>\n\n<p>b<nav>c</nav></p>', ['p a', 'p b']],
  ])('of %j are %j', (markdown, expected) => {
    expect(outline(markdown)).toEqual(expected);
  });
});

describe('what cannot be read', () => {
  function codeAndLimitOf(text: string) {
    const result = readMarkdown(text, { name: 'Notes.md', mediaType: null });
    return result.ok ? 'ok' : [result.error.code, result.error.facts];
  }
  const tooDeep = ['import/too-complex', { name: 'Notes.md', limit: '100 levels of nesting' }];

  it.each([
    ['quotes', (count: number) => `Text.\n\n${'> '.repeat(count)}x`],
    ['bullets', (count: number) => `${'- '.repeat(count)}x`],
    ['numbers', (count: number) => `${'1. '.repeat(count)}x`],
    ['brackets', (count: number) => `a ${'['.repeat(count)}x`],
    ['images', (count: number) => `a ${'![ab'.repeat(count)}x`],
    ['indents', (count: number) => `- a\n${'  '.repeat(count)}- x`],
    ['indented numbers', (count: number) => `- a\n${'\t\t'.repeat(count)}12) x`],
  ])('is what has %s a hundred deep', (_, nested) => {
    expect(codeAndLimitOf(nested(99))).toBe('ok');
    expect(codeAndLimitOf(nested(100))).toEqual(tooDeep);
  });

  it.each(['', ' \n', '![a](b.png)', '---\ntitle: T\n---\n', '***'])(
    'is %j: it has no text',
    (text) => {
      expect(codeAndLimitOf(text)).toEqual(['import/no-text', { name: 'Notes.md' }]);
    },
  );
});

describe('front matter', () => {
  it.each([
    ['titles', ['title', 'headline'], { title: 'title' }],
    ['titles', ['headline'], { title: 'headline' }],
    ['authors', ['author', 'authors', 'byline'], { authors: ['author', 'authors', 'byline'] }],
  ])('has %s by the names %j', (_, keys, expected) => {
    const yaml = keys.map((key) => `${key}: ${key}`).join('\n');
    expect(read(`---\n${yaml}\n---\nText`).metadata).toMatchObject(expected);
  });

  it.each(['publisher', 'source', 'outlet'])('has a publisher by the name %s', (key) => {
    expect(read(`---\n${key}: {name: P}\n---\nText`).publisher).toBe('P');
  });

  it.each([
    ['date: 2026-04-18', { date: '2026-04-18' }],
    ['published: 2026', { date: '2026' }],
    ['language: ar', { language: 'ar' }],
    ['lang: ar', { language: 'ar' }],
    ['url: https://x.example/', { url: 'https://x.example/' }],
    ['link: https://x.example/', { url: 'https://x.example/' }],
    ['canonical: https://x.example/', { url: 'https://x.example/' }],
    // Of two values of one name the later one holds.
    ['title: One\ntitle: Two', { title: 'Two' }],
    [`title: T\nx: ${'x'.repeat(65_521)}`, { title: 'T' }],
    [`title: T\nx: ${'x'.repeat(65_530)}`, { title: 'Notes' }],
  ])('says what it says: %#', (yaml, expected) => {
    expect(read(`---\n${yaml}\n---\nText`).metadata).toMatchObject(expected);
  });

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
