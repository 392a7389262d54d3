import type { DocumentMetadata } from '../../../domain/records/document/record.ts';
import { withoutControls } from './block-builder.ts';
import { toEdtf } from './dates.ts';

/** Longest values kept, in UTF-16 units: generous for honest files, harmless from hostile ones. */
const metadataLimits = {
  title: 500,
  name: 200,
  authors: 50,
  url: 2048,
  language: 35,
} as const;

/** What a file says of itself, as found: in order of trust, of any length, possibly nonsense. */
export interface FoundMetadata {
  readonly titles: readonly string[];
  readonly authors: readonly string[];
  readonly publishers: readonly string[];
  readonly dates: readonly string[];
  readonly languages: readonly string[];
  readonly urls: readonly string[];
}

/** Nothing found. */
export const noMetadata: FoundMetadata = {
  titles: [],
  authors: [],
  publishers: [],
  dates: [],
  languages: [],
  urls: [],
};

/** Takes the first usable value of each kind; without a title the file's name without its extension is one. */
export function tidyMetadata(
  found: FoundMetadata,
  fileName: string,
): { metadata: DocumentMetadata; publisher: string | null } {
  const title = firstOf(found.titles, (value) => tidyLine(value, metadataLimits.title));
  return {
    metadata: {
      title: title ?? titleFromFileName(fileName),
      authors: tidyAuthors(found.authors),
      date: firstOf(found.dates, toEdtf),
      language: firstOf(found.languages, toLanguageTag),
      url: firstOf(found.urls, toWebAddress),
    },
    publisher: firstOf(found.publishers, (value) => tidyLine(value, metadataLimits.name)),
  };
}

/** Makes one line of a value and cuts it at a character; null if nothing is left. */
function tidyLine(value: string, limit: number): string | null {
  // Cutting first keeps the work on a hostile value of many megabytes small.
  const line = withoutControls(value.slice(0, limit * 4))
    .replace(/\s+/g, ' ')
    .trim();
  if (line.length <= limit) {
    return line === '' ? null : line;
  }
  return `${line
    .slice(0, limit - 1)
    // The cut may have gone through a surrogate pair, whose first half must not stay.
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd()}…`;
}

/** Brings `en_US`, `AR` and the like to a BCP 47 tag; null for anything that is none. */
export function toLanguageTag(value: string): string | null {
  const tag = value.trim().replaceAll('_', '-');
  if (
    tag.length > metadataLimits.language ||
    !/^[a-z]{2,3}(?:-|$)/i.test(tag) ||
    // `und` is BCP 47 for “undetermined”, which is no language.
    /^und(?:-|$)/i.test(tag)
  ) {
    return null;
  }
  try {
    // Throws where the tag breaks the rules; it does not know whether there is such a language.
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}

function titleFromFileName(fileName: string): string {
  const base = fileName.split(/[\\/]/).at(-1) ?? '';
  return tidyLine(base.replace(/(?<=.)\.[^.]*$/, ''), metadataLimits.title) ?? 'Untitled';
}

function tidyAuthors(values: readonly string[]): string[] {
  const names = values
    .slice(0, metadataLimits.authors)
    // Some sites give all authors as one value with semicolons. A comma is left alone: it may stand between a name's
    // two parts.
    .flatMap((value) => value.slice(0, metadataLimits.name * metadataLimits.authors).split(';'))
    .filter((value) => !/^\s*https?:/i.test(value))
    .map((value) => tidyLine(value, metadataLimits.name)?.replace(/^by\s+(?=\S)/i, '') ?? null)
    .filter((name) => name !== null);
  return [...new Set(names)].slice(0, metadataLimits.authors);
}

function toWebAddress(value: string): string | null {
  const address = value.trim();
  if (
    address.length > metadataLimits.url ||
    !/^https?:\/\//i.test(address) ||
    !URL.canParse(address)
  ) {
    return null;
  }
  // The address as the standard spells it, with what is not ASCII as escapes, may be longer than it was.
  return new URL(address).href.length > metadataLimits.url ? null : new URL(address).href;
}

function firstOf<T>(values: readonly string[], read: (value: string) => T | null): T | null {
  for (const value of values) {
    const result = read(value);
    if (result !== null) {
      return result;
    }
  }
  return null;
}
