import { expect, test } from 'vitest';
import { readHtmlMetadata } from './html-metadata.ts';
import { parsePage } from './html-tree.ts';

function found(head: string, { before = '', attributes = '' } = {}) {
  const html = `${before}<html ${attributes}><head>${head}</head><body></body></html>`;
  return readHtmlMetadata(parsePage(html).root, html);
}

/** A meta tag for each name, whose content is the name. */
function metaOf(...names: readonly string[]): string {
  return names.map((name) => `<meta name="${name}" content="${name}">`).join('');
}

function linked(article: object): string {
  const described = { '@type': 'NewsArticle', ...article };
  return `<script type="application/ld+json">${JSON.stringify(described)}</script>`;
}

const kinds = {
  titles: ['og:title', 'citation_title', 'dc.title', 'dcterms.title', 'ld:title', 'twitter:title'],
  publishers: [
    ...['og:site_name', 'ld:publisher', 'citation_publisher', 'dc.publisher'],
    ...['dcterms.publisher', 'publisher', 'application-name'],
  ],
  dates: [
    ...['ld:date', 'article:published_time', 'og:article:published_time'],
    ...['citation_publication_date', 'citation_date', 'datepublished', 'dc.date.issued'],
    ...['dcterms.issued', 'dc.date', 'dcterms.date', 'dcterms.created', 'parsely-pub-date'],
    ...['sailthru.date', 'pubdate', 'publishdate', 'date', 'time:itemprop', 'time:pubdate'],
  ],
  languages: [
    ...['lang', 'xml:lang', 'content-language', 'og:locale', 'dc.language', 'dcterms.language'],
    ...['ld:language'],
  ],
  urls: [
    'canonical',
    'og:url',
    'citation_public_url',
    'twitter:url',
    'ld:url',
    'https://saved.example',
  ],
} as const;

const everything = [
  linked({
    ...{ headline: 'ld:title', publisher: 'ld:publisher', datePublished: 'ld:date' },
    ...{ inLanguage: 'ld:language', url: 'ld:url' },
  }),
  '<time itemprop="datePublished" datetime="time:itemprop"></time>',
  '<time pubdate datetime="time:pubdate"></time><time datetime="of a reader’s comment"></time>',
  '<link rel="canonical" href="canonical"><link rel="canonical"><link rel="next" href="next">',
  // From the least trustworthy up, so that their order in the page cannot be that of the answer.
  metaOf(
    ...Object.values(kinds)
      .flatMap((names) => names.toReversed())
      .filter((name) => !/^(?:ld|time|lang|xml)/.test(name)),
  ),
].join('');

test.each(Object.entries(kinds))(
  '%s are found where pages write them, what is to be trusted most first',
  (kind, names) => {
    const before = '<!-- saved from url=(0021)https://saved.example -->';
    const attributes = 'lang="lang" xml:lang="xml:lang"';
    expect(found(everything, { before, attributes })).toMatchObject({
      [kind]: names.filter((name) => name !== 'canonical' || kind === 'urls'),
    });
  },
);

test('a page that says nothing has nothing, but for the text of its title', () => {
  expect(found('<title>A page</title><title>Of a drawing</title>')).toEqual({
    ...{ titles: [], authors: [], publishers: [], dates: [], languages: [], urls: [] },
    fallbackTitles: ['A page', 'Of a drawing'],
  });
});

const authors = [
  ['citation_author'],
  ['author'],
  ['article:author'],
  ['dc.creator', 'dcterms.creator'],
  ['byl', 'parsely-author', 'sailthru.author'],
];

test.each(authors.map((names, index) => [names, authors.slice(index)] as const))(
  'the authors are those of the first way in which a page names them: %j',
  (names, groups) => {
    const head = metaOf(...groups.flat().toReversed());
    expect(found(head).authors).toEqual(names);
    expect(found(head + linked({ author: 'ld:author' })).authors).toEqual(['ld:author']);
  },
);

test.each(['', ' ', 'https://x.example/a', 'HTTP://x.example/a'])(
  'a way of naming that says only “%s” names nobody',
  (content) => {
    const empty = `<meta name="citation_author" content="${content}">`;
    expect(found(empty + metaOf('author')).authors).toEqual(['author']);
    expect(found(empty).authors).toEqual([]);
    expect(found(`${empty}<meta name="citation_author" content="An http: fan">`).authors).toEqual([
      content,
      'An http: fan',
    ]);
  },
);

test.each(['property', 'name', 'itemprop', 'http-equiv'])(
  'a meta tag may be named by its %s, in any case',
  (attribute) => {
    const head = `<meta ${attribute}=" OG:Title " content="T"><meta ${attribute}="og:title">`;
    expect(found(head).titles).toEqual(['T']);
  },
);

test('a tag that has one name twice counts once, and tags of one name count all', () => {
  const head = '<meta name="og:title" property="og:title" content="One">';
  expect(found(`${head}<meta name="og:title" content="Two"><meta content="x">`).titles).toEqual([
    'One',
    'Two',
  ]);
});

test('of tags without end only some are looked at', () => {
  expect(found(metaOf('author').repeat(501)).authors).toHaveLength(500);
  expect(found('<title>T</title>'.repeat(501)).fallbackTitles).toHaveLength(500);
});

test.each([
  ['<!-- saved from url=(0021)https://saved.example -->', ['https://saved.example']],
  ['<!-- saved from url=(123)https://saved.example -->', []],
  ['<!-- saved from url=(0021) -->', []],
  ['<!-- a page saved from url=(0021)https://saved.example -->', []],
  [`${' '.repeat(4_096)}<!-- saved from url=(0021)https://saved.example -->`, []],
])('a browser notes in %j where a page came from', (before, urls) => {
  expect(found('', { before }).urls).toEqual(urls);
});
