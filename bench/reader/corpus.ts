import type { SpannedHighlight } from '../../src/domain/anchoring/split.ts';
import type { Block, DocumentText } from '../../src/domain/core/text.ts';
import { HighlightId } from '../../src/domain/records/highlight/record.ts';

/** A text with its paragraphs and highlights, the same on every run. */
export interface Corpus extends DocumentText {
  readonly highlights: readonly SpannedHighlight[];
}

// A megabyte of news prose has about this many paragraphs.
const paragraphsPerMillion = 1516;
const words =
  'the a of in to and said officials sources embassy attack minister Baghdad statement forces week government port talks under reported condition'.split(
    ' ',
  );

/** Makes a text of about `size` characters with so many highlights of 3 to 400 characters that overlap at random. */
export function makeCorpus(size: number, highlights: number): Corpus {
  const random = generator(size + highlights);
  const paragraphs = Math.max(1, Math.round((size / 1_000_000) * paragraphsPerMillion));
  const lines = Array.from({ length: paragraphs }, () => paragraph(random, size / paragraphs));
  const text = lines.join('\n');
  return {
    text,
    blocks: blocksOf(lines),
    highlights: Array.from({ length: highlights }, (_, number) => {
      const start = Math.floor(random() * (text.length - 401));
      return { id: idOf(number), spans: [{ start, end: start + 3 + Math.floor(random() * 397) }] };
    }),
  };
}

/** A highlight of the corpus's kind over given offsets, with an id no other has. */
export function makeHighlight(number: number, start: number, end: number): SpannedHighlight {
  return { id: idOf(900_000 + number), spans: [{ start, end }] };
}

function paragraph(random: () => number, length: number): string {
  // Between half and one and a half of the mean, so that heights vary as they do in prose.
  const wanted = length * (0.5 + random());
  const chosen: string[] = [];
  for (let size = 0; size < wanted;) {
    const word = words[Math.floor(random() * words.length)] ?? '';
    chosen.push(word);
    size += word.length + 1;
  }
  return `${chosen.join(' ')}.`;
}

function blocksOf(lines: readonly string[]): Block[] {
  let next = 0;
  return lines.map((line) => {
    const start = next;
    next += line.length + 1;
    return { kind: 'paragraph', start, end: start + line.length };
  });
}

function idOf(number: number): HighlightId {
  return HighlightId.parse(`highlight-00000000-0000-7000-8000-${String(number).padStart(12, '0')}`);
}

// Mulberry32: small, and the same on every machine.
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
