import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import type { AppError } from '../../../../contract/errors.ts';
import { appError } from '../../../../contract/errors.ts';
import { err, ok } from '../../../../domain/core/result.ts';
import type { Result } from '../../../../domain/core/result.ts';
import { buildText } from '../block-builder.ts';
import { readFrontMatter } from './front-matter.ts';
import { markdownPieces } from './markdown-pieces.ts';
import type { MarkdownTree } from './markdown-pieces.ts';
import { noMetadata, tidyMetadata } from '../metadata.ts';
import { guardParser } from '../parser-guard.ts';
import type { FileFacts, ReadContent } from '../read-document.ts';

/** Quotes and lists inside each other beyond this are an attack: the parser's time grows with the square of it. */
const deepestNesting = 100;

/** Reads a text with markup; fails with `import/no-text`, `import/too-complex`, or `import/malformed`. */
export function readMarkdown(markdown: string, facts: FileFacts): Result<ReadContent, AppError> {
  if (nestsTooDeep(markdown)) {
    return err(
      appError('import/too-complex', {
        name: facts.name,
        limit: `${deepestNesting} levels of nesting`,
      }),
    );
  }
  const read = guardParser(facts.name, () => {
    const tree = parseMarkdown(markdown);
    return { text: buildText(markdownPieces(tree)), found: metadataOf(tree) };
  });
  if (!read.ok) {
    return read;
  }
  const { text, found } = read.value;
  if (text.blocks.length === 0) {
    return err(appError('import/no-text', { name: facts.name }));
  }
  const first = text.blocks[0];
  const heading = first?.kind === 'heading' ? [text.text.slice(first.start, first.end)] : [];
  return ok({
    text,
    ...tidyMetadata({ ...found, titles: [...found.titles, ...heading] }, facts.name),
  });
}

function parseMarkdown(text: string): MarkdownTree {
  return fromMarkdown(text, {
    extensions: [frontmatter(['yaml']), gfm()],
    mdastExtensions: [frontmatterFromMarkdown(['yaml']), gfmFromMarkdown()],
  });
}

function metadataOf(tree: MarkdownTree) {
  const first = tree.children[0];
  return first?.type === 'yaml' ? readFrontMatter(first.value) : noMetadata;
}

/** Markers of quotes and lists at the start of a line, and brackets and emphasis opened within a paragraph. */
function nestsTooDeep(text: string): boolean {
  // Judged before parsing, by the source alone: it is the parser that must not see such a text.
  const containers = new RegExp(
    `^(?:[ \\t]*(?:>|[-+*](?=\\s)|\\d{1,9}[.)](?=\\s))){${deepestNesting}}`,
    'm',
  );
  const brackets = new RegExp(`(?:!?\\[[^\\]\\n[!]{0,3}){${deepestNesting}}`);
  return containers.test(text) || brackets.test(text) || deepIndent(text);
}

/** A list nests by indentation: each level needs at least two more columns. */
function deepIndent(text: string): boolean {
  return new RegExp(`^[ \\t]{${deepestNesting * 2}}[ \\t]*(?:[-+*]|\\d{1,9}[.)])\\s`, 'm').test(
    text,
  );
}
