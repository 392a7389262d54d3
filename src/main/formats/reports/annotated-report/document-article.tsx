import { type ReactNode, createElement } from 'react';
import { dateLabel } from '../../../../domain/analysis/date-label.ts';
import { claimsOn, highlightsInOrder } from '../../../../domain/analysis/document-order.ts';
import { counted } from '../../../../domain/core/counted.ts';
import type { DocumentRecord } from '../../../../domain/records/document/record.ts';
import type { Highlight, HighlightId } from '../../../../domain/records/highlight/record.ts';
import type { Block } from '../../../../domain/core/text.ts';
import {
  type AnnotatedBlock,
  type AnnotatedPiece,
  annotateText,
  assignLanes,
} from './annotated-text.ts';
import { Jump, Prose, Words } from './marks.tsx';
import { Notes } from './notes.tsx';
import { type Report, type ReportProps, anchors, lineVerdict, sourceName } from './report.ts';

// Lower lines would run into the next line of text; deeper nesting shares the last lane.
const lanesDrawn = 6;

/** The class names of each highlight: its hue, its line and its lane. */
type Looks = ReadonlyMap<HighlightId, string>;

/** A document of the report: what it is, and its text with numbered highlights and their notes. */
export function DocumentArticle(
  props: ReportProps & { readonly document: DocumentRecord; readonly number: number },
): ReactNode {
  const { report, document, number } = props;
  const { view, texts } = report.request;
  const highlights = highlightsInOrder(view, document.id);
  const lanes = assignLanes(highlights);
  const looks = new Map(
    highlights.map((each) => [each.id, lookOf(report, each, lanes.get(each.id) ?? 0)]),
  );
  const blocks = annotateText(texts(document.id), highlights);
  const levels = headingLevels(blocks.map(({ block }) => block));
  return (
    <article id={`d${number}`} aria-labelledby={`d${number}-title`}>
      <header>
        <h3 id={`d${number}-title`} dir="auto">
          {document.title}
        </h3>
        <Byline report={report} document={document} count={highlights.length} />
        <Prose>{document.note}</Prose>
      </header>
      <div className="lanes" lang={document.language ?? undefined}>
        {blocks.map((each, index) => (
          <BlockWithNotes
            key={index}
            report={report}
            annotated={each}
            looks={looks}
            depth={depthOf(each, lanes)}
            level={levels[index] ?? 4}
          />
        ))}
      </div>
    </article>
  );
}

function Byline(
  props: ReportProps & { readonly document: DocumentRecord; readonly count: number },
): ReactNode {
  const { report, document, count } = props;
  const { publisher } = document;
  return (
    <ul className="byline" role="list">
      {publisher !== null && (
        <li>
          <Jump to={anchors.source(report, publisher)}>
            <Words>{sourceName(report, publisher)}</Words>
          </Jump>
        </li>
      )}
      {document.authors.length > 0 && (
        <li>
          <Words>{document.authors.join(', ')}</Words>
        </li>
      )}
      <li>{document.date === null ? 'No date' : dateLabel(document.date)}</li>
      {document.language !== null && (
        <li>
          Language: <Words>{document.language}</Words>
        </li>
      )}
      <li>{counted(count, 'highlight')}</li>
      {document.url !== null && (
        <li className="address">
          <Words>{document.url}</Words>
        </li>
      )}
    </ul>
  );
}

function BlockWithNotes(
  props: ReportProps & {
    readonly annotated: AnnotatedBlock;
    readonly looks: Looks;
    readonly depth: number;
    readonly level: number;
  },
): ReactNode {
  const { report, annotated, looks, depth, level } = props;
  const { block, pieces, notes } = annotated;
  const text = pieces.map((piece, index) => (
    <Piece key={index} report={report} piece={piece} looks={looks} />
  ));
  const look = `text ${block.kind} depth-${depth}`;
  return (
    <>
      {blockElement(block, level, look, text)}
      <Notes report={report} highlights={notes} />
    </>
  );
}

function blockElement(block: Block, level: number, look: string, text: ReactNode): ReactNode {
  if (block.kind === 'heading') {
    return createElement(`h${level}`, { className: look, dir: 'auto' }, text);
  }
  if (block.kind === 'list-item') {
    // The marker is drawn by the style sheet: it is not part of the text and must not be copied with it.
    const nesting = Math.min(block.depth, 6);
    return (
      <p className={`${look} nested-${nesting}`} dir="auto" data-marker={block.marker}>
        {text}
      </p>
    );
  }
  const tag = { paragraph: 'p', quote: 'blockquote', code: 'pre' }[block.kind];
  return createElement(tag, { className: look, dir: 'auto' }, text);
}

function Piece(
  props: ReportProps & {
    readonly piece: AnnotatedPiece;
    readonly looks: Looks;
  },
): ReactNode {
  const { report, piece, looks } = props;
  const ending = new Set(piece.ending);
  const beginning = new Set(piece.beginning);
  function marked(ids: readonly HighlightId[], content: ReactNode): ReactNode {
    return ids.reduceRight<ReactNode>(
      (inner, id) => (
        <mark
          className={looks.get(id)}
          id={beginning.has(id) ? (anchors.words(report, id) ?? undefined) : undefined}
        >
          {inner}
        </mark>
      ),
      content,
    );
  }
  const closed = piece.highlights.filter((id) => ending.has(id));
  const goingOn = piece.highlights.filter((id) => !ending.has(id));
  return marked(
    goingOn,
    <>
      {marked(closed, piece.text)}
      {piece.ending.map((id) => (
        <Reference key={id} report={report} highlight={id} />
      ))}
    </>,
  );
}

function Reference({
  report,
  highlight,
}: ReportProps & { readonly highlight: HighlightId }): ReactNode {
  const number = report.contents.highlights.get(highlight) ?? 0;
  return (
    <sup className="reference">
      <a href={`#n${number}`} role="doc-noteref" aria-label={`Note ${number}`}>
        {number}
      </a>
    </sup>
  );
}

function lookOf(report: Report, highlight: Highlight, lane: number): string {
  const { view } = report.request;
  const [firstTag] = highlight.tags;
  const hue = firstTag === undefined ? 0 : (view.get(firstTag)?.colour ?? 0);
  const line = lineVerdict(report, claimsOn(view, highlight.id)) ?? 'unclaimed';
  return `hue-${hue} line-${line} lane-${Math.min(lane, lanesDrawn - 1)}`;
}

// How many lines have to fit below the text of a block.
function depthOf({ pieces }: AnnotatedBlock, lanes: ReadonlyMap<HighlightId, number>): number {
  const depths = pieces.flatMap((piece) => piece.highlights.map((id) => (lanes.get(id) ?? 0) + 1));
  return Math.min(
    lanesDrawn,
    depths.reduce((deepest, depth) => Math.max(deepest, depth), 0),
  );
}

// The report's own headings go down to level 3; a document's follow, without leaving a level out.
function headingLevels(blocks: readonly Block[]): (number | undefined)[] {
  let previous = 3;
  return blocks.map((block) => {
    if (block.kind !== 'heading') return undefined;
    previous = Math.min(block.level + 3, previous + 1, 6);
    return previous;
  });
}
