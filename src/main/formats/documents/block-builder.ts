import type { Block, DocumentText } from '../../../domain/core/text.ts';

/** A block before it has a place in the text. */
export type Piece =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | {
      readonly kind: 'list-item';
      readonly depth: number;
      readonly marker: string;
      readonly text: string;
    }
  | { readonly kind: 'paragraph' | 'quote' | 'code'; readonly text: string };

/**
 * Joins pieces into canonical text: a blank line between blocks, one newline between neighbouring list items.
 * Empty pieces vanish, blank lines inside prose start a new block, control characters are left out.
 */
export function buildText(pieces: readonly Piece[]): DocumentText {
  const parts: string[] = [];
  const blocks: Block[] = [];
  let length = 0;
  for (const piece of pieces.flatMap(splitAtBlankLines)) {
    const previous = blocks.at(-1);
    if (previous !== undefined) {
      // Items of a list stay close, as they are read. The separators belong to no block: a block's place is that of its
      // words alone.
      const separator = previous.kind === 'list-item' && piece.kind === 'list-item' ? '\n' : '\n\n';
      parts.push(separator);
      length += separator.length;
    }
    parts.push(piece.text);
    blocks.push(placed(piece, length));
    length += piece.text.length;
  }
  return { text: parts.join(''), blocks };
}

function splitAtBlankLines(piece: Piece): Piece[] {
  const text = withoutControls(piece.text);
  if (piece.kind === 'code') {
    // Indentation is meaning in code, so only whole empty lines go.
    const kept = text.replace(/^(?:[^\S\n]*\n)+/, '').trimEnd();
    return kept.trim() === '' ? [] : [{ ...piece, text: kept }];
  }
  return text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => ({ ...piece, text: part }));
}

/**
 * Drops the control characters that a reference such as `&#7;` can smuggle in, and puts U+FFFD for halves of surrogate
 * pairs, so that offsets in UTF-16 units mean the same everywhere. Tabs, newlines and U+0085, the “next line” of
 * mainframes, stay.
 */
export function withoutControls(text: string): string {
  return text.replace(/[^\P{Cc}\t\n\u0085]/gu, '').toWellFormed();
}

function placed(piece: Piece, start: number): Block {
  const place = { start, end: start + piece.text.length };
  switch (piece.kind) {
    case 'heading':
      return { kind: piece.kind, level: piece.level, ...place };
    case 'list-item':
      return { kind: piece.kind, depth: piece.depth, marker: piece.marker, ...place };
    case 'paragraph':
    case 'quote':
    case 'code':
      return { kind: piece.kind, ...place };
  }
}
