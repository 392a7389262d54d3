import { tagColours } from '../../../../domain/records/tag/record.ts';

const hues = Array.from({ length: tagColours + 1 }, (_, hue) => hue);
const lanes = [0, 1, 2, 3, 4, 5];

/** The documents: their text in one lane, notes in the other, and the washes and lines of highlights. */
export const documentStyles = `#documents article + article { margin-top: 4rem; padding-top: 2.5rem; border-top: 1px solid var(--line); }
#documents header { max-width: 42rem; margin-bottom: 1.5rem; }
#documents h3 { font-size: 1.5rem; }
.byline { display: flex; flex-wrap: wrap; margin-top: 0.4rem; color: var(--muted); font-size: 0.875rem; }
.byline li:not(:last-child)::after { content: "·"; margin: 0 0.5rem; }
.byline .address { overflow-wrap: anywhere; }
#documents header .prose { margin-top: 0.5rem; color: var(--muted); font-size: 0.875rem; }
.lanes { display: flow-root; font: 1.125rem/1.6 var(--serif); }
.text { max-width: 40rem; margin: 0 0 1rem; white-space: pre-wrap; hanging-punctuation: last; }
.text:dir(rtl) { font-size: 1.1em; line-height: 1.8; }
h4.text, h5.text, h6.text { margin-top: 0.75rem; font: 600 1.125rem/1.4 var(--serif); }
.quote { padding-inline-start: 1.25rem; border-inline-start: 2px solid var(--line); }
.code { font: 0.875rem/1.6 ui-monospace, "Cascadia Mono", Consolas, "DejaVu Sans Mono", monospace; }
.list-item { margin-bottom: 0.5rem; }
.list-item::before { content: attr(data-marker); display: inline-block; min-width: 1.25rem; margin-inline-start: -1.25rem; color: var(--muted); }
${[1, 2, 3, 4, 5, 6].map((depth) => `.nested-${depth} { padding-inline-start: ${depth * 1.25}rem; }`).join('\n')}
mark, .sample { background: none; color: inherit; border-bottom: 0 none transparent; }
mark { background: color-mix(in srgb, var(--tint) var(--wash), transparent); border-radius: 1px; }
${hues.map((hue) => `.hue-${hue} { --hue: var(--hue-${hue}); --tint: var(--tint-${hue}); }`).join('\n')}
${lanes.map((lane) => `.lane-${lane} { padding-bottom: ${lane * 3.5}px; }`).join('\n')}
${lanes.map((lane) => `.depth-${lane + 1} { line-height: calc(1.6em + ${Math.max(0, lane - 1) * 3.5}px); }`).join('\n')}
.depth-3 { --wash: 20%; } .depth-4, .depth-5, .depth-6 { --wash: 14%; }
.line-supported { border-bottom: 2px solid var(--supported); }
.line-refuted { border-bottom: 2px dashed var(--refuted); }
.line-open { border-bottom: 2px dotted var(--open); }
.line-unverifiable { border-bottom: 3px double var(--unverifiable); }
.line-unclaimed { border-bottom: 1px solid color-mix(in srgb, var(--hue) 55%, transparent); }
mark:target { outline: 2px solid var(--accent); outline-offset: 1px; }
.samples { display: flex; flex-wrap: wrap; gap: 0.5rem 1.5rem; }
.sample { --hue: var(--hue-0); padding-bottom: 1px; }
.reference { font: 600 0.6875rem/1 var(--sans); vertical-align: super; unicode-bidi: isolate; }
.reference a { padding: 0 0.1rem 0 0.15rem; text-decoration: none; }
.reference + .reference { margin-inline-start: 0.1rem; }
.notes { font: 0.8125rem/1.45 var(--sans); text-align: start; }
.notes > li { position: relative; margin-bottom: 1rem; padding-inline-start: 1.75rem; }
.notes > li:target { background: var(--raised); outline: 0.4rem solid var(--raised); }
.notes .number { position: absolute; inset-inline-start: 0; min-width: 1.25rem; font-weight: 600; text-align: end; text-decoration: none; }
.noted + .noted, .notes .prose + .noted, .tags + .noted, .tags + .prose { margin-top: 0.35rem; }
.noted .chain { color: var(--muted); }
@media screen and (max-width: 59.99rem) {
  .notes { max-width: 40rem; margin: -0.25rem 0 1.5rem; padding: 0.75rem 0.75rem 0; border-inline-start: 2px solid var(--line); background: var(--raised); }
}
@media print, (min-width: 60rem) {
  .text { float: left; clear: left; width: 63.5%; max-width: none; }
  .notes { float: right; clear: right; width: 31.5%; padding-top: 0.25rem; }
}
@media screen and (max-width: 40rem) {
  body { padding: 1.25rem 1.25rem 3rem; }
  h1 { font-size: 1.875rem; }
}
@media print {
  .lanes { font-size: 10.5pt; }
  .notes { font-size: 8pt; }
  .notes > li, .notes .noted { break-inside: avoid; }
  mark { background: none; }
  /* A float cannot ask to stay with what follows; room below it that the next block may use comes to the same. */
  .heading { break-inside: avoid; padding-bottom: 8rem; margin-bottom: -7.25rem; }
  .reference, .notes .number { color: #000; }
}`;
