import { describe, expect, it } from 'vitest';
import { readHtml } from './html.ts';

function read(text: string, name = 'page.html') {
  const result = readHtml(text, { name, mediaType: null });
  if (!result.ok) {
    throw new Error(result.error.code);
  }
  return result.value;
}

function textOf(body: string): string {
  return read(`<!doctype html><html><body>${body}</body></html>`).text.text;
}

const prose =
  'The harbour master said on Monday that the ferry, which carries mail, would stay in port.';

describe('the article', () => {
  const page = `<html><head><title>Ferry stops | Coast Today</title></head><body>
    <nav><a href="/">Front page</a></nav><header><h1>Coast Today</h1></header>
    <article><h1>Ferry stops</h1>${`<p>${prose}</p>`.repeat(8)}</article>
    <aside><a href="/more">Read more</a></aside><footer>All rights reserved</footer>
    <script>alert('script')</script><style>p { color: red }</style><form><input value="mail"><button>Join</button></form>
    </body></html>`;

  it('is found without what stands around it', () => {
    expect(read(page).text.text).toBe(
      ['Ferry stops', ...Array<string>(8).fill(prose)].join('\n\n'),
    );
  });

  it('begins with its headline, once, which is the title as well', () => {
    const { text, metadata } = read(page);
    expect(text.blocks[0]).toEqual({ kind: 'heading', level: 1, start: 0, end: 11 });
    expect(metadata.title).toBe('Ferry stops');
  });

  it('is found in a page that leaves out the tags of head and body', () => {
    const short = page.replace(/<\/?(?:head|body)>/g, '');
    expect(read(short)).toEqual(read(page));
  });

  it('is all visible text where there is no article', () => {
    expect(
      textOf(
        '<div>One</div><nav>Menu</nav><div hidden>Two</div><div style="display: none">Three</div>',
      ),
    ).toBe('One');
  });

  it.each([
    ['a fragment', '<p>One<p>Two'],
    ['no body', '<html><p>One</p><p>Two</p></html>'],
    ['a head that nothing closes', '<html><head><title>T</title><!-- c --> <p>One<p>Two'],
    ['text before the body', '<html><head></head><p>One</p><body><p>Two</p></body></html>'],
    ['text after the body', '<html><body><p>One</p></body><p>Two</p></html>'],
    ['text after its end', '<html><body><p>One</p></body></html><!-- c --> <p>Two</p>'],
    ['bare words before it', 'One<html><body></body></html><p>Two'],
    ['a second page', '<html><body>One</body></html><html><head></head><body>Two</body></html>'],
    ['text before the root', '<p>One</p><html><body><p>Two</p></body></html>'],
    ['only text', 'One\n<br><br>Two'],
  ])('is read from a page with %s', (_, html) => {
    expect(read(html).text.text).toBe('One\n\nTwo');
  });
});

describe('canonical text', () => {
  it('collapses white space as a browser does and keeps what is not breaking', () => {
    expect(textOf('<p>  One\n\t <b> two </b> three&nbsp;&nbsp;four<br>\n five </p>')).toBe(
      'One two three\u00A0\u00A0four\nfive',
    );
  });

  it('decodes references, and lets none smuggle in a control character', () => {
    expect(textOf('<p>&lt;b&gt; &amp;amp; &#x627; &eacute; a&#0;b&#7;c&#xD800;d</p>')).toBe(
      '<b> &amp; ا é a\uFFFDbc\uFFFDd',
    );
  });

  it('separates list items by a newline, nested ones too', () => {
    const { text } = read(
      '<ol start="3"><li>a<ul><li>b</li></ul></li><li><p>c</p><p>d</p></li></ol>',
    );
    expect(text.text).toBe('a\nb\nc\n\nd');
    expect(
      text.blocks.map((block) =>
        block.kind === 'list-item' ? [block.marker, block.depth] : block.kind,
      ),
    ).toEqual([['3.', 1], ['•', 2], ['4.', 1], 'paragraph']);
  });

  it('makes a paragraph of each table row', () => {
    expect(textOf('<table><tr><th>a<th>b<tr><td><p>c</p><p>d</p><td>e</table>')).toBe(
      'a\tb\n\nc d\te',
    );
  });

  it('keeps preformatted text verbatim', () => {
    expect(textOf('<p>One</p><pre>  a\n\n    <b>b</b></pre>')).toBe('One\n\n  a\n\n    b');
  });

  it('knows quotes and headings', () => {
    const { blocks } = read(
      '<h2>a</h2><blockquote><p>b</p><h3>c</h3></blockquote><p>d <q>e</q></p>',
    ).text;
    expect(blocks.map(({ kind }) => kind)).toEqual(['heading', 'quote', 'quote', 'paragraph']);
  });

  it('never holds scripts, however they are hidden', () => {
    const text = textOf(
      '<p>One</p><svg><script>x</script></svg><noscript>y</noscript><template><p>z</p></template><!-- c --><iframe>w</iframe>',
    );
    expect(text).toBe('One');
  });
});

describe('metadata', () => {
  function metadataOf(head: string, attributes = '') {
    const { metadata, publisher } = read(
      `<html ${attributes}><head>${head}</head><body><p>${prose}</p></body></html>`,
      'saved.html',
    );
    return { ...metadata, publisher };
  }
  const nothing = {
    title: 'saved',
    authors: [],
    date: null,
    language: null,
    url: null,
    publisher: null,
  };

  it('is read from Open Graph', () => {
    expect(
      metadataOf(
        `<meta property="og:title" content="T"><meta property="og:site_name" content="P"><meta property="og:url" content="https://x.example/t">
         <meta property="og:locale" content="ar_EG"><meta property="article:published_time" content="2026-04-18T07:30:00Z"><meta name="author" content="By A">`,
      ),
    ).toEqual({
      title: 'T',
      authors: ['A'],
      date: '2026-04-18T07:30:00Z',
      language: 'ar-EG',
      url: 'https://x.example/t',
      publisher: 'P',
    });
  });

  it('is read from JSON-LD in its shapes', () => {
    const article = {
      '@type': ['Thing', 'ReportageNewsArticle'],
      headline: 'T',
      author: [{ name: 'A' }, 'B', { name: 7 }],
      publisher: { name: 'P' },
      datePublished: '2026-04-18',
      inLanguage: 'uk',
      mainEntityOfPage: { '@id': 'https://x.example/t' },
    };
    for (const shape of [
      article,
      [article],
      { '@graph': [{ '@type': 'WebSite', name: 'No' }, article] },
    ]) {
      expect(
        metadataOf(`<script type="application/ld+json">${JSON.stringify(shape)}</script>`),
      ).toEqual({
        title: 'T',
        authors: ['A', 'B', '7'],
        date: '2026-04-18',
        language: 'uk',
        url: 'https://x.example/t',
        publisher: 'P',
      });
    }
  });

  it('is read from citation tags, Dublin Core, the root and links', () => {
    expect(
      metadataOf(
        `<meta name="citation_title" content="T"><meta name="citation_author" content="A"><meta name="citation_author" content="B">
         <meta name="DC.publisher" content="P"><meta name="citation_date" content="2026/04/18"><link rel="canonical" href="https://x.example/">`,
        'lang="pt-br"',
      ),
    ).toEqual({
      title: 'T',
      authors: ['A', 'B'],
      date: '2026-04-18',
      language: 'pt-BR',
      url: 'https://x.example/',
      publisher: 'P',
    });
  });

  it('is nothing where nothing is said, or nonsense', () => {
    expect(metadataOf('')).toEqual(nothing);
    expect(
      metadataOf(
        `<meta name="__proto__" content="x"><meta name="date" content="03/04/2026"><meta name="author" content="https://x.example/a">
         <link rel="canonical" href="javascript:alert(1)"><script type="application/ld+json">{"@type":"NewsArticle","__proto__":{"headline":"x"}}</script>
         <script type="application/ld+json">not json</script>`,
        'lang="nonsense"',
      ),
    ).toEqual(nothing);
  });

  it('cuts what is too long', () => {
    const { title, authors } = metadataOf(
      `<meta property="og:title" content="${'😀'.repeat(1000)}">${'<meta name="citation_author" content="A">'.repeat(10)}${Array.from({ length: 200 }, (_, index) => `<meta name="citation_author" content="A${index}">`).join('')}`,
    );
    expect(title.length).toBeLessThanOrEqual(500);
    expect(title.isWellFormed()).toBe(true);
    expect(authors.length).toBeLessThanOrEqual(50);
  });

  it('takes the address that a browser noted when it saved the page', () => {
    const html = `<!-- saved from url=(0020)https://x.example/t -->\n<html><body><p>${prose}</p></body></html>`;
    expect(read(html).metadata.url).toBe('https://x.example/t');
  });
});
