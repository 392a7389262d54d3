import type { Recognition } from '../format.ts';
import { importerOfText } from '../importer-of-text.ts';
import { readMarkdown } from './markdown.ts';

/** Markdown (CommonMark with GitHub's tables and task lists) with YAML front matter: markup goes, links keep their words. */
export const importer = importerOfText({ recognise, read: readMarkdown });

// Two lines of three dashes with at most two hundred lines between them, at the very start of the file.
const frontMatterBlock = /^---[ \t]*\n(?:[^\n]*\n){0,200}?---[ \t]*(?:\n|$)/;

/** By its name; under another one only with front matter or two different unmistakable signs. */
function recognise(text: string, isNamed: boolean): Recognition | null {
  if (isNamed) {
    return 'named';
  }
  const head = text.slice(0, 65_536);
  if (frontMatterBlock.test(head) && /^---[ \t]*\n\s*[\w-]+:[ \t]/.test(head)) {
    return 'possible';
  }
  // A heading, a link to the web, a fence of code, the line below the head of a table. Each by itself turns up in plain
  // text, too.
  const signs = [
    /^#{1,6} \S/m,
    /\[[^\]\n]{1,200}\]\(https?:\/\/[^)\s]{1,500}\)/,
    /^(?:```|~~~)/m,
    /^\|(?: ?:?-+:? ?\|)+\s*$/m,
  ];
  return signs.filter((sign) => sign.test(head)).length >= 2 ? 'possible' : null;
}
