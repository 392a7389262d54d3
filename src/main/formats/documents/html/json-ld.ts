import type { FoundMetadata } from '../metadata.ts';
import { listOf, namesIn, propertyOf, wordsIn } from '../unknown-values.ts';

/** Characters of one script that are parsed; honest ones have a few thousand. */
const longestScript = 1_000_000;

/** Objects looked at in all scripts of a page together, and how deep inside each other. */
const mostObjects = 1_000;
const deepestObject = 6;

/** Types of schema.org that describe the page's article. A plain WebPage is believed after them. */
const articleTypes =
  /(?:Article|BlogPosting|SocialMediaPosting|Report|PressRelease|LiveBlogPosting)$/;

/** Reads the article described by a page's JSON-LD scripts; broken scripts and foreign types say nothing. */
export function readJsonLd(scripts: readonly string[]): FoundMetadata {
  const objects = scripts
    .flatMap((script) => objectsIn(parseSafely(script), 0))
    .slice(0, mostObjects);
  const articles = objects.filter((object) =>
    typesOf(object).some((type) => articleTypes.test(type)),
  );
  const pages = objects.filter((object) => typesOf(object).includes('WebPage'));
  const sources = [...articles, ...pages];
  function words(key: string, from = sources): string[] {
    return from.flatMap((object) => wordsIn(propertyOf(object, key)));
  }
  return {
    // The `name` of a WebPage is often that of the site; its headline is its own.
    titles: [...words('headline'), ...words('name', articles)],
    // Of the first article only: those below are often teasers of others.
    authors: articles.slice(0, 1).flatMap((object) => namesIn(propertyOf(object, 'author'))),
    publishers: sources.flatMap((object) => namesIn(propertyOf(object, 'publisher'))),
    dates: words('datePublished'),
    languages: words('inLanguage'),
    urls: [
      ...words('url'),
      ...sources.flatMap((object) => addressesIn(propertyOf(object, 'mainEntityOfPage'))),
    ],
  };
}

function parseSafely(script: string): unknown {
  if (script.length > longestScript) {
    return null;
  }
  try {
    return JSON.parse(script);
  } catch {
    return null;
  }
}

/** The objects at the top, in arrays and in `@graph`. */
function objectsIn(value: unknown, depth: number): unknown[] {
  // Null passes for an object of no type.
  if (depth > deepestObject || typeof value !== 'object') {
    return [];
  }
  if (Array.isArray(value)) {
    return listOf(value).flatMap((entry) => objectsIn(entry, depth + 1));
  }
  return [value, ...objectsIn(propertyOf(value, '@graph'), depth + 1)];
}

function typesOf(object: unknown): string[] {
  return wordsIn(propertyOf(object, '@type'));
}

function addressesIn(value: unknown): string[] {
  return listOf(value).flatMap((entry) =>
    typeof entry === 'string' ? [entry] : wordsIn(propertyOf(entry, '@id')),
  );
}
