import { type ReactNode, createElement, memo, useCallback, useSyncExternalStore } from 'react';
import type { Block } from '../../../../../domain/core/text.ts';
import type { Look, SurfaceMarks } from '../text-surface.ts';
import { type Layer, type LayeredPiece, layBlock } from './layers.ts';
import styles from './text-block.module.css';

interface TextBlockProps {
  readonly text: string;
  readonly block: Block;
  readonly direction: 'ltr' | 'rtl';
  readonly number: number;
  readonly marks: SurfaceMarks;
  /** The ids of the selected highlights in this block, joined; usually empty. */
  readonly lifted: string;
  /** Pixels from the top of the column. */
  readonly top: number;
  readonly measure: (element: HTMLElement | null) => void;
}

/** One block of the text, as spans split where highlights begin and end. Its text is exactly the block's. */
export const TextBlock = memo(function TextBlock(props: TextBlockProps) {
  const { text, block, direction, number, marks, lifted, top, measure } = props;
  // The same list until one of these highlights changes, so only their own blocks are drawn again.
  const over = useSyncExternalStore(
    useCallback((listener: () => void) => marks.subscribe(number, listener), [marks, number]),
    () => marks.over(number),
  );
  const pieces = layBlock(block, over);
  const hasLetters = letter.test(text.slice(block.start, block.end));
  const depth = block.kind === 'list-item' ? { '--depth': block.depth } : {};
  return createElement(
    tagOf(block),
    {
      ref: measure,
      'data-index': number,
      'data-marker': block.kind === 'list-item' ? block.marker : undefined,
      dir: hasLetters ? 'auto' : direction,
      className: `${styles['block'] ?? ''} ${styles[classOf(block)] ?? ''}`,
      style: { top, ...depth },
    },
    pieces.map((piece) => (
      <Piece key={piece.start} text={text} piece={piece} marks={marks} lifted={lifted} />
    )),
  );
});

// Without a letter `dir="auto"` finds nothing to go by, and the document's own direction is used.
const letter = /\p{L}/u;

interface PieceProps {
  readonly text: string;
  readonly piece: LayeredPiece;
  readonly marks: SurfaceMarks;
  readonly lifted: string;
}

// More washes over each other than this could not be told apart.
const deepest = 4;

/** A stretch of text under the same highlights: a `mark` for the outermost, and a span inside for each further one. */
function Piece({ text, piece, marks, lifted }: PieceProps) {
  const words = text.slice(piece.start, piece.end);
  const [outermost] = piece.layers;
  if (outermost === undefined) return words;
  const isStacked = piece.layers.length > 1;
  // The outermost and the innermost ones: what is left out in between is told by the description.
  const shown = [outermost, ...piece.layers.slice(1).slice(1 - deepest)];
  const inner = shown.slice(1).reduceRight<ReactNode>(
    (content, layer) => (
      <span
        key={layer.id}
        className={layerClasses(layer, marks.look(layer.id), { isStacked, lifted })}
      >
        {content}
      </span>
    ),
    words,
  );
  return (
    <mark
      aria-description={description(piece.layers, marks)}
      className={`${styles['mark'] ?? ''} ${layerClasses(outermost, marks.look(outermost.id), { isStacked, lifted })}`}
    >
      {inner}
    </mark>
  );
}

/**
 * The classes of one highlight over a piece: its colour, the height of its underline, its verdict, whether it is
 * selected.
 */
function layerClasses(
  { id, level }: Layer,
  { colour, verdict }: Look,
  { isStacked, lifted }: { isStacked: boolean; lifted: string },
): string {
  const classes = [
    styles['layer'],
    colour === null ? undefined : styles[`colour${colour}`],
    styles[`level${Math.min(level, deepest - 1)}`],
    verdict === null ? undefined : styles[verdict],
    isStacked && verdict === null ? styles['stacked'] : undefined,
    lifted !== '' && lifted.includes(id) ? styles['lifted'] : undefined,
  ];
  return classes.filter((name) => name !== undefined).join(' ');
}

// Said once, where a highlight begins; later pieces of it would only repeat it.
function description(layers: readonly Layer[], marks: SurfaceMarks): string | undefined {
  const beginning = layers.filter(({ begins }) => begins);
  if (beginning.length === 0) return undefined;
  return beginning
    .map(({ id }) => {
      const { verdict } = marks.look(id);
      return verdict === null ? 'Highlight' : `Claim, ${verdict}`;
    })
    .join('; ');
}

// Headings are all of one rank: of an outline only a part is in the page, so that ranks would seem to be missing.
function tagOf(block: Block): 'p' | 'h2' | 'blockquote' | 'pre' {
  if (block.kind === 'heading') return 'h2';
  if (block.kind === 'quote') return 'blockquote';
  return block.kind === 'code' ? 'pre' : 'p';
}

function classOf(block: Block): string {
  return block.kind === 'heading' ? `heading${Math.min(block.level, 4)}` : block.kind;
}
