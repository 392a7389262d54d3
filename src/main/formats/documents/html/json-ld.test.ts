import { expect, test } from 'vitest';
import { readJsonLd } from './json-ld.ts';

const nothing = { titles: [], authors: [], publishers: [], dates: [], languages: [], urls: [] };

function read(...values: readonly unknown[]) {
  return readJsonLd(values.map((value) => JSON.stringify(value)));
}

function titled(headline: string, type: unknown = 'Article'): object {
  return { '@type': type, headline };
}

test('an article says all that is known of it, and a page what is its own', () => {
  const about = {
    ...{ headline: 'Headline', name: 'Name', author: 'Author', publisher: { name: 'Publisher' } },
    ...{ datePublished: '2026', inLanguage: 'uk', url: 'https://x.example' },
    mainEntityOfPage: ['https://y.example', { '@id': 'https://z.example' }, { '@id': 7 }, 7],
  };
  const all = {
    ...{ titles: ['Headline', 'Name'], authors: ['Author'], publishers: ['Publisher'] },
    ...{ dates: ['2026'], languages: ['uk'] },
    urls: ['https://x.example', 'https://y.example', 'https://z.example', '7'],
  };
  expect(read({ '@type': 'Article', ...about })).toEqual(all);
  // The name of a page is often that of its site, and its author the one who made that.
  expect(read({ '@type': 'WebPage', ...about })).toEqual({
    ...all,
    ...{ titles: ['Headline'], authors: [] },
  });
});

test.each([
  ...['Article', 'NewsArticle', 'BlogPosting', 'SocialMediaPosting', 'Report', 'PressRelease'],
  ...['LiveBlogPosting', 'WebPage'],
])('%s describes what a page says', (type) => {
  expect(read(titled('T', type)).titles).toEqual(['T']);
  expect(read(titled('T', ['Thing', type])).titles).toEqual(['T']);
});

test.each(['WebSite', 'ArticleList', 'AboutWebPage', '', null, { name: 'Article' }])(
  '%j does not',
  (type) => {
    expect(read(titled('T', type))).toEqual(nothing);
  },
);

test('articles are believed before the page, and the first article names the authors', () => {
  const page = { ...titled('Page', 'WebPage'), author: 'A' };
  const [first, second] = ['B', 'C'].map((author) => ({ ...titled(`By ${author}`), author }));
  expect(read(page, first, second)).toEqual({
    ...nothing,
    ...{ titles: ['By B', 'By C', 'Page'], authors: ['B'] },
  });
});

test('articles are found at the top, in lists and in graphs, but not in other properties', () => {
  const graph = { '@graph': [titled('One'), [titled('Two')], { '@graph': titled('Three') }] };
  expect(read(graph, [titled('Four')], { about: titled('No') }).titles).toEqual([
    ...['One', 'Two', 'Three', 'Four'],
  ]);
});

test.each(['', '{', 'null', '7', '"Article"', '[null, 7]'])('%s says nothing', (script) => {
  expect(readJsonLd([script, JSON.stringify(titled('T'))]).titles).toEqual(['T']);
});

/** An article within so many others, such as lists. */
function nested(levels: number, around: (inner: unknown) => unknown): unknown {
  return Array.from({ length: levels }).reduce(around, titled('T'));
}

test('what is too deep, too much or too long is not looked at', () => {
  for (const around of [(inner: unknown) => [inner], (inner: unknown) => ({ '@graph': inner })]) {
    expect(read(nested(6, around)).titles).toEqual(['T']);
    expect(read(nested(7, around)).titles).toEqual([]);
  }
  const lists = Array.from({ length: 11 }, () => Array.from({ length: 100 }, () => titled('T')));
  expect(read(...lists).titles).toHaveLength(1_000);
  const article = JSON.stringify(titled('T'));
  expect(readJsonLd([article.padEnd(1_000_000)]).titles).toEqual(['T']);
  expect(readJsonLd([article.padEnd(1_000_001)]).titles).toEqual([]);
});
