import type { fromMarkdown } from 'mdast-util-from-markdown';
import type { Piece } from '../block-builder.ts';
import { htmlFragmentPieces } from '../html/html.ts';

/** A parsed Markdown document, as the parser types it. */
export type MarkdownTree = ReturnType<typeof fromMarkdown>;
type Flow = MarkdownTree['children'][number];
type NodeOf<T extends Flow['type']> = Extract<Flow, { type: T }>;
type Phrasing = NodeOf<'paragraph'>['children'][number];

interface Surroundings {
  readonly inQuote: boolean;
  /** Lists around this point. */
  readonly depth: number;
}

type FlowContent = MarkdownTree | NodeOf<'blockquote' | 'listItem' | 'footnoteDefinition'>;

/** Turns a Markdown tree into pieces of text; images, thematic breaks and link targets are left out. */
export function markdownPieces(tree: MarkdownTree): Piece[] {
  return flowPieces(tree, { inQuote: false, depth: 0 });
}

function flowPieces(parent: FlowContent, surroundings: Surroundings): Piece[] {
  return parent.children.flatMap((node) => nodePieces(node, surroundings));
}

function nodePieces(node: Flow, surroundings: Surroundings): Piece[] {
  const prose = surroundings.inQuote ? 'quote' : 'paragraph';
  switch (node.type) {
    case 'heading':
      return [
        // A heading in a quote is part of what is quoted, not of this document's outline.
        surroundings.inQuote
          ? { kind: 'quote', text: phrasing(node.children) }
          : { kind: 'heading', level: node.depth, text: phrasing(node.children) },
      ];
    case 'paragraph':
      return [{ kind: prose, text: phrasing(node.children) }];
    case 'blockquote':
      return flowPieces(node, { ...surroundings, inQuote: true });
    case 'list':
      return listPieces(node, surroundings);
    case 'code':
      return [{ kind: 'code', text: node.value }];
    case 'table':
      return tablePieces(node, prose);
    case 'footnoteDefinition':
      return flowPieces(node, surroundings);
    case 'html':
      // CommonMark ends a block of HTML at a blank line, so this may be a part of what the author meant as one.
      return htmlFragmentPieces(node.value);
    default:
      // Front matter, definitions and thematic breaks are no text.
      return [];
  }
}

function listPieces(list: NodeOf<'list'>, surroundings: Surroundings): Piece[] {
  const inside = { ...surroundings, depth: surroundings.depth + 1 };
  return list.children.flatMap((item, index) => {
    const marker = list.ordered === true ? `${(list.start ?? 1) + index}.` : taskMarker(item);
    const [first, ...rest] = item.children;
    // An item that begins with code or a list has no words of its own to put behind a marker.
    if (first?.type !== 'paragraph') {
      return flowPieces(item, inside);
    }
    const piece: Piece = {
      kind: 'list-item',
      depth: inside.depth,
      marker,
      text: phrasing(first.children),
    };
    return [piece, ...rest.flatMap((node) => nodePieces(node, inside))];
  });
}

function taskMarker(item: NodeOf<'listItem'>): string {
  if (item.checked === true) {
    return '☑';
  }
  return item.checked === false ? '☐' : '•';
}

function tablePieces(table: NodeOf<'table'>, kind: 'quote' | 'paragraph'): Piece[] {
  return table.children.map((row) => ({
    kind,
    text: row.children
      .map((cell) => phrasing(cell.children).replace(/\s+/g, ' ').trim())
      .join('\t'),
  }));
}

function phrasing(nodes: readonly Phrasing[]): string {
  return nodes.map(phrase).join('');
}

function phrase(node: Phrasing): string {
  switch (node.type) {
    case 'text':
      // A newline inside a paragraph is only how the source was wrapped.
      return node.value.replace(/\n[ \t]*/g, ' ');
    case 'inlineCode':
      return node.value;
    case 'break':
      return '\n';
    case 'html':
      // Inline tags come one at a time, without what is between them: their words are text nodes of their own.
      return /^<br\b/i.test(node.value) ? '\n' : '';
    case 'footnoteReference':
      return `[${node.label ?? node.identifier}]`;
    case 'emphasis':
    case 'strong':
    case 'delete':
    case 'link':
    case 'linkReference':
      return phrasing(node.children);
    case 'image':
    case 'imageReference':
      return '';
  }
}
