import { appError } from '../../../../contract/errors.ts';
import type { AppError } from '../../../../contract/errors.ts';
import type { Block } from '../../../../domain/core/text.ts';
import { err, ok } from '../../../../domain/core/result.ts';
import type { Result } from '../../../../domain/core/result.ts';
import { noMetadata, tidyMetadata } from '../metadata.ts';
import { findHeadings } from './plain-text-headings.ts';
import { findPassages, isQuoteLine, markerOf } from './plain-text-lines.ts';
import type { Passage } from './plain-text-lines.ts';
import type { FileFacts, ReadContent } from '../read-document.ts';

interface Marked extends Passage {
  readonly text: string;
  readonly isQuote: boolean;
  readonly isItem: boolean;
  readonly isProse: boolean;
}

/** Reads a text as it is; fails with `import/no-text`. */
export function readPlainText(whole: string, facts: FileFacts): Result<ReadContent, AppError> {
  const text = whole.trimEnd();
  if (text === '') {
    return err(appError('import/no-text', { name: facts.name }));
  }
  const passages = markPassages(text);
  const headings = findHeadings(passages);
  const blocks = passages.map((passage, index) => toBlock(passage, headings.has(index), index));
  const titles = passages.slice(0, headings.has(0) ? 1 : 0).map((passage) => passage.text);
  return ok({ text: { text, blocks }, ...tidyMetadata({ ...noMetadata, titles }, facts.name) });
}

function markPassages(text: string): Marked[] {
  const passages = findPassages(text).map((passage) => ({
    ...passage,
    text: text.slice(passage.start, passage.end),
  }));
  const items = findListItems(passages.map((passage) => passage.text));
  return passages.map((passage, index) => {
    const isQuote = isQuoteLine(passage.text);
    const isItem = items.has(index);
    return { ...passage, isQuote, isItem, isProse: !isQuote && !isItem };
  });
}

/** One dash does not make a list (it may be dialogue), nor does one number ("10. March"): both need company. */
function findListItems(texts: readonly string[]): Set<number> {
  const markers = texts.map(markerOf);
  const used = new Set<string | null>();
  const repeated = new Set<string | null>();
  for (const marker of markers) {
    if (used.has(marker)) repeated.add(marker);
    used.add(marker);
  }
  const found = new Set<number>();
  let expected = 1;
  for (const [index, marker] of markers.entries()) {
    if (marker === null) continue;
    // NaN for a bullet. A number is believed at 1 or as the next one: a list may be broken off by paragraphs and go on.
    const number = Number.parseInt(marker, 10);
    const isBullet = Number.isNaN(number);
    if (isBullet ? repeated.has(marker) : number === 1 || number === expected) {
      found.add(index);
      expected = isBullet ? expected : number + 1;
    }
  }
  return found;
}

function toBlock(passage: Marked, isHeading: boolean, index: number): Block {
  const { start, end } = passage;
  if (isHeading) {
    // Plain text has no levels: the first line is the headline, and all others are below it.
    return { kind: 'heading', level: index === 0 ? 1 : 2, start, end };
  }
  if (passage.isItem) {
    // Two columns a level is the least that people indent by; the marker stands in the text itself.
    return {
      kind: 'list-item',
      depth: Math.min(6, 1 + Math.floor(passage.indent / 2)),
      marker: '',
      start,
      end,
    };
  }
  return { kind: passage.isQuote ? 'quote' : 'paragraph', start, end };
}
