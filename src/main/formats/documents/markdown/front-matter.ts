import { parse } from 'yaml';
import { noMetadata } from '../metadata.ts';
import type { FoundMetadata } from '../metadata.ts';
import { namesIn, propertyOf, wordsIn } from '../unknown-values.ts';

/** Honest front matter has a few hundred characters. */
const longestFrontMatter = 65_536;

/** Aliases that may be expanded; an alias bomb needs thousands. */
const mostAliases = 50;

/** Reads the metadata of YAML front matter; anything that is not YAML, or not a mapping, has none. */
export function readFrontMatter(source: string): FoundMetadata {
  const value = parseSafely(source);
  function words(...keys: string[]): string[] {
    return keys.flatMap((key) => wordsIn(propertyOf(value, key)));
  }
  function names(...keys: string[]): string[] {
    return keys.flatMap((key) => namesIn(propertyOf(value, key)));
  }
  return value === null
    ? noMetadata
    : {
        titles: words('title', 'headline'),
        authors: names('author', 'authors', 'byline'),
        publishers: names('publisher', 'source', 'outlet'),
        dates: words('date', 'published'),
        languages: words('language', 'lang'),
        urls: words('url', 'link', 'canonical'),
      };
}

function parseSafely(source: string): unknown {
  if (source.length > longestFrontMatter) {
    return null;
  }
  try {
    // The core schema keeps dates as the strings they were written as; unknown tags only warn.
    return parse(source, {
      maxAliasCount: mostAliases,
      schema: 'core',
      logLevel: 'silent',
      uniqueKeys: false,
    });
  } catch {
    return null;
  }
}
