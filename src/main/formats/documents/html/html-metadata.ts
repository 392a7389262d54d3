import type { HtmlElement } from './html-tree.ts';
import { readJsonLd } from './json-ld.ts';
import type { FoundMetadata } from '../metadata.ts';

/** Elements of a kind that are looked at; honest pages have a few dozen. */
const mostElements = 500;

/** Metadata of a page, and the titles to use if nothing better turns up. */
export interface FoundHtmlMetadata extends FoundMetadata {
  readonly fallbackTitles: readonly string[];
}

/**
 * Reads what a page says of itself: JSON-LD of schema.org, Open Graph, the citation tags of scholarly sites,
 * Dublin Core, Twitter cards, plain meta tags, `<time>`, `<html lang>`, the canonical link, and the address a
 * browser notes when it saves a page.
 */
export function readHtmlMetadata(root: HtmlElement, html: string): FoundHtmlMetadata {
  const meta = metaTags(root);
  const linked = readJsonLd(texts(root, 'script[type="application/ld+json"]'));
  return {
    // In each of these lists the most trustworthy comes first, because the first that can be used is taken.
    titles: [
      ...meta('og:title', 'citation_title', 'dc.title', 'dcterms.title'),
      ...linked.titles,
      ...meta('twitter:title'),
    ],
    fallbackTitles: texts(root, 'title'),
    authors: firstGroup(
      linked.authors,
      meta('citation_author'),
      meta('author'),
      meta('article:author'),
      meta('dc.creator', 'dcterms.creator'),
      meta('byl', 'parsely-author', 'sailthru.author'),
    ),
    publishers: [
      ...meta('og:site_name'),
      ...linked.publishers,
      ...meta(
        'citation_publisher',
        'dc.publisher',
        'dcterms.publisher',
        'publisher',
        'application-name',
      ),
    ],
    dates: [
      ...linked.dates,
      ...meta(
        'article:published_time',
        'og:article:published_time',
        'citation_publication_date',
        'citation_date',
      ),
      ...meta(
        'datepublished',
        'dc.date.issued',
        'dcterms.issued',
        'dc.date',
        'dcterms.date',
        'dcterms.created',
      ),
      ...meta('parsely-pub-date', 'sailthru.date', 'pubdate', 'publishdate', 'date'),
      ...attributes(root, 'time[itemprop="datePublished"], time[pubdate]', 'datetime'),
    ],
    languages: [
      ...languageOf(root),
      ...meta('content-language', 'og:locale', 'dc.language', 'dcterms.language'),
      ...linked.languages,
    ],
    urls: [
      ...attributes(root, 'link[rel="canonical"]', 'href'),
      ...meta('og:url', 'citation_public_url', 'twitter:url'),
      ...linked.urls,
      ...savedFrom(html),
    ],
  };
}

/** A reader of meta tags: the contents of all tags of the given names, in the order of the names. */
function metaTags(root: HtmlElement): (...names: string[]) => string[] {
  const contents = new Map<string, string[]>();
  for (const element of first(root.querySelectorAll('meta'))) {
    const content = element.getAttribute('content');
    // Open Graph uses `property`, most others `name`, and microdata `itemprop`; many sites mix them up.
    const keys = ['property', 'name', 'itemprop', 'http-equiv'].map((name) =>
      element.getAttribute(name),
    );
    for (const key of new Set(keys.map((value) => value?.trim().toLowerCase()))) {
      if (key !== undefined && content !== null) {
        contents.set(key, [...(contents.get(key) ?? []), content]);
      }
    }
  }
  return (...names) => names.flatMap((name) => contents.get(name) ?? []);
}

function texts(root: HtmlElement, selector: string): string[] {
  return first(root.querySelectorAll(selector)).map((element) => element.textContent);
}

function attributes(root: HtmlElement, selector: string, name: string): string[] {
  return valuesOf(
    first(root.querySelectorAll(selector)).map((element) => element.getAttribute(name)),
  );
}

function languageOf(root: HtmlElement): string[] {
  return valuesOf([root.getAttribute('lang'), root.getAttribute('xml:lang')]);
}

function valuesOf(found: readonly (string | null)[]): string[] {
  return found.filter((value) => value !== null);
}

/** Chrome and Edge begin saved pages with `<!-- saved from url=(0035)https://… -->`. */
function savedFrom(html: string): string[] {
  const address = /<!-- saved from url=\(\d{4,6}\)(\S{1,2048}) -->/.exec(html.slice(0, 4096))?.[1];
  return address === undefined ? [] : [address];
}

/** The same author is often named in several ways; the groups are alternatives, not a sum. */
function firstGroup(...groups: readonly (readonly string[])[]): readonly string[] {
  return (
    // An address as an author is a profile page, and names nobody.
    groups.find((group) =>
      group.some((value) => value.trim() !== '' && !/^https?:/i.test(value)),
    ) ?? []
  );
}

function first(elements: Iterable<HtmlElement>): HtmlElement[] {
  return [...elements].slice(0, mostElements);
}
