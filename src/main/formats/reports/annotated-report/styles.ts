import { tlp } from '../../../../domain/scales/tlp.ts';
import { markingLabel } from '../contents.ts';
import type { Report } from './report.ts';
import { baseStyles } from './styles-base.ts';
import { documentStyles } from './styles-document.ts';
import { listStyles } from './styles-lists.ts';

// Longer names would meet the marking in the running head.
const runningStart = /^.{0,70}/su;

/** The style sheet of a report, with running heads and feet that repeat its marking on every printed page. */
export function reportStyles(report: Report): string {
  return [baseStyles, documentStyles, listStyles, markingStyles(), pageStyles(report)].join('\n');
}

function markingStyles(): string {
  return tlp
    .map(({ value, colour }) => `.tlp-${value.replace('+', '-')} { color: ${colour}; }`)
    .join('\n');
}

function pageStyles(report: Report): string {
  const { caseRecord } = report.contents;
  const { seq, hash } = report.request.state;
  const colour = tlp.find(({ value }) => value === caseRecord.tlp)?.colour ?? '#FFFFFF';
  const start = runningStart.exec(caseRecord.name)?.[0] ?? '';
  const running = start === caseRecord.name ? start : `${start}…`;
  const marking = `content: ${cssString(markingLabel(report.contents))}; color: ${colour}; background: #000;
    font: 700 12pt/1 Helvetica, Arial, sans-serif; padding: 2pt 6pt; vertical-align: middle;
    width: max-content; height: max-content; print-color-adjust: exact; -webkit-print-color-adjust: exact;`;
  const quiet = 'font: 8pt/1.3 Helvetica, Arial, sans-serif; color: #555; vertical-align: middle;';
  return `@page {
  margin: 20mm 16mm 20mm;
  @top-left { content: ${cssString(running)}; ${quiet} }
  @top-right { ${marking} margin: auto 0; }
  @bottom-left { content: ${cssString(`Journal entry ${seq} (${hash})`)}; ${quiet} }
  @bottom-center { content: counter(page) " / " counter(pages); ${quiet} }
  @bottom-right { ${marking} margin: auto 0; }
}`;
}

/** Any words as a CSS string: everything but plain letters and digits is escaped, so none can end the string. */
function cssString(words: string): string {
  const escaped = words.replace(
    /[^A-Za-z0-9 ]/gu,
    (character) => `\\${(character.codePointAt(0) ?? 0xfffd).toString(16)} `,
  );
  return `"${escaped}"`;
}
